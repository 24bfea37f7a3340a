/// Decides which columns that might name a row's recording do so in this file.
///
/// A name that never changes tells nothing, and one that changes with every picture names no
/// recording. Such columns are left aside, so that the table keeps its faster lane.
struct RecordingColumns {
  /// Rows of a recording, at least, where there are more than a few: half a second.
  private static let leastRows = 15
  /// The same with a row a keypoint, of which a skeleton has at least so many.
  private static let leastKeypoints = 12
  private static let few = 8

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// The beginning of the first row of data.
  private let start: Int

  /// `bytes` are the whole file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, headerRows: Int) {
    self.bytes = bytes
    delimiter = dialect.delimiter
    var scanner = LineScanner(bytes)
    var position = dialect.start
    var rows = headerRows
    while position < bytes.count, rows > 0 {
      let end = scanner.end(ofLineAt: position)
      if !scanner.isBlank(from: position, to: end) { rows -= 1 }
      position = end
    }
    start = position
  }

  /// Takes the role from columns that tell no recordings apart; where `bytes` are only the
  /// beginning of a file, it may come to several names yet.
  static func settle(
    _ plan: inout TablePlan, _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect,
    isWhole: Bool = true
  ) {
    guard plan.has(.recording) else { return }
    let columns = RecordingColumns(bytes, dialect, headerRows: plan.headerRows)
    let least = plan.form == .tidy ? leastRows * leastKeypoints : leastRows
    for column in plan.roles.indices where plan.roles[column] == .recording {
      let names = columns.names(column, leastRows: least)
      if names == .pictures || names == .one && isWhole { plan.roles[column] = .ignored }
    }
  }

  private enum Names { case one, several, pictures }

  /// Whether the column has several texts, or one for every few rows. Where quotes stand before its
  /// end, the bytes do not tell, and it is taken to have several. O(bytes) at most.
  private func names(_ column: Int, leastRows: Int) -> Names {
    var scanner = LineScanner(bytes)
    var texts = Set<[UInt8]>()
    var last: Range<Int>?
    var rows = 0
    var position = start
    while position < bytes.count {
      let end = scanner.end(ofLineAt: position)
      defer { position = end }
      if scanner.isBlank(from: position, to: end) { continue }
      rows += 1
      guard let field = field(column, position..<end) else { return .several }
      if let last, last.count == field.count, bytes[last].elementsEqual(bytes[field]) { continue }
      last = field
      texts.insert(Array(bytes[field]))
    }
    if texts.count > Self.few, rows < leastRows * texts.count { return .pictures }
    return texts.count > 1 ? .several : .one
  }

  /// Where a column's text stands in a line, blanks around it left aside; nil where quotes decide.
  private func field(_ column: Int, _ line: Range<Int>) -> Range<Int>? {
    var first = line.lowerBound
    var passed = 0
    for i in line {
      switch bytes[i] {
      case UInt8(ascii: "\""): return nil
      case delimiter where passed < column:
        passed += 1
        first = i + 1
      case delimiter: return trimmed(first..<i)
      default: continue
      }
    }
    return passed == column ? trimmed(first..<line.upperBound) : 0..<0
  }

  private func trimmed(_ field: Range<Int>) -> Range<Int> {
    var start = field.lowerBound
    var end = field.upperBound
    while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}

/// The fields of a table's rows as they stand in the bytes, for what must be known before the rows
/// are read.
struct RowBytes {
  private let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  /// The beginning of the first row of data.
  private let start: Int

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

  /// Hands on a column's text in each row, without blanks around it and empty where the row is too
  /// short, until told to stop by false. Returns false where quotes stand before a field's end, so
  /// that the bytes do not tell.
  func forEach(_ column: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var scanner = LineScanner(bytes)
    var position = start
    while position < bytes.count {
      let end = scanner.end(ofLineAt: position)
      defer { position = end }
      if scanner.isBlank(from: position, to: end) { continue }
      guard let field = field(column, position..<end) else { return false }
      if !take(UnsafeBufferPointer(rebasing: bytes[field]).trimmed) { return true }
    }
    return true
  }

  /// The first place before `end` where a byte stands between two digits; nil where it does nowhere.
  func first(_ byte: UInt8, betweenDigitsBefore end: Int) -> Int? {
    var position = start
    while let found = ByteSearch.first(byte, in: bytes, from: position), found < end {
      if found > start, found + 1 < bytes.count, bytes[found - 1].isDigit, bytes[found + 1].isDigit
      {
        return found
      }
      position = found + 1
    }
    return nil
  }

  private func field(_ column: Int, _ line: Range<Int>) -> Range<Int>? {
    var first = line.lowerBound
    var passed = 0
    for i in line {
      switch bytes[i] {
      case UInt8(ascii: "\""): return nil
      case delimiter where passed < column:
        passed += 1
        first = i + 1
      case delimiter: return first..<i
      default: continue
      }
    }
    return passed == column ? first..<line.upperBound : 0..<0
  }
}

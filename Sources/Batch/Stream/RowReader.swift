internal import PoseCSV

/// The rows of a CSV that arrives through a descriptor, one after another.
struct RowReader {
  enum Row {
    /// The cells, and the line on which the row begins, from 1.
    case cells([[UInt8]], line: Int)
    /// No row can be made of what stands there, for the reason given.
    case broken(reason: String, line: Int)
  }

  /// Bytes of the longest row.
  private static let limit = 1 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// What separates the fields, as the header has it; a comma before that is read.
  private(set) var delimiter = UInt8(ascii: ",")
  private var hasHeader = false
  private var lines: PieceReader
  /// Rows that came with the last line, in reverse.
  private var waiting: [Row] = []

  init(descriptor: Int32) {
    lines = PieceReader(
      descriptor: descriptor, terminator: Self.lineFeed, limit: Self.limit)
  }

  /// The next row; nil at the end. Blank lines are no rows.
  mutating func next() throws(SystemError) -> Row? {
    while waiting.isEmpty {
      guard let line = try lines.next() else { return nil }
      waiting = try rows(from: line).reversed()
    }
    return waiting.popLast()
  }

  /// The rows in a line and, where a quote is open at its end, in those that close it.
  private mutating func rows(from first: PieceReader.Piece) throws(SystemError) -> [Row] {
    var text = first.bytes
    var quotes = text.count { $0 == Self.quote }
    var isCut = first.isCut
    while !isCut, quotes % 2 == 1, let line = try lines.next() {
      text.append(Self.lineFeed)
      text += line.bytes
      quotes += line.bytes.count { $0 == Self.quote }
      isCut = line.isCut || text.count > Self.limit
    }
    if isCut {
      let reason = "the row is longer than \(Self.limit) bytes; a quote may be missing"
      return [.broken(reason: reason, line: first.number)]
    }
    do throws(PoseCSVError) {
      if !hasHeader { delimiter = CellDump.delimiter(text) }
      let rows = try CellDump.table(text, delimiter: delimiter)
      hasHeader = hasHeader || !rows.isEmpty
      return rows.map { .cells($0.cells, line: first.number + $0.line - 1) }
    } catch {
      return [.broken(reason: error.message, line: first.number)]
    }
  }
}

/// Rows of comma-separated values: UTF-8, LF, a header line first.
///
/// Numbers are ours and stay numbers; texts come from file names and files.
package struct CSVWriter: Sendable {
  /// Who reads the texts.
  package enum Reader: Sendable {
    /// They are disarmed, so that a spreadsheet shows them and never runs them.
    case spreadsheet
    /// They stand as they are; an empty one is in quotes, unlike a missing one.
    case program
  }

  let reader: Reader
  private var out = ByteSink()
  private var isRowStart = true

  package init(for reader: Reader = .spreadsheet) { self.reader = reader }

  package var bytes: [UInt8] { out.bytes }

  package mutating func header(_ names: [String]) {
    for name in names { text(name) }
    endRow()
  }

  package mutating func text(_ text: String?) {
    comma()
    guard let text else { return }
    let marks = Marks(text.utf8.span)
    if reader == .program, text.isEmpty {
      out.append("\"\"")
    } else if reader == .spreadsheet, marks.mayStartFormula {
      let disarmed = SpreadsheetText.disarm(text)
      quote(disarmed.utf8.span, Marks(disarmed.utf8.span))
    } else {
      quote(text.utf8.span, marks)
    }
  }

  package mutating func number(_ number: Int?) {
    comma()
    if let number { out.append(number) }
  }

  /// Empty when the number is missing.
  package mutating func number(_ number: Double?, decimals: Int) {
    comma()
    if let number { out.append(number, decimals: decimals) }
  }

  package mutating func empty() { comma() }

  /// Cells that were written before, such as those that all rows of a recording begin with.
  mutating func cells(_ written: CSVWriter) {
    comma()
    out.append(written.bytes)
  }

  package mutating func endRow() {
    out.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  private mutating func comma() {
    if !isRowStart { out.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  private mutating func quote(_ bytes: Span<UInt8>, _ marks: Marks) {
    let mark = UInt8(ascii: "\"")
    guard marks.needQuotes else { return out.append(bytes) }
    guard marks.holdQuote else { return out.append(bytes, between: mark) }
    out.append(mark)
    for i in bytes.indices {
      if bytes[i] == mark { out.append(mark) }
      out.append(bytes[i])
    }
    out.append(mark)
  }
}

/// What kinds of characters a text has that a cell cannot hold as they are.
private struct Marks {
  /// A formula could start in it: nothing that begins with a letter or digit and has no cell within.
  let mayStartFormula: Bool
  let needQuotes: Bool
  let holdQuote: Bool

  init(_ bytes: Span<UInt8>) {
    // Without an early end and checks of bounds, many bytes are compared at once.
    var quotes: UInt8 = 0
    var others: UInt8 = 0
    var ends: UInt8 = 0
    for i in bytes.indices {
      let byte = unsafe bytes[unchecked: i]
      quotes |= byte == UInt8(ascii: "\"") ? 1 : 0
      others |= byte == UInt8(ascii: ",") ? 1 : 0
      others |= byte == UInt8(ascii: "'") ? 1 : 0
      ends |= byte == UInt8(ascii: ";") ? 1 : 0
      ends |= byte < 0x20 ? 1 : 0
    }
    holdQuote = quotes != 0
    needQuotes = quotes | others | ends != 0
    mayStartFormula = ends != 0 || !bytes.isEmpty && !Self.isWordly(bytes[0])
  }

  private static func isWordly(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}

/// Rows of comma-separated values: UTF-8, LF, a header line first.
///
/// Numbers are ours and stay numbers; texts come from file names and files and are disarmed, so
/// that a spreadsheet shows them and never runs them.
package struct CSVWriter: Sendable {
  private var out: ByteSink
  private var isRowStart = true

  package init(capacity: Int = 0) { out = ByteSink(capacity: capacity) }

  package var bytes: [UInt8] { out.bytes }

  package mutating func header(_ names: [String]) {
    for name in names { text(name) }
    endRow()
  }

  package mutating func text(_ text: String?) {
    comma()
    guard let text else { return }
    quote(SpreadsheetText.disarm(text))
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

  private mutating func quote(_ text: String) {
    let bytes = text.utf8.span
    var needsQuotes = false
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0..<0x20:
        needsQuotes = true
      default: continue
      }
    }
    guard needsQuotes else { return out.append(text) }
    out.append(UInt8(ascii: "\""))
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: "\"") { out.append(bytes[i]) }
      out.append(bytes[i])
    }
    out.append(UInt8(ascii: "\""))
  }
}

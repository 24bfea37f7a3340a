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

  package mutating func endRow() {
    out.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  private mutating func comma() {
    if !isRowStart { out.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  private mutating func quote(_ text: String) {
    let needsQuotes = text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0..<0x20:
        true
      default: false
      }
    }
    guard needsQuotes else { return out.append(text) }
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }
}

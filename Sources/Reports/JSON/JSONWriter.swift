/// Compact JSON with the keys in the order in which they are written.
///
/// A missing number is null; text is escaped so that a line stays a line for every reader: control
/// characters, U+0085, U+2028 and U+2029 never appear as themselves.
package struct JSONWriter: Sendable {
  private var out: ByteSink
  private var needsComma = false

  package init(capacity: Int = 0) { out = ByteSink(capacity: capacity) }

  package var bytes: [UInt8] { out.bytes }

  // MARK: - Structure

  /// An object as an element or at the top.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    comma()
    enclose("{", "}", body)
  }

  /// An object inside another. A key is a text without anything to escape, by its literal; one that
  /// comes from elsewhere is `named`.
  package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    name(key)
    enclose("{", "}", body)
  }

  package mutating func object(named key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    enclose("{", "}", body)
  }

  /// An array whose elements `each` writes.
  package mutating func array<Elements: Sequence>(
    _ key: StaticString, _ elements: Elements, each: (inout JSONWriter, Elements.Element) -> Void
  ) {
    name(key)
    enclose("[", "]") { json in
      for element in elements { each(&json, element) }
    }
  }

  /// A comma between elements of an array that is written in parts; the next element has none.
  package mutating func separate() {
    out.append(UInt8(ascii: ","))
    needsComma = false
  }

  /// Ends a line of NDJSON.
  package mutating func endLine() {
    out.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: - Values

  package mutating func field(_ key: StaticString, _ text: String?) {
    name(key)
    if let text { quote(text) } else { null() }
  }

  package mutating func field(named key: String, _ text: String) {
    name(key)
    quote(text)
  }

  package mutating func field(_ key: StaticString, _ number: Int?) {
    name(key)
    if let number { out.append(number) } else { null() }
  }

  package mutating func field(_ key: StaticString, _ flag: Bool) {
    name(key)
    out.append(flag ? "true" : "false")
  }

  /// A number with at most `decimals` decimals and, unless `decimals` is 0, at least one; null
  /// when it is missing.
  package mutating func field(_ key: StaticString, _ number: Double?, decimals: Int) {
    name(key)
    guard let number, out.append(number, decimals: decimals, keeping: min(1, decimals)) else {
      return null()
    }
  }

  package mutating func element(_ number: Int) {
    comma()
    out.append(number)
  }

  package mutating func element(_ text: String) {
    comma()
    quote(text)
  }

  // MARK: - Parts

  private mutating func enclose(
    _ start: Unicode.Scalar, _ end: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    out.append(UInt8(ascii: start))
    needsComma = false
    body(&self)
    out.append(UInt8(ascii: end))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { out.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func name(_ key: StaticString) {
    comma()
    out.append(UInt8(ascii: "\""))
    out.append(key)
    out.append("\":" as StaticString)
  }

  private mutating func name(_ key: String) {
    comma()
    quote(key)
    out.append(UInt8(ascii: ":"))
  }

  private mutating func null() { out.append("null") }

  private mutating func quote(_ text: String) {
    let bytes = text.utf8.span
    if Self.isPrintableASCII(bytes) || Self.isPlain(bytes) {
      return out.append(bytes, between: UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: "\""))
    escape(text)
    out.append(UInt8(ascii: "\""))
  }

  /// Whether a text, as nearly every one, holds nothing that could have to be escaped.
  private static func isPrintableASCII(_ bytes: Span<UInt8>) -> Bool {
    // Without an early end and checks of bounds, many bytes are compared at once: five times as
    // fast.
    var strange: UInt8 = 0
    for i in bytes.indices {
      let byte = unsafe bytes[unchecked: i]
      strange |= byte &- 0x20 >= 0x5F ? 1 : 0
      strange |= byte == UInt8(ascii: "\"") ? 1 : 0
      strange |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return strange == 0
  }

  /// Whether a text may stand as it is. UTF-8 shows U+0080 to U+009F as C2 80 to C2 9F, U+2028 and
  /// U+2029 as E2 80 A8 and E2 80 A9.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for i in bytes.indices {
      switch bytes[i] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return false
      case 0xC2: if bytes[i + 1] < 0xA0 { return false }
      case 0xE2: if bytes[i + 1] == 0x80, bytes[i + 2] | 1 == 0xA9 { return false }
      default: continue
      }
    }
    return true
  }

  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.append("\\\"")
      case "\\": out.append("\\\\")
      case "\n": out.append("\\n")
      case "\r": out.append("\\r")
      case "\t": out.append("\\t")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        out.append("\\u")
        out.append(hexadecimal: scalar.value, digits: 4)
      default: out.append(scalar)
      }
    }
  }
}

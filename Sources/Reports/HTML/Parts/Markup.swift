/// Writes HTML. Raw text does not compile: a piece of markup is a literal of this program,
/// everything else is escaped or a number.
package struct MarkupWriter {
  /// A literal in the source of this program.
  package struct Literal: ExpressibleByStringLiteral {
    fileprivate let text: String
    package init(stringLiteral text: String) { self.text = text }
  }

  private var out: ByteSink

  package init(capacity: Int = 0) { out = ByteSink(capacity: capacity) }

  package var bytes: [UInt8] { out.bytes }

  package mutating func tag(_ html: Literal) { out.append(html.text) }

  package mutating func text(_ text: String) { Escape.append(text, to: &out) }

  package mutating func number(_ number: Int) { out.append(number) }

  /// A number for the script to read; it is not missing.
  mutating func data(_ number: Double) { out.append(number, decimals: 3, keeping: 0) }

  /// A number to be read by people, with a true minus sign; "–" when it is missing.
  package mutating func number(_ number: Double, decimals: Int, keeping: Int = 0) {
    let start = out.count
    guard out.append(number, decimals: decimals, keeping: keeping) else { return out.append("–") }
    out.replaceHyphen(at: start)
  }

  /// A point of a path, at a distance from the one before: " 3-4".
  mutating func step(_ across: Int, _ down: Int) {
    if across >= 0 { out.append(UInt8(ascii: " ")) }
    out.append(across)
    if down >= 0 { out.append(UInt8(ascii: " ")) }
    out.append(down)
  }

  /// One of the program's own files, as it is.
  mutating func asset(_ bytes: [UInt8]) { out.append(bytes) }
}

extension ByteSink {
  /// Puts a true minus sign where a hyphen stands for one.
  fileprivate mutating func replaceHyphen(at place: Int) {
    edit { bytes in
      guard place < bytes.count, bytes[place] == UInt8(ascii: "-") else { return }
      bytes.replaceSubrange(place...place, with: "−".utf8)
    }
  }
}

/// Text as HTML shows it, in content and in quoted attributes.
package enum Escape {
  /// The text with all that HTML would obey replaced. Works scalar by scalar: a quote that
  /// carries a combining mark is still a quote to a browser.
  package static func html(_ text: String) -> String {
    if text.utf8.allSatisfy(isHarmless) { return text }
    var out = ByteSink(capacity: text.utf8.count + 16)
    append(text, to: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  static func append(_ text: String, to out: inout ByteSink) {
    if text.utf8.allSatisfy(isHarmless) { return out.append(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): out.append("&lt;")
      case UInt8(ascii: ">"): out.append("&gt;")
      case UInt8(ascii: "&"): out.append("&amp;")
      case UInt8(ascii: "\""): out.append("&quot;")
      case UInt8(ascii: "'"): out.append("&#39;")
      case UInt8(ascii: "`"): out.append("&#96;")
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): out.append(byte)
      case 0..<0x20, 0x7F: out.append("\u{FFFD}")
      default: out.append(byte)
      }
    }
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"), 0..<0x20, 0x7F:
      false
    default: true
    }
  }
}

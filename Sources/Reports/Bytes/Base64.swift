/// Bytes as text of 64 characters (RFC 4648), padded.
package enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each digit; 64 for bytes that are none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  package static func text(_ bytes: [UInt8]) -> String {
    var out = ByteSink()
    out.append(base64: bytes)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The bytes that a text stands for; nil when it is not one that `text` writes.
  package static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    let body = text.dropLast(padding)
    var bytes = [UInt8]()
    bytes.reserveCapacity(text.count / 4 * 3)
    var word: UInt32 = 0
    var held = 0
    let values = values
    for digit in body {
      let value = values[Int(digit)]
      if value == 64 { return nil }
      word = word << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(held)))
      }
    }
    return bytes
  }

  fileprivate static func encode(_ bytes: [UInt8], into out: inout [UInt8]) {
    let digits = digits
    out.reserveCapacity(out.count + (bytes.count + 2) / 3 * 4)
    let whole = bytes.count / 3 * 3
    for start in stride(from: 0, to: whole, by: 3) {
      let word =
        UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2])
      out.append(digits[Int(word >> 18)])
      out.append(digits[Int(word >> 12 & 63)])
      out.append(digits[Int(word >> 6 & 63)])
      out.append(digits[Int(word & 63)])
    }
    let rest = bytes.count - whole
    guard rest > 0 else { return }
    let word = UInt32(bytes[whole]) << 16 | (rest > 1 ? UInt32(bytes[whole + 1]) << 8 : 0)
    out.append(digits[Int(word >> 18)])
    out.append(digits[Int(word >> 12 & 63)])
    out.append(rest > 1 ? digits[Int(word >> 6 & 63)] : UInt8(ascii: "="))
    out.append(UInt8(ascii: "="))
  }
}

extension ByteSink {
  /// Appends bytes in base64.
  package mutating func append(base64 bytes: [UInt8]) {
    edit { Base64.encode(bytes, into: &$0) }
  }
}

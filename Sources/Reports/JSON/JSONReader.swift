/// Reads JSON (RFC 8259) value by value, in the order of the text and without a tree.
///
/// Each call reads one value and what follows it up to the next; a value of another kind than
/// asked for is a failure with its place.
package struct JSONReader: Sendable {
  /// Objects and arrays within each other; more is refused.
  static let deepest = 64

  /// What a value is, by its first byte.
  package enum Kind: Sendable {
    case object, array, text, number, bool, null
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var depth = 0

  /// Reads from a part of some bytes; a byte order mark at its start is passed over.
  package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.count
    precondition(range.upperBound <= bytes.count, "the part lies within the bytes")
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  // MARK: - Structure

  /// What comes next.
  package mutating func kind() throws(JSONFailure) -> Kind {
    skipSpace()
    guard position < end else { throw failure("ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: return .number
    }
  }

  /// Reads an object; `member` must read each value, or skip it.
  package mutating func object(
    _ member: (inout JSONReader, String) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    guard try kind() == .object else { throw failure("expected an object in braces") }
    try enter()
    if take("}") { return depth -= 1 }
    while true {
      skipSpace()
      guard position < end, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("expected a key in double quotes")
      }
      let key = try text()
      skipSpace()
      guard take(":") else { throw failure("expected ':' after the key") }
      try member(&self, key)
      skipSpace()
      if take("}") { return depth -= 1 }
      guard take(",") else { throw failure("expected ',' or '}'") }
    }
  }

  /// Reads an array; `element` must read each value, or skip it.
  package mutating func array(
    _ element: (inout JSONReader) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    guard try kind() == .array else { throw failure("expected a list in brackets") }
    try enter()
    if take("]") { return depth -= 1 }
    while true {
      try element(&self)
      skipSpace()
      if take("]") { return depth -= 1 }
      guard take(",") else { throw failure("expected ',' or ']'") }
    }
  }

  /// Passes over a value of any kind.
  package mutating func skip() throws(JSONFailure) {
    switch try kind() {
    case .object: try object { (json, _) throws(JSONFailure) in try json.skip() }
    case .array: try array { (json) throws(JSONFailure) in try json.skip() }
    case .text: _ = try text()
    case .number: _ = try number()
    case .bool: _ = try bool()
    case .null: _ = try null()
    }
  }

  /// Fails where there is more than blanks.
  package mutating func finish() throws(JSONFailure) {
    skipSpace()
    guard position == end else { throw failure("there is more after the end") }
  }

  // MARK: - Values

  /// Whether the value is null; reads it only then.
  package mutating func null() throws(JSONFailure) -> Bool {
    guard try kind() == .null else { return false }
    try word("null")
    return true
  }

  package mutating func bool() throws(JSONFailure) -> Bool {
    guard try kind() == .bool else { throw failure("expected true or false") }
    if bytes[position] == UInt8(ascii: "t") {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  /// A finite number, correctly rounded.
  package mutating func number() throws(JSONFailure) -> Double {
    skipSpace()
    let start = position
    let isNegative = take("-")
    let first = position
    var mantissa: UInt64 = 0
    digits { mantissa = mantissa &* 10 &+ $0 }
    let whole = position - first
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else {
      position = start
      throw failure("expected a value")
    }
    var decimals = 0
    if take(".") {
      let point = position
      digits { mantissa = mantissa &* 10 &+ $0 }
      decimals = position - point
      guard decimals > 0 else { throw failure("expected a digit after the point") }
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if !take("+") { _ = take("-") }
      let exponent = position
      digits { _ in }
      guard position > exponent else { throw failure("expected a digit in the exponent") }
    } else if whole + decimals <= 15 {
      // Both are exact in a double, so the one division rounds correctly.
      let magnitude = Double(mantissa) / Self.powers[decimals]
      return isNegative ? -magnitude : magnitude
    }
    guard position - start <= 400,
      let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
      number.isFinite
    else { throw failure("a number is too large or too long") }
    return number
  }

  /// A number without decimals.
  package mutating func integer() throws(JSONFailure) -> Int {
    guard let integer = Int(exactly: try number()) else {
      throw failure("expected a number without decimals")
    }
    return integer
  }

  package mutating func text() throws(JSONFailure) -> String {
    guard try kind() == .text else { throw failure("expected a text in double quotes") }
    position += 1
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
      guard byte >= 0x20 else { throw failure("a text holds a control character") }
      position += 1
    }
    throw failure("a text does not end")
  }

  // MARK: - Texts with escapes

  private mutating func escapedText(from start: Int) throws(JSONFailure) -> String {
    var text = Array(bytes[start..<position])
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
      case 0..<0x20: throw failure("a text holds a control character")
      default: text.append(byte)
      }
    }
    throw failure("a text does not end")
  }

  private mutating func escaped() throws(JSONFailure) -> Unicode.Scalar {
    guard position < end else { throw failure("a text does not end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      guard 0xD800..<0xDC00 ~= first, bytes[position..<end].starts(with: Array("\\u".utf8)) else {
        return Unicode.Scalar(first) ?? "\u{FFFD}"
      }
      position += 2
      let second = try hexadecimal()
      guard 0xDC00..<0xE000 ~= second else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
    default: throw failure("an unknown escape in a text")
    }
  }

  private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
    let digits = bytes[position..<end].prefix(4)
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")),
      !digits.contains(UInt8(ascii: "-")),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    position += 4
    return number
  }

  // MARK: - Bytes

  private mutating func enter() throws(JSONFailure) {
    depth += 1
    guard depth <= Self.deepest else { throw failure("is nested too deeply") }
    position += 1
    skipSpace()
  }

  private mutating func digits(_ digit: (UInt64) -> Void) {
    while position < end, bytes[position] &- UInt8(ascii: "0") <= 9 {
      digit(UInt64(bytes[position] &- UInt8(ascii: "0")))
      position += 1
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFailure) {
    let matches = word.withUTF8Buffer { unsafe bytes[position..<end].starts(with: $0) }
    guard matches else { throw failure("expected a value") }
    position += word.utf8CodeUnitCount
  }

  private mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// A failure at the place where the reader stands.
  package func failure(_ message: String) -> JSONFailure {
    let before = bytes[..<min(position, end)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFailure(line: line, column: before.count - start + 1, message: message)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// Why bytes are no JSON, or not what was expected: a sentence without its place.
package struct JSONFailure: Error, Sendable, Equatable {
  /// Counted from 1, over all the bytes.
  package var line: Int
  /// In bytes, from 1.
  package var column: Int
  package var message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// A JSON value read from bytes: for sidecars, and for results of earlier runs.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  /// In the order of the text; a repeated key keeps all its values.
  case object([Member])

  struct Member: Sendable, Equatable {
    var key: String
    var value: JSONValue
  }

  /// Why bytes are no JSON: a sentence without its place.
  struct Failure: Error, Sendable, Equatable {
    var line: Int
    var column: Int
    var message: String
  }

  /// Reads one value and nothing after it.
  init(_ bytes: [UInt8]) throws(Failure) {
    var parser = JSONParser(bytes)
    self = try parser.document()
  }

  /// The first value under a key; nil when this is no object or has no such key.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}

/// A recursive-descent reader of RFC 8259, with a limit to its depth.
private struct JSONParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(JSONValue.Failure) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw failure("there is more after the end") }
    return value
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(JSONValue.Failure) -> JSONValue {
    guard depth < Self.deepest else { throw failure("is nested too deeply") }
    skipSpace()
    guard position < bytes.count else { throw failure("ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONValue.Failure) -> JSONValue {
    var members: [JSONValue.Member] = []
    position += 1
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("expected a key in double quotes")
      }
      let key = try text()
      skipSpace()
      guard take(":") else { throw failure("expected ':' after the key") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw failure("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(JSONValue.Failure) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw failure("expected ',' or ']'") }
    }
  }

  private mutating func text() throws(JSONValue.Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<0x20: throw failure("a text holds a control character")
      default: text.append(byte)
      }
    }
    throw failure("a text does not end")
  }

  private mutating func escaped() throws(JSONValue.Failure) -> Character {
    guard position < bytes.count else { throw failure("a text does not end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      guard 0xD800..<0xDC00 ~= first, bytes[position...].starts(with: Array("\\u".utf8)) else {
        return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
      }
      position += 2
      let second = try hexadecimal()
      guard 0xDC00..<0xE000 ~= second else { return "\u{FFFD}" }
      return Character(
        Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}")
    default: throw failure("an unknown escape in a text")
    }
  }

  private mutating func hexadecimal() throws(JSONValue.Failure) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    position += 4
    return number
  }

  private mutating func number() throws(JSONValue.Failure) -> JSONValue {
    let digits = bytes[position...].prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard digits.count <= 64, let number = Double(String(decoding: digits, as: UTF8.self)),
      number.isFinite
    else { throw failure("expected a value") }
    position += digits.count
    return .number(number)
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONValue.Failure) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("expected a value") }
    position += word.utf8.count
    return value
  }

  // MARK: - Bytes

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private func failure(_ message: String) -> JSONValue.Failure {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONValue.Failure(line: line, column: before.count - start + 1, message: message)
  }
}

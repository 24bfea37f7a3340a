/// Reads numbers in brackets from one field: all keypoints of a row, `[[0.1, 0.2, 0.9], …]`, or one,
/// `(0.1, 0.2)`, `{'x': 0.1, 'y': 0.2}`.
enum ListCell {
  /// Appends the numbers; false when something between the brackets is neither a number nor a key
  /// before its colon.
  static func read(
    _ field: UnsafeBufferPointer<UInt8>, _ parser: NumberParser, into list: inout [Float]
  ) -> Bool {
    tokens(field) { token in
      switch parser.parse(token) {
      case .number(let value) where abs(value) < Limits.coordinate: list.append(Float(value))
      case .missing: list.append(.nan)
      default: return token.last == UInt8(ascii: ":")
      }
      return true
    }
  }

  /// The words before colons, without quotes.
  static func keys(_ field: UnsafeBufferPointer<UInt8>) -> [String] {
    var keys: [String] = []
    _ = tokens(field) { token in
      if token.last == UInt8(ascii: ":") {
        keys += Words.of(String(decoding: token, as: UTF8.self)).prefix(1)
      }
      return true
    }
    return keys
  }

  /// Hands on what stands between separators, until told to stop by false, which is returned.
  private static func tokens(
    _ field: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var start: Int?
    for i in 0...field.count {
      if i < field.count, !isSeparator(field[i]) {
        if start == nil { start = i }
        continue
      }
      guard let first = start else { continue }
      start = nil
      if !take(UnsafeBufferPointer(rebasing: field[first..<i])) { return false }
    }
    return true
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}

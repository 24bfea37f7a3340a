/// Reads all keypoints of a row from one field: numbers in brackets, `[[0.1, 0.2, 0.9], …]`.
enum ListCell {
  /// Appends the numbers; false when something between the brackets is no number.
  static func read(
    _ field: UnsafeBufferPointer<UInt8>, _ parser: NumberParser, into list: inout [Float]
  ) -> Bool {
    var start: Int?
    for i in 0...field.count {
      let isNumber = i < field.count && !isSeparator(field[i])
      if isNumber {
        if start == nil { start = i }
        continue
      }
      guard let first = start else { continue }
      start = nil
      switch parser.parse(UnsafeBufferPointer(rebasing: field[first..<i])) {
      case .number(let value) where abs(value) < Limits.coordinate: list.append(Float(value))
      case .missing: list.append(.nan)
      default: return false
      }
    }
    return true
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\t"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}

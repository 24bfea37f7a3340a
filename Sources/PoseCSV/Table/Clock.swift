/// Reads `[[hours:]minutes:]seconds`, as video tools write times.
enum Clock {
  /// Seconds, or nil when a part is no number or is negative.
  static func seconds(_ field: UnsafeBufferPointer<UInt8>, _ parser: NumberParser) -> Double? {
    let parts = field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 3 else { return nil }
    var seconds = 0.0
    for part in parts {
      guard case .number(let value) = parser.parse(UnsafeBufferPointer(rebasing: part)), value >= 0
      else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds
  }
}

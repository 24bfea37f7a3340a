/// Reads times as clocks and calendars write them: `[[hours:]minutes:]seconds`, behind a date or a
/// number of days: `2026-03-04T10:00:00.033+01:00`, `0 days 00:00:00.033`, `10:00:00.033 PM`.
///
/// The zone is left aside: only differences are used.
enum Clock {
  /// Seconds, since 1970 behind a date; nil when a part is no number or is negative.
  static func seconds(_ field: UnsafeBufferPointer<UInt8>, _ parser: NumberParser) -> Double? {
    let (bare, half) = withoutHalf(field.trimmed)
    var text = bare
    guard let colon = ByteSearch.first(UInt8(ascii: ":"), in: text) else { return nil }
    var days = 0.0
    // The date ends at the last blank or T before the hours.
    if let end = text[..<colon].lastIndex(where: { $0 | 0x20 == UInt8(ascii: "t") || $0 == blank })
    {
      guard let found = self.days(UnsafeBufferPointer(rebasing: text[..<end]).trimmed, parser)
      else { return nil }
      days = found
      text = withoutZone(UnsafeBufferPointer(rebasing: text[(end + 1)...]))
    }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 3, half == nil || parts.count == 3 else { return nil }
    var seconds = 0.0
    for (index, part) in parts.enumerated() {
      guard var value = number(UnsafeBufferPointer(rebasing: part), parser), value >= 0 else {
        return nil
      }
      if let half, index == 0 {
        guard value <= 12 else { return nil }
        value = value.truncatingRemainder(dividingBy: 12) + (half == .afternoon ? 12 : 0)
      }
      seconds = seconds * 60 + value
    }
    return days * 86_400 + seconds
  }

  private static let blank = UInt8(ascii: " ")

  /// Half a day, which begins at 12.
  private enum Half { case morning, afternoon }

  /// Without `AM` or `PM`.
  private static func withoutHalf(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, Half?) {
    guard text.count > 2, text[text.count - 1] | 0x20 == UInt8(ascii: "m") else {
      return (text, nil)
    }
    let half: Half
    switch text[text.count - 2] | 0x20 {
    case UInt8(ascii: "a"): half = .morning
    case UInt8(ascii: "p"): half = .afternoon
    default: return (text, nil)
    }
    return (UnsafeBufferPointer(rebasing: text.dropLast(2)).trimmed, half)
  }

  /// The number, whichever mark it has: subtitles write `00:00:01,033`.
  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ parser: NumberParser
  ) -> Double? {
    switch parser.parse(text) {
    case .number(let value): return value
    case .otherMark:
      let comma = UInt8(ascii: ",")
      let other = NumberParser(mark: parser.mark == comma ? UInt8(ascii: ".") : comma)
      if case .number(let value) = other.parse(text) { return value }
      return nil
    case .missing, .invalid: return nil
    }
  }

  /// Days since 1970 of `2026-03-04`, `2026/03/04` or `04.03.2026`, or the days of `2 days`; 0 of
  /// `03/04/2026`, in which the month or the day may come first.
  private static func days(
    _ text: UnsafeBufferPointer<UInt8>, _ parser: NumberParser
  ) -> Double? {
    let words = text.split(separator: blank)
    if words.count == 2, words[1].elementsEqual("days".utf8) || words[1].elementsEqual("day".utf8) {
      guard case .number(let days) = parser.parse(UnsafeBufferPointer(rebasing: words[0])) else {
        return nil
      }
      return days
    }
    let dot = UInt8(ascii: ".")
    let slash = UInt8(ascii: "/")
    var parts = text.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == slash || $0 == dot
    }
    guard parts.count == 3 else { return nil }
    if parts[2].count == 4 {
      if text.contains(slash), parts.allSatisfy({ whole($0) != nil }) { return 0 }
      guard text.contains(dot) else { return nil }
      parts.reverse()
    }
    guard parts[0].count == 4, let year = whole(parts[0]), let month = whole(parts[1]),
      let day = whole(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years that begin in March end with the day that leap years add.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let era = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
    return Double(era + dayOfYear - 719_468)
  }

  private static func whole(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return digits.isEmpty || digits.count > 4 ? nil : value
  }

  /// Without `Z`, `+01:00` or `-0500`.
  private static func withoutZone(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let end = text.firstIndex { byte in
      byte | 0x20 == UInt8(ascii: "z") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
    return UnsafeBufferPointer(rebasing: text[..<(end ?? text.count)]).trimmed
  }
}

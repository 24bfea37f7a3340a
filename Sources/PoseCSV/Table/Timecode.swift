/// Times as film editors write them: hours, minutes, seconds, and the frame within the second,
/// `00:00:01:12`; `00:00:01;12` where numbers are left out to keep up with 29.97 or 59.94 frames.
struct Timecode {
  /// Frame numbers of a second.
  private let base: Int
  private let dropsNumbers: Bool

  private static let rates: Set<Int> = [24, 25, 30, 48, 50, 60, 100, 120]

  /// The code of a column; nil where its first row has no such time, or where the rows do not tell
  /// how many frames a second has: they must count on by one, reach the next second, and leave no
  /// unusual number.
  init?(_ rows: RowBytes, _ column: Int) {
    var last: Place?
    var most = 0
    var counts = false
    var rollsOver = false
    var drops = false
    let isPlain = rows.forEach(column) { field in
      guard let place = Self.place(field) else { return last != nil }
      most = max(most, place.frame)
      drops = drops || place.dropsNumbers
      if let last {
        counts = counts || place.seconds == last.seconds && place.frame == last.frame + 1
        rollsOver = rollsOver || place.seconds == last.seconds + 1
      }
      last = place
      return true
    }
    guard isPlain, counts, rollsOver, Self.rates.contains(most + 1) else { return nil }
    base = most + 1
    dropsNumbers = drops && base.isMultiple(of: 30)
  }

  /// Seconds from midnight; nil for any other text.
  func seconds(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let place = Self.place(field), place.frame < base else { return nil }
    let frames = place.seconds * base + place.frame
    guard dropsNumbers else { return Double(frames) / Double(base) }
    // Two numbers of 30 are left out at each minute but every tenth.
    let minutes = place.seconds / 60
    let left = (minutes - minutes / 10) * base / 15
    return Double(frames - left) * 1001 / Double(base * 1000)
  }

  private struct Place {
    var seconds: Int
    var frame: Int
    var dropsNumbers: Bool
  }

  private static func place(_ field: UnsafeBufferPointer<UInt8>) -> Place? {
    var numbers: [Int] = []
    var digits = 0
    var drops = false
    for byte in field {
      switch byte {
      case _ where byte.isDigit && digits < 3:
        if digits == 0 { numbers.append(0) }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
        digits += 1
      case UInt8(ascii: ":") where digits > 0: digits = 0
      case UInt8(ascii: ";") where digits > 0 && numbers.count == 3:
        drops = true
        digits = 0
      default: return nil
      }
    }
    guard numbers.count == 4, digits > 0 else { return nil }
    return Place(
      seconds: (numbers[0] * 60 + numbers[1]) * 60 + numbers[2], frame: numbers[3],
      dropsNumbers: drops)
  }
}

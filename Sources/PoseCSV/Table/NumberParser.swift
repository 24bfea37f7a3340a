import Glibc

/// Reads a field as a number, by this grammar and no other:
/// `[+-] digits [mark digits] [e|E [+-] digits]`, at most 64 bytes, blanks around it allowed; a
/// digit on either side of the mark is enough. The result is the double nearest to the decimal.
struct NumberParser {
  /// What a field turned out to be.
  enum Outcome {
    case number(Double)
    /// Empty, or one of the spellings of a missing value.
    case missing
    /// A number, had the file the other decimal mark.
    case otherMark
    case invalid
  }

  /// `.` or `,`.
  var mark: UInt8

  init(mark: UInt8 = UInt8(ascii: ".")) { self.mark = mark }

  /// O(length), without allocation.
  func parse(_ field: UnsafeBufferPointer<UInt8>) -> Outcome {
    var start = 0
    var end = field.count
    while start < end, isBlank(field[start]) { start += 1 }
    while end > start, isBlank(field[end - 1]) { end -= 1 }
    if start == end { return .missing }
    if let value = decimal(field, start, end, mark: mark) { return .number(value) }
    let trimmed = UnsafeBufferPointer(rebasing: field[start..<end])
    if Missing.spells(trimmed) { return .missing }
    let other = mark == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
    return decimal(field, start, end, mark: other) == nil ? .invalid : .otherMark
  }

  /// The digits are gathered as an integer m and a power of ten p. Where m ≤ 2^53 and |p| ≤ 22
  /// both are doubles without error, so one multiplication or division rounds once: exact.
  /// Anything longer goes to `strtod`.
  private func decimal(
    _ field: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, mark: UInt8
  ) -> Double? {
    guard end - start <= Limits.numberBytes else { return nil }
    var i = start
    let negative = field[i] == UInt8(ascii: "-")
    if negative || field[i] == UInt8(ascii: "+") { i += 1 }
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var power = 0
    while i < end, let digit = digit(field[i]) {
      if significant < 19 {
        mantissa = mantissa * 10 + digit
        if mantissa > 0 { significant += 1 }
      } else {
        significant += 1
      }
      digits += 1
      i += 1
    }
    if i < end, field[i] == mark {
      i += 1
      while i < end, let digit = digit(field[i]) {
        if significant < 19 {
          mantissa = mantissa * 10 + digit
          if mantissa > 0 { significant += 1 }
          power -= 1
        } else {
          significant += 1
        }
        digits += 1
        i += 1
      }
    }
    guard digits > 0 else { return nil }
    if i < end, field[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      var exponent = 0
      var exponentDigits = 0
      guard i < end else { return nil }
      let down = field[i] == UInt8(ascii: "-")
      if down || field[i] == UInt8(ascii: "+") { i += 1 }
      while i < end, let digit = digit(field[i]) {
        exponent = min(exponent * 10 + Int(digit), 100_000)
        exponentDigits += 1
        i += 1
      }
      guard exponentDigits > 0 else { return nil }
      power += down ? -exponent : exponent
    }
    guard i == end else { return nil }
    if significant <= 19, mantissa <= 1 << 53, power >= -22, power <= 22 {
      let value = Double(mantissa)
      let scaled = power < 0 ? value / powersOfTen[-power] : value * powersOfTen[power]
      return negative ? -scaled : scaled
    }
    return viaStrtod(field, start, end, mark: mark)
  }

  private func viaStrtod(
    _ field: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, mark: UInt8
  ) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Limits.numberBytes + 1) { text in
      for i in start..<end {
        text[i - start] = CChar(bitPattern: field[i] == mark ? UInt8(ascii: ".") : field[i])
      }
      text[end - start] = 0
      guard let base = text.baseAddress else { return .nan }
      return strtod(base, nil)
    }
  }

  private func digit(_ byte: UInt8) -> UInt64? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? UInt64(value) : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// 10^0 … 10^22, each exact as a double.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

/// The spellings of a value that is not there, in any case.
enum Missing {
  static let spellings: [[UInt8]] = [
    "nan", "-nan", "+nan", "na", "n/a", "n.a.", "null", "nil", "none", "<na>", "missing",
    "undefined", "-", "--",
    ".", "?", "inf", "-inf", "+inf", "infinity", "-infinity", "1.#ind", "-1.#ind", "1.#qnan",
    "-1.#qnan", "1.#inf", "-1.#inf", "nan(ind)", "-nan(ind)", "#n/a", "#div/0!", "#value!", "#ref!",
    "#num!", "#null!", "#name?",
  ].map { Array($0.utf8) }

  static func spells(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard field.count <= 9 else { return false }
    return spellings.contains { spelling in
      spelling.count == field.count
        && zip(spelling, field).allSatisfy { $0 == lowercased($1) }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

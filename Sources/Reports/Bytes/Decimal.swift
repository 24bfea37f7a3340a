/// A number in decimal notation: rounded once, the same on every machine and in every locale.
package enum Decimal {
  /// The most decimals that can be asked for.
  package static let mostDecimals = 9

  /// Beyond this size a double has no decimals left to round; such a number counts as missing.
  static let limit = 1e15

  /// The double nearest to what is written of a value; NaN where it is missing.
  package static func rounded(_ value: Double, decimals: Int) -> Double {
    guard let scaled = scaled(value, decimals: decimals) else { return .nan }
    // An integer below 2^53 and a power of ten are exact, so the one division rounds correctly.
    guard scaled < 1 << 53 else { return value }
    let magnitude = Double(UInt64(scaled)) / Double(powers[decimals])
    return value < 0 && scaled > 0 ? -magnitude : magnitude
  }

  /// `value` × 10^`decimals`, rounded to the nearest integer, ties to the even one; nil for NaN,
  /// infinities and magnitudes of 10^15 and more.
  ///
  /// Exact: a double is m·2^−s, so the product m·10^d is an integer and the rounding looks at
  /// the bits that the shift by s drops. A multiplication in floating point would round twice.
  static func scaled(_ value: Double, decimals: Int) -> UInt128? {
    precondition((0...mostDecimals).contains(decimals), "a number has 0 to 9 decimals")
    guard value.magnitude < limit else { return nil }
    guard value != 0 else { return 0 }
    let shift = 52 - max(Int(value.exponent), -1022)
    let mantissa =
      value.isNormal
      ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
    if shift <= 0 { return (UInt128(mantissa) << UInt128(-shift)) * UInt128(powers[decimals]) }
    // 53 bits times 10^3 stay within 64, which is the case of nearly every number written.
    if decimals <= 3 {
      return UInt128(round(mantissa * powers[decimals], droppingBits: shift))
    }
    return round(UInt128(mantissa) * UInt128(powers[decimals]), droppingBits: shift)
  }

  private static func round<Word: FixedWidthInteger>(_ word: Word, droppingBits shift: Int) -> Word
  {
    guard shift < Word.bitWidth else { return 0 }
    let quotient = word >> Word(shift)
    let rest = word & ((1 << Word(shift)) - 1)
    let half: Word = 1 << Word(shift - 1)
    if rest > half || (rest == half && quotient & 1 == 1) { return quotient + 1 }
    return quotient
  }

  static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}

extension ByteSink {
  /// Appends `value` with `decimals` decimals, correctly rounded, never "-0".
  ///
  /// With `keeping`, zeros at the end are left out until so many decimals remain.
  /// - Returns: False, with nothing appended, when the value is missing: NaN, infinite, or 10^15
  ///   and more in size.
  @discardableResult
  package mutating func append(_ value: Double, decimals: Int, keeping: Int? = nil) -> Bool {
    guard let scaled = Decimal.scaled(value, decimals: decimals) else { return false }
    if scaled == 0 {
      append(UInt8(ascii: "0"))
      pad(keeping ?? decimals)
      return true
    }
    if value < 0 { append(UInt8(ascii: "-")) }
    let power = UInt128(Decimal.powers[decimals])
    if scaled <= UInt128(UInt64.max) {
      let word = UInt64(scaled)
      let (whole, rest) = word.quotientAndRemainder(dividingBy: Decimal.powers[decimals])
      append(Int(whole))
      append(fraction: rest, decimals: decimals, keeping: keeping ?? decimals)
    } else {
      append(Int(scaled / power))
      append(fraction: UInt64(scaled % power), decimals: decimals, keeping: keeping ?? decimals)
    }
    return true
  }

  private mutating func append(fraction: UInt64, decimals: Int, keeping: Int) {
    var rest = fraction
    var decimals = decimals
    while decimals > keeping, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    for place in stride(from: decimals - 1, through: 0, by: -1) {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / Decimal.powers[place] % 10))
    }
  }

  private mutating func pad(_ decimals: Int) {
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    for _ in 0..<decimals { append(UInt8(ascii: "0")) }
  }
}

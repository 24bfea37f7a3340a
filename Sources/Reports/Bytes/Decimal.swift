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

  /// 10^0 … 10^19.
  static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 1...19 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
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
    let keeping = keeping ?? decimals
    let power = Decimal.powers[decimals]
    let (whole, fraction): (UInt64, UInt64)
    if let word = UInt64(exactly: scaled) {
      (whole, fraction) = word.quotientAndRemainder(dividingBy: power)
    } else {
      (whole, fraction) = (UInt64(scaled / UInt128(power)), UInt64(scaled % UInt128(power)))
    }
    append(upTo: OutputSpan.mostDigits + Decimal.mostDecimals + 2) { out in
      if value < 0, scaled > 0 { out.append(UInt8(ascii: "-")) }
      out.append(digits: whole)
      var (rest, places) = (fraction, decimals)
      while places > keeping, rest % 10 == 0 {
        rest /= 10
        places -= 1
      }
      guard places > 0 else { return }
      out.append(UInt8(ascii: "."))
      out.append(digits: rest, least: places)
    }
    return true
  }
}

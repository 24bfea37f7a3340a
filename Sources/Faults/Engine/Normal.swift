/// The normal distribution, for the probability that a measured value lies beyond a limit.
enum Normal {
  /// The probability that a standard normal value is at most `z`.
  ///
  /// Error below 4e-7 (Abramowitz and Stegun 1964, 7.1.28). Only + − × ÷ are used, in one order,
  /// so every machine gives the same bits. NaN for NaN.
  static func cumulative(_ z: Double) -> Double {
    let x = min(abs(z), 8) * 0.7071067811865476
    let tail = 1 / sixteenth(polynomial(x))
    return z < 0 ? tail / 2 : 1 - tail / 2
  }

  /// The probability that the true value lies above `limit`, by normal error.
  ///
  /// An error of zero leaves nothing open: 0 or 1, and a half on the limit itself.
  static func above(_ limit: Float, value: Float, sd: Float) -> Float {
    let margin = Double(value) - Double(limit)
    guard sd > 0 else { return margin > 0 ? 1 : margin < 0 ? 0 : 0.5 }
    return Float(cumulative(margin / Double(sd)))
  }

  private static func polynomial(_ x: Double) -> Double {
    let a6 = 0.0000430638
    let a5 = 0.0002765672 + a6 * x
    let a4 = 0.0001520143 + a5 * x
    let a3 = 0.0092705272 + a4 * x
    let a2 = 0.0422820123 + a3 * x
    let a1 = 0.0705230784 + a2 * x
    return 1 + a1 * x
  }

  private static func sixteenth(_ x: Double) -> Double {
    let second = x * x
    let fourth = second * second
    let eighth = fourth * fourth
    return eighth * eighth
  }
}

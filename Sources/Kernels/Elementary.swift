/// Elementary functions from + − × ÷ √ alone, so that every machine gives the same bits; the C
/// library's differ between processors and versions.
package enum Elementary {
  /// tan(x) for |x| < 1.5, by its continued fraction (Lambert 1761). Relative error below 1e-14
  /// up to 1.2.
  package static func tan(_ x: Double) -> Double {
    let square = x * x
    var denominator = 29.0
    for odd in stride(from: 27.0, through: 1.0, by: -2.0) {
      denominator = odd - square / denominator
    }
    return x / denominator
  }

  /// sin(x) in degrees. Error below 1e-12 for |x| ≤ 720; NaN for NaN and infinities.
  package static func sinDegrees(_ degrees: Double) -> Double {
    guard degrees.isFinite, Swift.abs(degrees) < 1e9 else { return .nan }
    // Reduce to −180…180, then to −90…90.
    var d = degrees - 360 * Double(Int(degrees / 360))
    if d > 180 { d -= 360 }
    if d < -180 { d += 360 }
    if d > 90 { d = 180 - d }
    if d < -90 { d = -180 - d }
    let x = d * (Double.pi / 180)
    let square = x * x
    var sum = 0.0
    for k in stride(from: 21.0, through: 3.0, by: -2.0) {
      sum = (1 + sum) * (-square / (k * (k - 1)))
    }
    return x * (1 + sum)
  }

  /// cos(x) in degrees; as `sinDegrees`.
  package static func cosDegrees(_ degrees: Double) -> Double { sinDegrees(degrees + 90) }

  /// asin in degrees; NaN outside −1…1. Error below 0.0001.
  package static func asinDegrees(_ x: Float) -> Float {
    Scalar.atan2Degrees(y: x, x: (1 - x * x).squareRoot())
  }

  /// e to the x, by halving the argument until the series is short. Relative error below 1e-13
  /// for |x| ≤ 50; 0 below −700, infinite above 700.
  package static func exp(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    if x < -700 { return 0 }
    if x > 700 { return .infinity }
    var halvings = 0
    var t = x
    while Swift.abs(t) > 0.03125 {
      t /= 2
      halvings += 1
    }
    var sum = 1.0
    for k in stride(from: 9.0, through: 1.0, by: -1.0) { sum = 1 + sum * t / k }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }

  /// The probability that a standard normal variable is below z. Absolute error below 2e-7
  /// (Abramowitz and Stegun 1964, 26.2.17 is 7.5e-8 with an exact exponential).
  package static func normalCDF(_ z: Double) -> Double {
    guard !z.isNaN else { return z }
    let a = Swift.abs(z)
    let t = 1 / (1 + 0.2316419 * a)
    let polynomial =
      t
      * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    let tail = 0.3989422804014327 * exp(-a * a / 2) * polynomial
    return z > 0 ? 1 - tail : tail
  }
}

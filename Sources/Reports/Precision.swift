/// How many decimals a quantity is written with: no more than the measurement can mean.
package enum Precision {
  /// By a finding's unit.
  package static func decimals(unit: String) -> Int {
    switch unit {
    case "deg", "%": 1
    default: 3
    }
  }

  /// By the unit at the end of a measure's name: `_deg`, `_s`, `_percent`; the others are ratios.
  package static func decimals(measure: String) -> Int {
    measure.hasSuffix("_deg") || measure.hasSuffix("_percent") ? 1 : 3
  }

  package static let seconds = 3
  package static let confidence = 2
  /// Degrees in the table of frames: one more than a verdict needs, for those who go on computing.
  package static let frameDegrees = 2

  /// The value with fewer decimals than the results write it with: rounded from what stands there,
  /// halves away from zero. Missing values stay missing.
  static func shown(_ value: Double, written: Int, decimals: Int) -> Double {
    guard written > decimals, let scaled = Decimal.scaled(value, decimals: written) else {
      return rounded(value, decimals: written)
    }
    let step = Decimal.powers[written - decimals]
    let size =
      Double((UInt64(clamping: scaled) + step / 2) / step) / Double(Decimal.powers[decimals])
    return value < 0 ? -size : size
  }

  /// The value as the results write it. Missing values stay missing.
  static func rounded(_ value: Double, decimals: Int) -> Double {
    guard let scaled = Decimal.scaled(value, decimals: decimals) else { return value }
    let size = Double(UInt64(clamping: scaled)) / Double(Decimal.powers[decimals])
    return value < 0 ? -size : size
  }
}

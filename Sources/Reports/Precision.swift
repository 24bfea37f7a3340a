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
}

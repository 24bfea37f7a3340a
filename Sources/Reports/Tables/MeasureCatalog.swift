internal import Faults

/// The measures of a rep that have a column in `reps.csv`, in its order.
///
/// The columns are the same in every run, whatever was filmed, so that tables of several runs can
/// be put under each other; a measure that was not taken is empty.
package enum MeasureCatalog {
  package static let names: [String] = MeasureID.names
  /// The decimals that each is written with.
  package static let decimals: [Int] = names.map(Precision.decimals(measure:))

  private static let units = ["_legs_per_s", "_deg", "_ratio", "_percent", "_g", "_s"]

  /// The column of a measure's standard deviation: `…_sd_deg` beside `…_deg`, `…_sd` beside a name
  /// without a unit.
  package static func deviationName(_ name: String) -> String {
    let unit = units.first(where: name.hasSuffix) ?? ""
    return name.dropLast(unit.count) + "_sd" + unit
  }
}

/// The measures of a rep that have a column in `reps.csv`, in its order.
///
/// The columns are the same in every run, whatever was filmed, so that tables of several runs can
/// be put under each other; a measure that was not taken is empty.
package enum MeasureCatalog {
  package static let names: [String] = [
    "knee_flexion_max_left_deg", "knee_flexion_max_right_deg",
    "hip_flexion_max_left_deg", "hip_flexion_max_right_deg",
    "thigh_elevation_min_deg",
    "trunk_inclination_max_deg", "shank_inclination_max_left_deg",
    "shank_inclination_max_right_deg",
    "neck_flexion_change_deg", "knee_ankle_separation_min_ratio",
    "drop_ratio", "descent_s", "bottom_s", "ascent_s",
  ]

  /// The column of a measure's standard deviation: `…_sd_deg` beside `…_deg`.
  package static func deviationName(_ name: String) -> String {
    guard let unit = name.lastIndex(of: "_") else { return name + "_sd" }
    return name[..<unit] + "_sd" + name[unit...]
  }
}

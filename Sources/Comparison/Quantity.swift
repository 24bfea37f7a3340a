internal import Reports

/// Numbers with their error in words.
enum Quantity {
  static func count(_ reps: Int) -> String { "\(reps) rep\(reps == 1 ? "" : "s")" }

  /// "12° ± 5°": whole degrees and percent, two decimals of the rest.
  static func text(_ estimate: Estimate, _ unit: String) -> String {
    let isWhole = unit == "deg" || unit == "%"
    let mark = unit == "deg" ? "°" : unit == "ratio" || unit.isEmpty ? "" : " \(unit)"
    return
      "\(number(estimate.mean, isWhole ? 0 : 2))\(mark) ± \(number(estimate.sd, isWhole ? 0 : 2))\(mark)"
  }

  private static func number(_ value: Double, _ decimals: Int) -> String {
    var out = ByteSink()
    guard out.append(value, decimals: decimals) else { return "–" }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The unit at the end of a measure's name, as findings spell it.
  static func unit(ofMeasure name: String) -> String {
    if name.hasSuffix("_deg") { return "deg" }
    if name.hasSuffix("_percent") { return "%" }
    if name.hasSuffix("_legs_per_s") { return "legs/s" }
    if name.hasSuffix("_s") { return "s" }
    return name.hasSuffix("_g") ? "g" : "ratio"
  }

  /// "knee flexion max left" for `knee_flexion_max_left_deg`.
  static func words(_ name: String) -> String {
    var words = name.split(separator: "_")
    for ending in [["legs", "per", "s"], ["deg"], ["percent"], ["s"], ["g"], ["ratio"]]
    where words.count > ending.count && words.suffix(ending.count).elementsEqual(ending, by: ==) {
      words.removeLast(ending.count)
      break
    }
    return words.joined(separator: " ")
  }
}

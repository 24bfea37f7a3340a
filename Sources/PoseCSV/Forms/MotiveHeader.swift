import Pose

/// The rows over the axes in a table that OptiTrack's Motive exported: kinds, names, identities, and
/// whether a column is of a position or of a rotation. Markers are taken where there are any, else
/// the bones of a skeleton or rigid bodies.
struct MotiveHeader {
  /// The name over each column; empty for one that is not used.
  private(set) var names: [String] = []
  private(set) var fps: Double?
  private(set) var units: Units?

  /// Nil where the rows before `row`, that of the axes, are none of Motive's.
  init?(_ sample: Sample, axisRow row: Int) {
    let above = sample.rows.prefix(row).map { $0.cells.map(\.trimmed) }
    func cells(_ label: String) -> [String]? {
      above.first { $0.count > 2 && $0[0].isEmpty && $0[1].lowercased() == label }
    }
    guard let named = cells("name"), let kinds = cells("type"), let last = above.last,
      last.contains("Position")
    else { return nil }
    let isMarker = kinds.contains("Marker")
    names = named.indices.map { column in
      let isPosition = column < last.count && last[column] == "Position"
      let kind = column < kinds.count ? kinds[column] : ""
      guard isPosition, !isMarker || kind == "Marker" else { return "" }
      // The root of a skeleton has the skeleton's own name: `Lifter`, then `Lifter:LThigh`.
      let name = named[column]
      return kind == "Bone" && !name.contains(":") ? "\(name):Hip" : name
    }
    let facts = above[0]
    for (key, value) in zip(facts, facts.dropFirst()) {
      switch key.lowercased() {
      case "export frame rate": fps = Double(value).flatMap { $0 > 0 ? $0 : nil }
      case "length units": units = Self.units[value.lowercased()]
      default: continue
      }
    }
  }

  private static let units: [String: Units] = [
    "meters": .metres, "centimeters": .millimetres, "millimeters": .millimetres,
  ]
}

import Pose

/// Columns that say the same in every row, of the recording as a whole: its rate, and the shape of
/// its picture.
enum FactColumns {
  private static let rates: Set<String> = ["fps", "framerate", "videofps", "framespersecond"]
  private static let widths: Set<String> = [
    "width", "imagewidth", "imgwidth", "framewidth", "videowidth", "imagew", "imgw",
  ]
  private static let heights: Set<String> = [
    "height", "imageheight", "imgheight", "frameheight", "videoheight", "imageh", "imgh",
  ]
  /// Pixels of a picture's side.
  private static let sides = 64.0...20_000

  private enum Fact { case rate, width, height }

  private static func fact(_ name: String) -> Fact? {
    let joined = Words.of(name).joined()
    if rates.contains(joined) { return .rate }
    if widths.contains(joined) { return .width }
    return heights.contains(joined) ? .height : nil
  }

  /// Whether a plan's table has such a column, so that rows decide what the header means.
  static func stand(in plan: TablePlan) -> Bool {
    zip(plan.names, plan.roles).contains { $0.1 == .ignored && fact($0.0) != nil }
  }

  /// Puts into the plan what the first rows agree on; a picture has both sides or none.
  static func take(
    _ header: [String], _ rows: ArraySlice<Sample.Row>, into plan: inout TablePlan
  ) {
    var facts: [Fact: Double] = [:]
    for (column, name) in header.enumerated() where plan.roles[column] == .ignored {
      guard let fact = fact(name), facts[fact] == nil else { continue }
      facts[fact] = constant(column, rows)
    }
    plan.fps = facts[.rate].flatMap { $0 > 0 ? $0 : nil }
    guard let width = facts[.width], let height = facts[.height], sides.contains(width),
      sides.contains(height)
    else { return }
    plan.imageSize = ImageSize(width: width, height: height, source: .table)
  }

  private static func constant(_ column: Int, _ rows: ArraySlice<Sample.Row>) -> Double? {
    let cells = Set(rows.map { $0.cells.indices.contains(column) ? $0.cells[column].trimmed : "" })
    return cells.count == 1 ? cells.first.flatMap(HeaderlessForm.number) : nil
  }
}

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

  /// Whether the name is of such a column, so that rows decide what the header means.
  static func isOne(_ name: String) -> Bool {
    let joined = Words.of(name).joined()
    return rates.contains(joined) || widths.contains(joined) || heights.contains(joined)
  }

  /// Puts into the plan what the first rows agree on; a picture has both sides or none.
  static func take(
    _ header: [String], _ rows: ArraySlice<Sample.Row>, into plan: inout TablePlan
  ) {
    plan.fps = constant(rates, header, rows).flatMap { $0 > 0 ? $0 : nil }
    guard let width = constant(widths, header, rows), let height = constant(heights, header, rows),
      sides.contains(width), sides.contains(height)
    else { return }
    plan.imageSize = ImageSize(width: width, height: height, source: .table)
  }

  private static func constant(
    _ names: Set<String>, _ header: [String], _ rows: ArraySlice<Sample.Row>
  ) -> Double? {
    guard let column = header.firstIndex(where: { names.contains(Words.of($0).joined()) }) else {
      return nil
    }
    let cells = Set(rows.map { $0.cells.indices.contains(column) ? $0.cells[column].trimmed : "" })
    return cells.count == 1 ? cells.first.flatMap(HeaderlessForm.number) : nil
  }
}

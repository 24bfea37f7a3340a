import Pose

/// Tables that Qualisys Track Manager exports: facts by name, among them the markers' names, over
/// rows of x, y, z a marker in millimetres, behind frame and time or not. A row with the columns'
/// names may stand between.
enum QualisysForm {
  private static let openings: Set<String> = ["FILE_VERSION", "NO_OF_FRAMES"]

  /// The tab, where a fact opens the text: there may be no header that tells the delimiter.
  static func delimiter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8? {
    let tab = UInt8(ascii: "\t")
    let opens = openings.contains { bytes[start...].starts(with: Array($0.utf8) + [tab]) }
    return opens ? tab : nil
  }

  /// The plan, or nil where the sample is no such table.
  static func plan(_ sample: Sample, layout: Layout?) throws(PoseCSVError) -> TablePlan? {
    guard let first = sample.rows.first?.cells.first, openings.contains(first.trimmed),
      let named = sample.rows.firstIndex(where: { $0.cells.first?.trimmed == "MARKER_NAMES" })
    else { return nil }
    let names = sample.rows[named].cells.dropFirst().map(\.trimmed).filter { !$0.isEmpty }
    let below = sample.rows.indices.dropFirst(named + 1)
    guard let data = below.first(where: { HeaderlessForm.isData(sample.rows[$0].cells) }) else {
      throw PoseCSVError(.noUsableFrame, "has a header and no rows", line: sample.rows[named].line)
    }
    let leading = leading(sample, from: data, coordinates: 3 * names.count)
    let width = leading + 3 * names.count
    var plan = TablePlan(
      form: .stacked, roles: [TablePlan.Role](repeating: .ignored, count: width),
      names: [String](repeating: "", count: width))
    if leading > 0 { (plan.roles[0], plan.names[0]) = (.frame, "Frame") }
    if leading > 1 { (plan.roles[1], plan.names[1], plan.timeUnit) = (.time, "Time", .seconds) }
    let groups = names.enumerated().map { index, name in
      let x = leading + 3 * index
      for (axis, column) in zip("XYZ", x...) { plan.names[column] = "\(name)_\(axis)" }
      return WideForm.Group(
        words: Words.of(name), text: name, columns: [.x: x, .y: x + 1, .z: x + 2])
    }
    try StackedForm.describe(groups, groups.map { _ in "" }, layout, sample, &plan)
    plan.units = .millimetres
    plan.headerRows = data
    let rate = sample.rows.first { $0.cells.first?.trimmed == "FREQUENCY" }?.cells.dropFirst().first
    plan.fps = rate.flatMap { HeaderlessForm.number($0) }.flatMap { $0 > 0 ? $0 : nil }
    return plan
  }

  /// Columns before the first coordinate: none, the frame, or frame and time. Frames count by one,
  /// times by equal steps.
  private static func leading(_ sample: Sample, from data: Int, coordinates: Int) -> Int {
    let rows = sample.rows[data...]
    func steps(_ column: Int) -> [Double] {
      let values = rows.map { row in
        row.cells.indices.contains(column) ? HeaderlessForm.number(row.cells[column]) ?? .nan : .nan
      }
      return zip(values.dropFirst(), values).map { $0 - $1 }
    }
    let frames = steps(0)
    guard !frames.isEmpty, frames.allSatisfy({ $0 == 1 }) else { return 0 }
    let times = steps(1)
    let isTimed = times.allSatisfy { $0 > 0 && abs($0 - times[0]) < 0.001 }
    return isTimed && rows[data].cells.count >= coordinates + 2 ? 2 : 1
  }
}

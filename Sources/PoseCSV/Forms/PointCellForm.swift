import Pose

/// Tables with a row a frame and a keypoint a column, all its coordinates in one field:
/// `"(0.51, 0.32)"`, `[0.51 0.32 0.98]`, `{'x': 0.51, 'y': 0.32}`.
enum PointCellForm {
  /// The plan for a table of this header over these rows, or nil where fewer than three columns hold
  /// points, or points of different kinds.
  static func plan(
    header: [String], _ rows: ArraySlice<Sample.Row>, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan? {
    let columns = header.indices.filter { column in
      rows.contains { $0.cells.indices.contains(column) && opensPoint($0.cells[column]) }
    }
    guard columns.count >= 3 else { return nil }
    let cells = columns.flatMap { column in
      rows.lazy.filter { $0.cells.indices.contains(column) }.map { $0.cells[column] }
        .filter(opensPoint)
    }
    let numbers = cells.map(numbers)
    guard
      let size = (2...4).first(where: { size in
        10 * numbers.count { $0.count == size } >= 9 * numbers.count
      }), let usual = numbers.firstIndex(where: { $0.count == size })
    else { return nil }
    let points = numbers.filter { $0.count == size }
    let names = columns.map { Words.of(header[$0]) }
    let match = layout.map { LayoutMatcher.match(names, as: $0) } ?? LayoutMatcher.match(names)
    guard let axes = axes(cells[usual], size: size, points, match.layout) else { return nil }
    var plan = TablePlan(
      form: .pointCells, layout: match.layout,
      roles: header.map { WideForm.role(of: $0) ?? .ignored }, names: header)
    if let time = plan.roles.firstIndex(of: .time),
      case .time(let unit) = KeyColumns.kind(Words.of(header[time]))
    {
      plan.timeUnit = unit
    }
    for (index, column) in columns.enumerated() {
      plan.found.append(header[column])
      if !match.known[index] { plan.unknown.append(header[column]) }
      guard let joint = match.joints[index] else { continue }
      let slots = axes.mapValues { plan.slots + $0 }
      guard let x = slots[.x], let y = slots[.y] else { return nil }
      plan.roles[column] = .point(first: plan.slots, count: size)
      plan.points.append(
        TablePlan.Point(
          joint: joint, name: header[column], x: x, y: y, z: slots[.z], score: slots[.score]))
      plan.slots += size
    }
    return plan
  }

  private static func opensPoint(_ cell: String) -> Bool {
    let bytes = cell.utf8.drop { $0 <= UInt8(ascii: " ") }
    switch bytes.first {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return true
    case UInt8(ascii: "x"): return bytes.dropFirst().first == UInt8(ascii: ":")
    default: return false
    }
  }

  private static func numbers(_ cell: String) -> [Float] {
    var numbers: [Float] = []
    let isRead = Array(cell.utf8).withUnsafeBufferPointer {
      ListCell.read($0, NumberParser(), into: &numbers)
    }
    return isRead ? numbers : []
  }

  /// Which of a point's numbers is what: as its keys say, else x, y, then a depth or a score.
  private static func axes(
    _ cell: String, size: Int, _ points: [[Float]], _ layout: Layout
  ) -> [ColumnName.Axis: Int]? {
    let keys = Array(cell.utf8).withUnsafeBufferPointer(ListCell.keys)
    guard keys.isEmpty else {
      let named = keys.enumerated().compactMap { index, key in
        ColumnName.axis(of: key).map { ($0, index) }
      }
      return keys.count == size ? Dictionary(named) { first, _ in first } : nil
    }
    var axes: [ColumnName.Axis: Int] = [.x: 0, .y: 1]
    let rows = points.map { $0.map(Double.init) }
    if size > 2 { axes[HeaderlessForm.third(of: layout, stride: size, rows)] = 2 }
    if size > 3 { axes[.score] = 3 }
    return axes
  }
}

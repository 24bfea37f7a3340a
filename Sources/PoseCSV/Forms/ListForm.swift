import Pose

/// Tables that hold all keypoints of a frame in one field: `frame, "[[y, x, score], …]"`.
enum ListForm {
  /// The plan for a table of this header over these rows, or nil where no field is a list. Of
  /// several layouts with as many keypoints the one that makes the most plausible body is taken.
  static func plan(
    header: [String], _ rows: ArraySlice<Sample.Row>, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan? {
    guard let cells = rows.first?.cells,
      let column = cells.firstIndex(where: { $0.trimmed.hasPrefix("[") && $0.utf8.count > 40 }),
      header.indices.contains(column)
    else { return nil }
    let text = cells[column]
    let numbers = Self.numbers(text).count
    let inner =
      text.count { $0 == "[" }
      - text.prefix { $0 == "[" || $0.isWhitespace }
      .count { $0 == "[" } + 1
    let strides = inner > 5 && numbers.isMultiple(of: inner) ? [numbers / inner] : [3, 4, 2]
    let lists = rows.filter { $0.cells.indices.contains(column) }.map { row in
      Self.numbers(row.cells[column]).map { HeaderlessForm.number($0) ?? .nan }
    }.filter { $0.count == numbers }
    var chosen: (layout: Layout, stride: Int)?
    for stride in strides where numbers.isMultiple(of: stride) && (2...4).contains(stride) {
      let count = numbers / stride
      let fitting =
        layout.map { $0.keypoints.count == count ? [$0] : [] }
        ?? Numbering.candidates(count: count, hasDepth: stride == 4)
      guard chosen == nil, !fitting.isEmpty else { continue }
      let sample = Array(lists.prefix(Plausibility.rowCount))
      chosen = try Plausibility.best(fitting, sample) { layout in
        let third = HeaderlessForm.third(of: layout, stride: stride, lists)
        return (0..<count).map { axes(of: $0, stride: stride, third: third) }
      }.map { ($0, stride) }
    }
    guard let chosen else {
      throw PoseCSVError(
        .layout,
        "'\(Shown.text(header[column]))' holds \(numbers) numbers, which fit no layout; "
          + "name one with --layout", line: rows.first?.line, column: column + 1)
    }
    var plan = TablePlan(
      form: .list, layout: chosen.layout,
      roles: header.map { text in
        switch KeyColumns.kind(Words.of(text)) {
        case .frame: .frame
        case .time: .time
        case .person: .person
        case .athlete: .athlete
        case .recording: .recording
        default: .ignored
        }
      }, names: header)
    plan.roles[column] = .list
    plan.slots = chosen.layout.keypoints.count * chosen.stride
    let third = HeaderlessForm.third(of: chosen.layout, stride: chosen.stride, lists)
    for (i, keypoint) in chosen.layout.keypoints.enumerated() {
      plan.found.append(keypoint.name)
      guard let joint = keypoint.joint else { continue }
      let axes = axes(of: i, stride: chosen.stride, third: third)
      let x = i * chosen.stride
      plan.points.append(
        TablePlan.Point(
          joint: joint, name: keypoint.name, x: x, y: x + 1, z: axes[.z], score: axes[.score]))
    }
    return plan
  }

  /// Where in a list the numbers of one keypoint stand.
  private static func axes(
    of keypoint: Int, stride: Int, third: ColumnName.Axis
  ) -> [ColumnName.Axis: Int] {
    let x = keypoint * stride
    var axes: [ColumnName.Axis: Int] = [.x: x, .y: x + 1]
    if stride > 2 { axes[third] = x + 2 }
    if stride > 3 { axes[.score] = x + 3 }
    return axes
  }

  private static func numbers(_ list: String) -> [String] {
    list.split { "[](),;".contains($0) || $0.isWhitespace }.map(String.init)
  }
}

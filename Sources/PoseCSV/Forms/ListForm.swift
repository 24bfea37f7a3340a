import Pose

/// Tables that hold all keypoints of a frame in one field: `frame, "[[y, x, score], …]"`.
enum ListForm {
  static func plan(
    header: [String], _ first: Sample.Row?, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan? {
    guard let cells = first?.cells,
      let column = cells.firstIndex(where: { $0.trimmed.hasPrefix("[") && $0.utf8.count > 40 }),
      header.indices.contains(column)
    else { return nil }
    let text = cells[column]
    let numbers = text.split { "[](),; \t\r\n".contains($0) }.count
    let inner =
      text.count { $0 == "[" }
      - text.prefix { $0 == "[" || $0.isWhitespace }
      .count { $0 == "[" } + 1
    let strides = inner > 5 && numbers.isMultiple(of: inner) ? [numbers / inner] : [3, 4, 2]
    var chosen: (layout: Layout, stride: Int)?
    for stride in strides where numbers.isMultiple(of: stride) && (2...4).contains(stride) {
      let count = numbers / stride
      let fitting =
        layout.map { $0.keypoints.count == count ? [$0] : [] }
        ?? Numbering.candidates(count: count, dimensions: stride == 4 ? 3 : 2)
      if let layout = fitting.first, chosen == nil { chosen = (layout, stride) }
    }
    guard let chosen else {
      throw PoseCSVError(
        .layout,
        "'\(Shown.text(header[column]))' holds \(numbers) numbers, which fit no layout; "
          + "name one with --layout", line: first?.line, column: column + 1)
    }
    var plan = TablePlan(
      form: .list, layout: chosen.layout,
      roles: header.map { text in
        switch KeyColumns.kind(Words.of(text)) {
        case .frame: .frame
        case .time: .time
        case .person: .person
        case .athlete: .athlete
        default: .ignored
        }
      }, names: header)
    plan.roles[column] = .list
    plan.slots = chosen.layout.keypoints.count * chosen.stride
    for (i, keypoint) in chosen.layout.keypoints.enumerated() {
      plan.found.append(keypoint.name)
      guard let joint = keypoint.joint else { continue }
      let x = i * chosen.stride
      plan.points.append(
        TablePlan.Point(
          joint: joint, name: keypoint.name, x: x, y: x + 1,
          z: chosen.stride == 4 ? x + 2 : nil,
          score: chosen.stride > 2 ? x + chosen.stride - 1 : nil))
    }
    return plan
  }
}

import Pose

/// Tables whose columns a mapping file names one by one.
enum MappedForm {
  static func plan(_ mapping: Mapping, _ sample: Sample) throws(PoseCSVError) -> TablePlan {
    let width = sample.rows[0].cells.count
    let header =
      mapping.isHeaderless
      ? (0..<width).map { "column \($0 + 1)" } : sample.rows[0].cells.map(\.trimmed)
    var plan = TablePlan(
      form: mapping.isHeaderless ? .headerless : .wide, layout: mapping.layout,
      roles: [TablePlan.Role](repeating: .ignored, count: width), names: header)
    plan.headerRows =
      mapping.isHeaderless && !HeaderlessForm.countsColumns(sample.rows[0].cells) ? 0 : 1
    plan.units = mapping.units
    plan.fps = mapping.fps
    plan.timeUnit = mapping.timeUnit
    for (column, role) in [
      (mapping.frame, TablePlan.Role.frame), (mapping.time, .time), (mapping.person, .person),
    ] {
      guard let column else { continue }
      plan.roles[try index(of: column, in: header, sample)] = role
    }
    for (keypoint, columns) in zip(mapping.layout.keypoints, mapping.columns) {
      guard let columns else { continue }
      plan.found.append(keypoint.name)
      guard let joint = keypoint.joint else { continue }
      var axes: [ColumnName.Axis: Int] = [
        .x: try index(of: columns.x, in: header, sample),
        .y: try index(of: columns.y, in: header, sample),
      ]
      if let z = columns.z { axes[.z] = try index(of: z, in: header, sample) }
      if let score = columns.score { axes[.score] = try index(of: score, in: header, sample) }
      plan.add(joint, name: keypoint.name, columns: axes)
    }
    return plan
  }

  private static func index(
    of column: Mapping.Column, in header: [String], _ sample: Sample
  ) throws(PoseCSVError) -> Int {
    let line = sample.rows[0].line
    switch column {
    case .number(let number):
      guard number <= header.count else {
        throw PoseCSVError(
          .mapping, "has \(header.count) columns; the mapping asks for column \(number)",
          line: line)
      }
      return number - 1
    case .named(let name):
      if let found = header.firstIndex(of: name) { return found }
      let near = Suggestion.nearest(to: [name.lowercased()], among: header)
      throw PoseCSVError(
        .mapping,
        "has no column '\(Shown.text(name))', which the mapping asks for"
          + (near.map { "; found '\(Shown.text($0.found))'" } ?? ""), line: line)
    }
  }
}

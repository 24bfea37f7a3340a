import Pose

/// Tables whose header is a row of names over a row of axes: DeepLabCut (with people or without),
/// TRC, Vicon Nexus, Motive, Visual3D, pandas.
enum StackedForm {
  /// The plan for a table whose row `row` of the sample is the axis row, or nil if it is none.
  static func plan(
    _ sample: Sample, axisRow row: Int, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan? {
    guard row > 0 else { return nil }
    let axes = sample.rows[row].cells.map { axis($0.trimmed) }
    let filled = sample.rows[row].cells.count { !$0.trimmed.isEmpty }
    guard axes.count(where: { $0 != nil }) >= 6, 10 * axes.count(where: { $0 != nil }) >= 6 * filled
    else { return nil }
    let motive = MotiveHeader(sample, axisRow: row)
    let isVisual3D = row > 1 && sample.rows[row].cells.first?.trimmed.uppercased() == "ITEM"
    let above = motive?.names ?? sample.rows[isVisual3D ? 1 : row - 1].cells.map(\.trimmed)
    let width = max(axes.count, above.count)
    var roles = [TablePlan.Role](repeating: .ignored, count: width)
    var plan = TablePlan(
      form: .stacked, roles: roles, names: [String](repeating: "", count: width))
    keyColumns(sample, row, &roles, &plan)
    if isVisual3D { roles[0] = .frame }
    plan.roles = roles
    let people = individuals(sample, above: row, width: width)
    var groups: [WideForm.Group] = []
    var owner: [String] = []
    var name = ""
    for column in 0..<width {
      if column < above.count, motive != nil || !above[column].isEmpty { name = above[column] }
      guard column < axes.count, let axis = axes[column], !name.isEmpty else { continue }
      plan.names[column] = "\(name)_\(sample.rows[row].cells[column].trimmed)"
      let person = people?[column] ?? ""
      if groups.last?.text != name || owner.last != person || groups.last?.columns[axis] != nil {
        groups.append(WideForm.Group(words: Words.of(name), text: name))
        owner.append(person)
      }
      groups[groups.count - 1].columns[axis] = column
    }
    for index in groups.indices.reversed() where WideForm.isNoPlace(groups[index].words) {
      groups.remove(at: index)
      owner.remove(at: index)
    }
    guard groups.count >= 3 else { return nil }
    if people == nil, let subjects = PeopleColumns.subjects(groups) {
      owner = subjects
      for i in groups.indices { groups[i].words.removeFirst(Words.of(subjects[i]).count) }
    }
    try describe(groups, owner, layout, sample, &plan)
    metadata(sample, before: row, &plan)
    if let motive { (plan.fps, plan.units) = (motive.fps, motive.units) }
    plan.headerRows = row + 1
    if row + 1 < sample.rows.count, isUnits(sample.rows[row + 1].cells) { plan.headerRows += 1 }
    nameIndex(sample, &plan)
    return plan
  }

  /// `x`, `Y`, `likelihood`, `X [mm]`; `X1` as TRC numbers its markers.
  private static func axis(_ cell: String) -> ColumnName.Axis? {
    let word = cell.lowercased()
    if let axis = ColumnName.axis(of: word) { return axis }
    if word.last == "]" || word.last == ")" {
      let name = ColumnName(word)
      return name.words.isEmpty ? name.axis : nil
    }
    guard let (stem, _) = Words.numbered(word), ["x", "y", "z"].contains(stem) else { return nil }
    return ColumnName.axis(of: stem)
  }

  /// Frame and time stand in either row; DeepLabCut's first column counts frames.
  private static func keyColumns(
    _ sample: Sample, _ row: Int, _ roles: inout [TablePlan.Role], _ plan: inout TablePlan
  ) {
    for cells in [sample.rows[row].cells, sample.rows[row - 1].cells] {
      for (column, cell) in cells.enumerated() where column < roles.count {
        guard roles[column] == .ignored else { continue }
        let words = Words.of(cell)
        switch KeyColumns.kind(words) {
        case .frame where !roles.contains(.frame):
          roles[column] = .frame
          plan.names[column] = cell.trimmed
        case .time(let unit) where !roles.contains(.time):
          roles[column] = .time
          plan.names[column] = cell.trimmed
          plan.timeUnit = unit
        default: break
        }
      }
    }
    let isDLC = sample.rows[row].cells.first?.trimmed.lowercased() == "coords"
    guard isDLC, row + 1 < sample.rows.count,
      let first = sample.rows[row + 1].cells.first, Int(first.trimmed) != nil
    else { return }
    roles[0] = .frame
    plan.names[0] = "frame"
  }

  /// Below the axes, pandas writes the name of a table's index into a row of its own.
  private static func nameIndex(_ sample: Sample, _ plan: inout TablePlan) {
    guard plan.headerRows < sample.rows.count, plan.roles[0] == .ignored else { return }
    let cells = sample.rows[plan.headerRows].cells.map(\.trimmed)
    guard let name = cells.first, cells.allSatisfy({ $0.isEmpty || $0 == name }),
      cells.count(where: { !$0.isEmpty }) == 1
    else { return }
    switch KeyColumns.kind(Words.of(name)) {
    case .frame: plan.roles[0] = .frame
    case .time(let unit):
      plan.roles[0] = .time
      plan.timeUnit = unit
    default: return
    }
    plan.names[0] = name
    plan.headerRows += 1
  }

  /// The person of each column, from a row that begins `individuals`.
  private static func individuals(_ sample: Sample, above row: Int, width: Int) -> [String]? {
    guard
      let cells = sample.rows.prefix(row)
        .first(where: { $0.cells.first?.trimmed.lowercased().hasPrefix("individual") == true })?
        .cells
    else { return nil }
    return (0..<width).map { $0 < cells.count ? cells[$0].trimmed : "" }
  }

  /// Gives each person of `owner` the keypoints that their groups name or number.
  static func describe(
    _ groups: [WideForm.Group], _ owner: [String], _ layout: Layout?, _ sample: Sample,
    _ plan: inout TablePlan
  ) throws(PoseCSVError) {
    let named = WideForm.withoutCommonWords(groups)
    for person in owner where !person.isEmpty && !plan.people.contains(person) {
      plan.people.append(person)
    }
    for (index, person) in (plan.people.isEmpty ? [""] : plan.people).enumerated() {
      let own = zip(named, owner).filter { $0.1 == person && $0.0.columns[.x] != nil }.map(\.0)
      let names = own.map(\.words)
      if let order = Numbering.order(of: names) {
        let known = layout ?? plan.layout
        try Numbering.assign(
          own, order: order, person: index, sample: sample, layout: known, to: &plan)
        plan.form = plan.form == .wide ? .numbered : plan.form
        continue
      }
      let match = layout.map { LayoutMatcher.match(names, as: $0) } ?? LayoutMatcher.match(names)
      if plan.layout == nil { plan.layout = match.layout }
      for (i, group) in own.enumerated() {
        if index == 0 {
          plan.found.append(group.text)
          if !match.known[i] { plan.unknown.append(group.text) }
        }
        guard let joint = match.joints[i] else { continue }
        plan.add(joint, name: group.text, person: index, columns: group.columns)
      }
    }
  }

  /// The rate and the unit that TRC and Nexus write over the table.
  private static func metadata(_ sample: Sample, before row: Int, _ plan: inout TablePlan) {
    for above in 0..<row {
      let cells = sample.rows[above].cells.map { $0.trimmed.lowercased() }
      guard above + 1 < row else { break }
      let below = sample.rows[above + 1].cells.map(\.trimmed)
      if cells.first == "trajectories", let rate = Double(below.first ?? ""), rate > 0 {
        plan.fps = rate
      }
      for (column, cell) in cells.enumerated() where column < below.count {
        if cell == "datarate", let rate = Double(below[column]), rate > 0 { plan.fps = rate }
        if cell == "units" { plan.units = unit(below[column]) }
      }
    }
    if row + 1 < sample.rows.count, isUnits(sample.rows[row + 1].cells) {
      plan.units = sample.rows[row + 1].cells.lazy.compactMap { unit($0.trimmed) }.first
    }
  }

  /// What a unit's spelling means; centimetres are read as millimetres, by ten.
  static func unit(_ text: String) -> Units? {
    switch text.lowercased() {
    case "mm", "cm": .millimetres
    case "m": .metres
    case "px", "pixels": .pixels
    default: nil
    }
  }

  private static func isUnits(_ cells: [String]) -> Bool {
    let filled = cells.map(\.trimmed).filter { !$0.isEmpty }
    return filled.count >= 6 && filled.allSatisfy { unit($0) != nil || $0.lowercased() == "s" }
  }
}

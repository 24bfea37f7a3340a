import Pose

/// Finds the header in a table's first rows, and what it makes of each column.
enum HeaderReader {
  /// Rows among which the header is looked for.
  static let reach = 12

  /// The plan, with what a mapping says of units and rate.
  static func plan(_ sample: Sample, options: ReadOptions) throws(PoseCSVError) -> TablePlan {
    var plan = try form(sample, options: options)
    plan.units = options.mapping?.units ?? plan.units
    plan.fps = options.mapping?.fps ?? plan.fps
    return plan
  }

  /// Tries every form on every row near the top; the first that fits is taken.
  private static func form(
    _ sample: Sample, options: ReadOptions
  ) throws(PoseCSVError) -> TablePlan {
    guard let first = sample.rows.first else {
      throw PoseCSVError(.empty, "holds no row, only blank lines")
    }
    if let mapping = options.mapping, mapping.givesColumns {
      return try MappedForm.plan(mapping, sample)
    }
    if NexusSections.isOther(first.cells) {
      throw PoseCSVError(
        .notKeypoints,
        "is an export of Nexus with '\(first.cells[0].trimmed)' and without 'Trajectories'; export "
          + "the trajectories of the markers", line: first.line)
    }
    let layout = options.chosenLayout
    if let plan = try QualisysForm.plan(sample, layout: layout) { return plan }
    for (skipped, row) in sample.rows.prefix(reach).enumerated() {
      let header = header(row, over: sample.rows.dropFirst(skipped + 1))
      do throws(PoseCSVError) {
        if let plan = try StackedForm.plan(sample, axisRow: skipped, layout: layout) {
          return plan
        }
        var fit = try WideForm.plan(header: header, sample: sample, layout: layout)
        if fit == nil { fit = TidyForm.plan(header: header) }
        if fit == nil {
          fit = try ListForm.plan(
            header: header, sample.rows.dropFirst(skipped + 1), layout: layout)
        }
        if fit == nil {
          fit = try PointCellForm.plan(
            header: header, sample.rows.dropFirst(skipped + 1), layout: layout)
        }
        guard var plan = fit else { continue }
        try checkNames(header, plan)
        plan.headerRows = skipped + 1
        FactColumns.take(header, sample.rows.dropFirst(skipped + 1), into: &plan)
        return plan
      } catch {
        var error = error
        if error.line == nil { error.line = row.line }
        throw error
      }
    }
    let isData =
      HeaderlessForm.isData(first.cells)
      || HeaderlessForm.countsColumns(first.cells) && sample.rows.count > 1
        && HeaderlessForm.isData(sample.rows[1].cells)
    if try isTransposed(sample, layout: layout) {
      throw PoseCSVError(
        .notKeypoints,
        "has a row a coordinate ('\(Shown.text(first.cells[0]))') where a column is expected; write "
          + "it transposed, a row a frame", line: first.line)
    }
    if isData { return try headerless(sample, layout: layout) }
    let isAngles = sample.rows.contains {
      $0.cells.first?.lowercased().hasPrefix("indegrees=") == true
    }
    throw PoseCSVError(
      .notKeypoints,
      isAngles
        ? "holds joint angles, an OpenSim motion; expected the places of keypoints, as the .trc file "
          + "from which they were computed has them"
        : "is not a table of keypoints: no column pairs such as left_knee_x, left_knee_y; found "
          + found(first.cells),
      line: first.line)
  }

  /// Whether the first fields of rows name what the first row's fields should.
  private static func isTransposed(
    _ sample: Sample, layout: Layout?
  ) throws(PoseCSVError) -> Bool {
    let names = sample.rows.compactMap { $0.cells.first?.trimmed }
    return try WideForm.plan(header: names, sample: sample, layout: layout) != nil
  }

  /// The header's names; without a name for the first of a row's fields where all rows have a field
  /// more than there are names, as R numbers its rows.
  private static func header(_ row: Sample.Row, over rows: ArraySlice<Sample.Row>) -> [String] {
    let names = row.cells.map(\.trimmed)
    let isIndexed =
      rows.count > 1
      && rows.allSatisfy { $0.cells.count == names.count + 1 && $0.cells.last?.isEmpty == false }
    return isIndexed ? [""] + names : names
  }

  private static func headerless(
    _ sample: Sample, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan {
    if HeaderlessForm.countsColumns(sample.rows[0].cells), sample.rows.count > 1 {
      var rest = sample
      rest.rows.removeFirst()
      var plan = try headerless(rest, layout: layout)
      plan.headerRows += 1
      return plan
    }
    if let layout { return try HeaderlessForm.plan(sample, layout: layout) }
    let width = sample.rows[0].cells.count
    let candidates = HeaderlessForm.candidates(width: width)
    throw PoseCSVError(
      .layout,
      "has no header, only \(width) columns of numbers; name the layout with --layout"
        + (candidates.isEmpty ? "" : " (it might be \(candidates.joined(separator: " or ")))"),
      line: sample.rows[0].line)
  }

  /// A column that is used, or names a coordinate, may not stand twice.
  private static func checkNames(_ header: [String], _ plan: TablePlan) throws(PoseCSVError) {
    var seen: [String: Int] = [:]
    for (column, name) in header.enumerated() where !name.isEmpty {
      if let other = seen[name] {
        let isUsed = plan.roles[column] != .ignored || plan.roles[other] != .ignored
        guard isUsed || ColumnName(name).axis != nil else { continue }
        throw PoseCSVError(
          .duplicateColumn,
          "two columns are named '\(Shown.text(name))' (the other is column \(other + 1)); "
            + "rename or remove one", column: column + 1)
      }
      seen[name] = column
    }
  }

  private static func found(_ cells: [String]) -> String {
    let names = cells.prefix(6).map { "'\(Shown.text($0, limit: 24))'" }
    return names.joined(separator: ", ")
      + (cells.count > 6 ? " and \(cells.count - 6) more" : "")
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

import Pose

/// Tables of numbers without a header, which only a layout named by the user can explain.
enum HeaderlessForm {
  /// Whether the row looks like data: nearly all of its fields are numbers or missing.
  static func isData(_ cells: [String]) -> Bool {
    let filled = cells.map(\.trimmed).filter { !$0.isEmpty }
    guard filled.count >= 6 else { return false }
    return 10 * filled.count { number($0) != nil } >= 9 * filled.count
  }

  /// Whether the row counts its columns, as tables without names are written by some: from 0, or
  /// behind one stem (`V1`, `Var1`); the first may be an index, which has no number.
  static func countsColumns(_ cells: [String]) -> Bool {
    let names = cells.map(\.trimmed).drop { $0.isEmpty }
    guard names.count >= 6, cells.count - names.count <= 1 else { return false }
    let numbers = names.compactMap(Words.numbered)
    guard let first = numbers.first, numbers.count == names.count,
      first.number == 0 || first.number == 1 && !first.stem.isEmpty
    else { return false }
    return zip(numbers, first.number...).allSatisfy {
      $0.stem == first.stem && $0.number == $1
    }
  }

  static func plan(_ sample: Sample, layout: Layout) throws(PoseCSVError) -> TablePlan {
    let width = sample.rows[0].cells.count
    let points = layout.keypoints.count
    guard let fit = fit(sample, width: width, points: points) else {
      throw PoseCSVError(
        .layout,
        "has no header and \(width) columns, which \(points) keypoints of \(layout.id) with "
          + "2 to 4 numbers each do not fill", line: sample.rows[0].line)
    }
    let names = (0..<width).map { "column \($0 + 1)" }
    var plan = TablePlan(
      form: .headerless, layout: layout,
      roles: [TablePlan.Role](repeating: .ignored, count: width), names: names)
    if fit.leading == 1 { plan.roles[0] = isCount(sample, column: 0) ? .frame : .time }
    if fit.leading >= 2 {
      plan.roles[0] = .frame
      plan.roles[1] = .time
    }
    let rows = sample.rows.map { $0.cells.dropFirst(fit.leading).map { number($0) ?? .nan } }
    let third = third(of: layout, stride: fit.stride, rows)
    for (i, keypoint) in layout.keypoints.enumerated() {
      let first = fit.leading + i * fit.stride
      plan.found.append(keypoint.name)
      guard let joint = keypoint.joint else { continue }
      var columns: [ColumnName.Axis: Int] = [.x: first, .y: first + 1]
      if fit.stride > 2 { columns[third] = first + 2 }
      if fit.stride > 3 { columns[.score] = first + 3 }
      plan.add(joint, name: keypoint.name, columns: columns)
      for (axis, column) in columns { plan.names[column] = "\(keypoint.name)_\(axis)" }
    }
    plan.headerRows = 0
    return plan
  }

  /// The layouts that a table of this width might be, for the error that asks for one.
  static func candidates(width: Int) -> [String] {
    LayoutRegistry.all.filter { layout in
      !layout.namesOnly
        && (2...4).contains { stride in
          (0...2).contains { width - $0 == layout.keypoints.count * stride }
        }
    }.map(\.id)
  }

  private struct Fit {
    var leading: Int
    var stride: Int
  }

  /// Extra columns stand first if they never fall, as frames and times do; else last.
  private static func fit(_ sample: Sample, width: Int, points: Int) -> Fit? {
    for extra in 0...3 {
      guard width > extra, (width - extra).isMultiple(of: points) else { continue }
      let stride = (width - extra) / points
      guard (2...4).contains(stride) else { continue }
      let isLeading = extra > 0 && (0..<min(extra, 2)).allSatisfy { rises(sample, column: $0) }
      return Fit(leading: isLeading ? extra : 0, stride: stride)
    }
    return nil
  }

  private static func rises(_ sample: Sample, column: Int) -> Bool {
    let values = Self.column(sample, column)
    return values.count > 1 && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func isCount(_ sample: Sample, column: Int) -> Bool {
    self.column(sample, column).allSatisfy { $0 == $0.rounded() }
  }

  private static func column(_ sample: Sample, _ column: Int) -> [Double] {
    sample.rows.compactMap { $0.cells.indices.contains(column) ? number($0.cells[column]) : nil }
  }

  /// What the third of the numbers of each of a layout's keypoints is, of which nothing but numbers
  /// tells: depth where the layout knows only three dimensions, or where a fourth follows; a score
  /// where it knows only two, or where it stays in 0…1, or in 0…100 while x and y reach over 200,
  /// which such a body is deeper than.
  static func third(of layout: Layout, stride: Int, _ rows: [[Double]]) -> ColumnName.Axis {
    if stride == 4 || !layout.dimensions.contains(2) { return .z }
    guard layout.dimensions.contains(3) else { return .score }
    let count = layout.keypoints.count * stride
    let isWide = rows.contains { row in
      row.prefix(count).enumerated().contains { $0 % stride < 2 && abs($1) > 200 }
    }
    let most = isWide ? 100.0 : 1
    let isScore = rows.allSatisfy { row in
      row.prefix(count).enumerated().allSatisfy {
        $0 % stride != 2 || $1.isNaN || (0...most).contains($1)
      }
    }
    return isScore ? .score : .z
  }

  static func number(_ cell: String) -> Double? {
    var parsed: Double?
    let bytes = Array(cell.utf8)
    for mark in [UInt8(ascii: "."), UInt8(ascii: ",")] where parsed == nil {
      bytes.withUnsafeBufferPointer { bytes in
        switch NumberParser(mark: mark).parse(bytes) {
        case .number(let value): parsed = value
        case .missing: parsed = .nan
        default: break
        }
      }
    }
    return parsed
  }
}

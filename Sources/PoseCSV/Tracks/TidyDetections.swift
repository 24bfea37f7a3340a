import Pose

extension Detections {
  /// A pose's place in a tidy table.
  private struct Key: Hashable {
    var frame: UInt64
    var person: Int32
  }

  /// Gathers the poses of a table that has a row a keypoint, in any order of rows.
  ///
  /// Rows of one frame and person are one pose. A keypoint that comes again with other
  /// coordinates begins another pose: of the same frame where the table numbers frames, of the
  /// next where it does not. Returns the layout's names as they were matched, too.
  static func tidy(
    _ table: RowTable, plan: TablePlan, layout chosen: Layout?
  ) throws(PoseCSVError) -> (detections: Detections, match: LayoutMatcher.Match) {
    let match = try matched(table, layout: chosen)
    let marks = table.frames.isEmpty ? table.times : table.frames
    var column: [Joint: Int] = [:]
    let joints = match.joints.compactMap { $0 }
    for (i, joint) in joints.enumerated() { column[joint] = i }
    var poses = TidyPoses(joints: joints.count)
    var current: [Key: Int] = [:]
    var counter: UInt64 = 0
    for row in 0..<table.count {
      let code = Int(table.keypoint[row])
      guard match.joints.indices.contains(code) else { continue }
      let values = table.slots.map { $0[row] }
      let person = table.person.isEmpty ? 0 : table.person[row]
      if !marks.isEmpty, marks[row].isNaN { continue }
      let key = Key(frame: marks.isEmpty ? counter : marks[row].bitPattern, person: person)
      let joint = match.joints[code].flatMap { column[$0] }
      if let pose = current[key], !poses.takes(code, values, joint, in: pose) {
        if poses.repeats(code, values, joint, in: pose) { continue }
        if marks.isEmpty { counter += 1 }
        let key = Key(frame: marks.isEmpty ? counter : marks[row].bitPattern, person: person)
        current[key] = poses.begin(row: row, person: person)
        _ = poses.takes(code, values, joint, in: poses.count - 1)
      } else if current[key] == nil {
        current[key] = poses.begin(row: row, person: person)
        _ = poses.takes(code, values, joint, in: poses.count - 1)
      }
    }
    let rows = poses.rows
    return (
      Detections(
        count: poses.count, ordinals: (0..<Int32(clamping: poses.count)).map { $0 },
        frames: table.frames.isEmpty ? [] : rows.map { table.frames[$0] },
        times: table.times.isEmpty ? [] : rows.map { table.times[$0] },
        person: table.person.isEmpty ? [] : poses.people, people: table.people,
        columns: joints.indices.map { poses.columns(of: $0, joint: joints[$0], plan: plan) }),
      match
    )
  }

  /// Names are matched as those of columns are; numbers need a layout with that many keypoints, of
  /// several the one that makes the most plausible body of the first poses.
  private static func matched(
    _ table: RowTable, layout: Layout?
  ) throws(PoseCSVError) -> LayoutMatcher.Match {
    let names = table.keypoints
    let words = WideForm.withoutCommonWords(
      names.map { WideForm.Group(words: Words.of($0), text: $0) }
    ).map(\.words)
    guard let order = Numbering.order(of: words) else {
      return layout.map { LayoutMatcher.match(words, as: $0) } ?? LayoutMatcher.match(words)
    }
    let hasDepth = table.slots[2].contains { $0.isFinite }
    let fitting = Numbering.candidates(count: names.count, hasDepth: hasDepth)
    var chosen = layout
    if chosen == nil {
      let axes: [ColumnName.Axis: Int] = hasDepth ? [.x: 0, .y: 1, .z: 2] : [.x: 0, .y: 1]
      let columns = names.indices.map { number in axes.mapValues { 3 * number + $0 } }
      chosen = try Plausibility.best(fitting, firstPoses(of: table, order: order)) { _ in columns }
    }
    guard let chosen else {
      throw PoseCSVError(
        .layout,
        "the rows number \(names.count) keypoints, and no layout has that many; "
          + "name one with --layout")
    }
    return LayoutMatcher.Match(
      layout: chosen,
      joints: order.map { $0 < chosen.keypoints.count ? chosen.keypoints[$0].joint : nil },
      known: order.map { $0 < chosen.keypoints.count })
  }
}

extension Detections {
  /// x, y, z of each numbered keypoint, in their order, in the first poses of a tidy table.
  private static func firstPoses(of table: RowTable, order: [Int]) -> [[Double]] {
    let marks = table.frames.isEmpty ? table.times : table.frames
    var poses: [Key: Int] = [:]
    var found: [[Double]] = []
    var counter: UInt64 = 0
    var seen = Set<Int32>()
    for row in 0..<table.count {
      if marks.isEmpty, !seen.insert(table.keypoint[row]).inserted {
        counter += 1
        seen = [table.keypoint[row]]
      }
      let key = Key(
        frame: marks.isEmpty ? counter : marks[row].bitPattern,
        person: table.person.isEmpty ? 0 : table.person[row])
      let pose = poses[key] ?? found.count
      if pose == found.count {
        guard found.count < Plausibility.rowCount else { continue }
        poses[key] = pose
        found.append([Double](repeating: .nan, count: 3 * order.count))
      }
      let code = Int(table.keypoint[row])
      guard order.indices.contains(code) else { continue }
      for axis in 0..<3 { found[pose][3 * order[code] + axis] = Double(table.slots[axis][row]) }
    }
    return found
  }
}

/// The poses of a tidy table while they are being gathered.
private struct TidyPoses {
  private let joints: Int
  /// x, y, z, score of each joint, joint after joint; NaN where not yet seen.
  private var values: [Float] = []
  /// The keypoint codes that each pose has, as bits of its first rows.
  private var seen: [Set<Int>] = []
  private(set) var rows: [Int] = []
  private(set) var people: [Int32] = []

  init(joints: Int) { self.joints = joints }

  var count: Int { rows.count }

  mutating func begin(row: Int, person: Int32) -> Int {
    rows.append(row)
    people.append(person)
    seen.append([])
    values.append(contentsOf: repeatElement(.nan, count: 4 * joints))
    return rows.count - 1
  }

  /// Puts a keypoint into a pose; false where the pose has it already.
  mutating func takes(_ code: Int, _ point: [Float], _ joint: Int?, in pose: Int) -> Bool {
    guard seen[pose].insert(code).inserted else { return false }
    if let joint {
      for i in 0..<4 { values[(pose * joints + joint) * 4 + i] = point[i] }
    }
    return true
  }

  /// Whether the pose has the keypoint at the same place.
  func repeats(_ code: Int, _ point: [Float], _ joint: Int?, in pose: Int) -> Bool {
    guard let joint else { return true }
    let start = (pose * joints + joint) * 4
    return (0..<3).allSatisfy {
      values[start + $0] == point[$0] || values[start + $0].isNaN && point[$0].isNaN
    }
  }

  func columns(of joint: Int, joint name: Joint, plan: TablePlan) -> Detections.Columns {
    func column(_ i: Int) -> [Float] {
      guard plan.has(.value(i)) else { return [] }
      return rows.indices.map { values[($0 * joints + joint) * 4 + i] }
    }
    return Detections.Columns(
      joint: name, x: column(0), y: column(1), z: column(2), score: column(3))
  }
}

import Pose

/// Tables with a row a frame and the coordinates' names in one header row.
enum WideForm {
  /// The columns of one keypoint.
  struct Group {
    var words: [String]
    var text: String
    var columns: [ColumnName.Axis: Int] = [:]
    /// The words of the coordinates' units, column by column.
    var units: [String?] = []
  }

  /// The plan for a table whose header is `header`, or nil when it is no such header: fewer than
  /// three names have an x and a y.
  static func plan(
    header: [String], sample: Sample, layout: Layout?
  ) throws(PoseCSVError) -> TablePlan? {
    if let strict = try plan(header: header, sample: sample, layout: layout, loosely: false) {
      return strict
    }
    return try plan(header: header, sample: sample, layout: layout, loosely: true)
  }

  private static func plan(
    header: [String], sample: Sample, layout: Layout?, loosely: Bool
  ) throws(PoseCSVError) -> TablePlan? {
    var roles = [TablePlan.Role](repeating: .ignored, count: header.count)
    var timeUnit: KeyColumns.TimeUnit?
    var groups: [Group] = []
    var byName: [[String]: Int] = [:]
    for (column, text) in header.enumerated() {
      if let kind = KeyColumns.kind(Words.of(text)) {
        guard let role = role(of: kind), role == .recording || !roles.contains(role) else {
          continue
        }
        roles[column] = role
        if case .time(let unit) = kind { timeUnit = unit }
        continue
      }
      let name = ColumnName(text, loosely: loosely)
      guard let axis = name.axis, !name.words.isEmpty else { continue }
      let group = byName[name.words] ?? groups.count
      if group == groups.count {
        groups.append(Group(words: name.words, text: text))
        byName[name.words] = group
      }
      // Two columns of one axis: the first, so `visibility` before `presence`.
      guard groups[group].columns[axis] == nil else { continue }
      groups[group].columns[axis] = column
      if axis != .score { groups[group].units.append(name.unit) }
    }
    groups.removeAll { $0.columns[.x] == nil || $0.columns[.y] == nil || isNoPlace($0.words) }
    guard groups.count >= 3 else { return nil }
    var plan = TablePlan(form: .wide, roles: roles, names: header)
    plan.timeUnit = timeUnit
    plan.units = ColumnName.unit(of: groups.flatMap(\.units))
    if let people = PeopleColumns.split(groups) {
      try StackedForm.describe(people.groups, people.owners, layout, sample, &plan)
      return plan
    }
    groups = withoutNumbers(withoutCommonWords(ofBody(groups)))
    if let order = Numbering.order(of: groups.map(\.words)) {
      plan.form = .numbered
      try Numbering.assign(groups, order: order, sample: sample, layout: layout, to: &plan)
    } else {
      let names = groups.map(\.words)
      let match = layout.map { LayoutMatcher.match(names, as: $0) } ?? LayoutMatcher.match(names)
      plan.layout = match.layout
      for (i, group) in groups.enumerated() {
        let name = group.words.joined(separator: "_")
        plan.found.append(name)
        if !match.known[i] { plan.unknown.append(name) }
        guard let joint = match.joints[i] else { continue }
        plan.add(joint, name: name, columns: group.columns)
      }
    }
    return plan
  }

  /// What a column's name says that is no coordinate; nil for any other name.
  static func role(of name: String) -> TablePlan.Role? {
    KeyColumns.kind(Words.of(name)).flatMap(role)
  }

  private static func role(of kind: KeyColumns.Kind) -> TablePlan.Role? {
    switch kind {
    case .frame: .frame
    case .time: .time
    case .person: .person
    case .athlete: .athlete
    case .recording: .recording
    case .keypoint: nil
    }
  }

  /// The points of the body where those of hands and face are numbered beside them, as OpenPose and
  /// MediaPipe do: `pose_x0`, `face_x0`.
  private static func ofBody(_ groups: [Group]) -> [Group] {
    let body = groups.filter { ["pose", "body"].contains($0.words.first) }
    let areNumbered = groups.allSatisfy { group in
      group.words.last.flatMap { Int($0) } != nil && group.words.count > 1
    }
    return areNumbered && body.count >= 3 ? body : groups
  }

  /// Whether a name is of the frame around a person, or of something else than a place.
  static func isNoPlace(_ words: [String]) -> Bool {
    words.first.map(boxes.contains) == true || words.contains(where: otherQuantities.contains)
  }

  private static let boxes: Set<String> = ["bbox", "box", "boundingbox", "bounding", "roi"]
  private static let otherQuantities: Set<String> = [
    "angle", "angles", "velocity", "velocities", "vel", "speed", "acceleration", "accelerations",
    "accel", "acc", "rotation", "rot", "orientation", "quaternion", "quat", "euler", "force",
    "forces", "moment", "moments", "torque", "power",
  ]

  /// Last words that say how a place was come by, not of what it is.
  private static let lastWords: Set<String> = [
    "image", "img", "raw", "filtered", "smoothed", "normalized", "normalised", "norm", "pixel",
    "world", "global", "2d", "3d", "d", "2", "3", "0",
  ]

  /// Drops a first word that every name has, and some last ones (`Subject:LASI`, `pose_nose`,
  /// `landmark_0`, `nose_image`).
  static func withoutCommonWords(_ groups: [Group]) -> [Group] {
    var groups = groups
    while let first = groups.first?.words.first, NameKey.side(of: first) == nil,
      groups.allSatisfy({ $0.words.count > 1 && $0.words[0] == first })
    {
      for i in groups.indices { groups[i].words.removeFirst() }
    }
    while let last = groups.first?.words.last, lastWords.contains(last),
      groups.allSatisfy({ $0.words.count > 1 && $0.words.last == last })
    {
      for i in groups.indices { groups[i].words.removeLast() }
    }
    return groups
  }

  /// Drops the number that every name has beside its words: `0_nose`, `kp0_nose`, `nose_0`.
  private static func withoutNumbers(_ groups: [Group]) -> [Group] {
    guard groups.allSatisfy({ $0.words.count > 1 }) else { return groups }
    var groups = groups
    for isFirst in [true, false] {
      let numbers = groups.map { [isFirst ? $0.words[0] : $0.words[$0.words.count - 1]] }
      guard Numbering.order(of: numbers) != nil else { continue }
      for i in groups.indices {
        groups[i].words.remove(at: isFirst ? 0 : groups[i].words.count - 1)
      }
      return groups
    }
    return groups
  }
}

extension TablePlan {
  /// Gives a keypoint's columns their slots.
  mutating func add(
    _ joint: Joint, name: String, person: Int = 0, columns: [ColumnName.Axis: Int]
  ) {
    func slot(_ axis: ColumnName.Axis) -> Int? {
      guard let column = columns[axis] else { return nil }
      roles[column] = .value(slots)
      slots += 1
      return slots - 1
    }
    guard let x = slot(.x), let y = slot(.y) else { return }
    points.append(
      Point(
        joint: joint, name: name, person: person, x: x, y: y, z: slot(.z), score: slot(.score)))
  }
}

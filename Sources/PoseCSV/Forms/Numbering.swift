import Pose

/// Keypoints that have numbers for names, which only a layout's order can explain.
enum Numbering {
  /// The number of each name counted from 0, or nil unless all names are one word with one stem
  /// and the numbers run without a hole from 0 or from 1.
  static func order(of names: [[String]]) -> [Int]? {
    var numbers: [Int] = []
    var stem: String?
    for name in names {
      guard name.count == 1, let (letters, number) = Words.numbered(name[0]),
        stem == nil || stem == letters
      else { return nil }
      stem = letters
      numbers.append(number)
    }
    guard let low = numbers.min(), let high = numbers.max(), low <= 1,
      high - low == numbers.count - 1, Set(numbers).count == numbers.count
    else { return nil }
    return numbers.map { $0 - low }
  }

  /// The layouts with this many keypoints in a fixed order, those of as many dimensions first.
  static func candidates(count: Int, hasDepth: Bool) -> [Layout] {
    let all = LayoutRegistry.all.filter { !$0.namesOnly && $0.keypoints.count == count }
    let dimensions = hasDepth ? 3 : 2
    return all.filter { $0.dimensions.contains(dimensions) }
      + all.filter { !$0.dimensions.contains(dimensions) }
  }

  /// Takes the layout that is given, or of those with as many keypoints the one that makes the
  /// most plausible body of the first rows.
  static func assign(
    _ groups: [WideForm.Group], order: [Int], person: Int = 0, sample: Sample, layout: Layout?,
    to plan: inout TablePlan
  ) throws(PoseCSVError) {
    let hasDepth = groups.allSatisfy { $0.columns[.z] != nil }
    let fitting = candidates(count: groups.count, hasDepth: hasDepth)
    let byNumber = Dictionary(zip(order, groups)) { first, _ in first }
    var chosen = layout
    if chosen == nil {
      let columns = (0..<groups.count).map { byNumber[$0]?.columns ?? [:] }
      chosen = try Plausibility.best(fitting, Plausibility.rows(sample)) { _ in columns }
    }
    guard let chosen else {
      throw PoseCSVError(
        .layout,
        "the columns number \(groups.count) keypoints, and no layout has that many; "
          + "say with --layout NAME or FILE what they are")
    }
    plan.layout = chosen
    for (group, number) in zip(groups, order) {
      guard number < chosen.keypoints.count else { continue }
      let keypoint = chosen.keypoints[number]
      if person == 0 { plan.found.append(keypoint.name) }
      guard let joint = keypoint.joint else { continue }
      plan.add(joint, name: keypoint.name, person: person, columns: group.columns)
    }
  }
}

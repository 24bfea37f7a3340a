import Pose

/// Tables with a row a keypoint: `frame, keypoint, x, y[, z][, score]`, people in a column or not.
enum TidyForm {
  static let scoreSlot = 3

  static func plan(header: [String]) -> TablePlan? {
    var plan = TablePlan(
      form: .tidy, roles: [TablePlan.Role](repeating: .ignored, count: header.count),
      names: header)
    var axes: [ColumnName.Axis: Int] = [:]
    for (column, text) in header.enumerated() {
      let words = Words.of(text)
      if let kind = KeyColumns.kind(words) {
        let role: TablePlan.Role =
          switch kind {
          case .frame: .frame
          case .time: .time
          case .person: .person
          case .keypoint: .keypoint
          case .athlete: .athlete
          case .recording: .recording
          }
        guard role == .recording || !plan.roles.contains(role) else { continue }
        plan.roles[column] = role
        if case .time(let unit) = kind { plan.timeUnit = unit }
        continue
      }
      let name = ColumnName(text)
      if name.words.isEmpty, let axis = name.axis, axes[axis] == nil { axes[axis] = column }
    }
    guard let x = axes[.x], let y = axes[.y] else { return nil }
    if !plan.roles.contains(.keypoint), let column = numbers(header, plan.roles) {
      plan.roles[column] = .keypoint
    }
    guard plan.roles.contains(.keypoint) else { return nil }
    plan.units = ColumnName.unit(of: [x, y, axes[.z] ?? x].map { ColumnName(header[$0]).unit })
    // The slots of every row: x, y, z, score.
    plan.roles[x] = .value(0)
    plan.roles[y] = .value(1)
    if let z = axes[.z] { plan.roles[z] = .value(2) }
    if let score = axes[.score] { plan.roles[score] = .value(scoreSlot) }
    plan.slots = 4
    return plan
  }

  /// The column `id` or `index`, which numbers the keypoints of a row's x and y where no other column
  /// names them.
  private static func numbers(_ header: [String], _ roles: [TablePlan.Role]) -> Int? {
    header.indices.first { column in
      let isFree = roles[column] == .ignored || roles[column] == .person
      return isFree && ["id", "index", "idx"].contains(Words.of(header[column]).joined())
    }
  }
}

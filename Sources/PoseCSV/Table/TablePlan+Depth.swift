import Pose

extension TablePlan {
  /// The plan without the depths that only three dimensions need: of a table that may as well hold
  /// BlazePose's coordinates in a picture, all but those of the hips and shoulders, by which
  /// `Dimensions` tells the one from the other. Nil where there is nothing to leave out.
  ///
  /// Where three dimensions come out, the table has to be read again with the whole plan; so nil as
  /// well where the first row has the hips about the origin, as coordinates in metres do.
  func withoutDepths(
    _ rows: RowBytes, mark: UInt8, _ options: ReadOptions
  ) -> TablePlan? {
    guard form == .wide || form == .numbered, layout?.id == Layout.mediaPipe33.id, people.isEmpty,
      options.statedUnits == nil, options.given(\.view)?.value != "3d",
      !startsAboutHips(rows, NumberParser(mark: mark))
    else { return nil }
    var plan = self
    for (place, point) in points.enumerated() {
      guard let depth = point.z, !Self.telling.contains(point.joint),
        let column = roles.firstIndex(of: .value(depth))
      else { continue }
      plan.points[place].z = nil
      plan.roles[column] = .ignored
    }
    return plan
  }

  private static let telling: Set<Joint> = [.leftHip, .rightHip, .leftShoulder, .rightShoulder]

  /// Whether both hips stand near the origin in the first row.
  private func startsAboutHips(_ rows: RowBytes, _ parser: NumberParser) -> Bool {
    let hips = points.filter { $0.joint == .leftHip || $0.joint == .rightHip }
    let columns = hips.flatMap { [$0.x, $0.y] }.compactMap { roles.firstIndex(of: .value($0)) }
    return columns.count == 4
      && columns.allSatisfy { column in
        var isNear = false
        _ = rows.forEach(column) { field in
          if case .number(let value) = parser.parse(field) { isNear = abs(value) < 0.25 }
          return false
        }
        return isNear
      }
  }
}

import Pose

/// Judges by its bones whether a layout's order makes a body of a table's numbers.
enum Plausibility {
  /// Checks a row that a layout is taken to fail besides its own, so that one that says nothing of
  /// most points is no match for one that explains them.
  private static let doubt = 2

  /// Rows that are looked at.
  static let rowCount = 24

  /// By how much the best must be better than the next: a check in every fourth row.
  private static let margin = 0.02

  /// The most plausible of several layouts for rows of numbers, NaN where missing; nil of none.
  /// `columns` are those of each keypoint in the order of a layout. Throws where two are about as
  /// plausible as each other, or the rows show no body.
  static func best(
    _ layouts: [Layout], _ rows: [[Double]], columns: (Layout) -> [[ColumnName.Axis: Int]]
  ) throws(PoseCSVError) -> Layout? {
    guard layouts.count > 1 else { return layouts.first }
    var shares: [(layout: Layout, share: Double)] = []
    var seen = Set<String>()
    for layout in layouts where seen.insert(layout.id).inserted {
      let columns = columns(layout)
      var kept = 0
      var asked = 0
      for row in rows {
        let body = Body(layout, columns, row)
        for holds in body.checks {
          asked += 1
          if holds { kept += 1 }
        }
      }
      let share: Double = asked == 0 ? 0 : Double(kept) / Double(asked + doubt * rows.count)
      shares.append((layout, share))
    }
    shares.sort { $0.share > $1.share }
    if shares.count > 1, shares[0].share - shares[1].share < margin {
      let names = shares.filter { shares[0].share - $0.share < margin }.map(\.layout.id)
      throw PoseCSVError(
        .layout,
        "the keypoints have numbers for names, and the first rows do not tell "
          + "\(names.joined(separator: " from ")); say with --layout NAME which it is")
    }
    return shares.first?.layout
  }

  /// The first rows of a sample that hold numbers.
  static func rows(_ sample: Sample) -> [[Double]] {
    sample.rows.filter { HeaderlessForm.isData($0.cells) }.prefix(rowCount).map { row in
      row.cells.map { HeaderlessForm.number($0) ?? .nan }
    }
  }

  /// One row's points by joint.
  private struct Body {
    var points: [Joint: [Double]] = [:]

    init(_ layout: Layout, _ columns: [[ColumnName.Axis: Int]], _ numbers: [Double]) {
      for (keypoint, columns) in zip(layout.keypoints, columns) {
        guard let joint = keypoint.joint else { continue }
        let axes = [columns[.x], columns[.y], columns[.z]].compactMap { $0 }
        let point = axes.map { numbers.indices.contains($0) ? numbers[$0] : .nan }
        if point.allSatisfy(\.isFinite), !point.allSatisfy({ $0 == 0 }) { points[joint] = point }
      }
    }

    /// Bones of a pair are about as long as each other, and neighbors lie nearer than strangers.
    var checks: [Bool] {
      var checks: [Bool] = []
      for (a, b) in [
        (Joint.leftHip, Joint.leftKnee), (.leftKnee, .leftAnkle), (.leftShoulder, .leftElbow),
        (.leftElbow, .leftWrist), (.leftShoulder, .leftHip),
      ] {
        guard let left = length(a, b), let right = length(a.mirrored, b.mirrored) else { continue }
        checks.append(left < 2 * right && right < 2 * left)
      }
      for (near, middle, far) in [
        (Joint.leftHip, Joint.leftKnee, Joint.leftEye), (.leftShoulder, .nose, .leftAnkle),
        (.leftKnee, .leftAnkle, .leftShoulder), (.leftShoulder, .leftElbow, .leftAnkle),
        (.leftHip, .rightHip, .leftShoulder), (.leftAnkle, .leftHeel, .leftHip),
        (.leftAnkle, .leftToe, .leftHip), (.spineTop, .rightShoulder, .rightKnee),
        (.pelvis, .rightHip, .rightShoulder), (.leftEar, .leftEye, .leftShoulder),
        (.headCenter, .spineTop, .leftKnee), (.spineMiddle, .spineTop, .leftAnkle),
      ] {
        guard let short = length(near, middle), let long = length(near, far) else { continue }
        checks.append(short < long)
      }
      return checks
    }

    private func length(_ a: Joint, _ b: Joint) -> Double? {
      guard let a = points[a], let b = points[b], a.count == b.count else { return nil }
      return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
  }
}

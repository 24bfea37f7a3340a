import Pose

/// Decides whether z is in the unit of x and y, which a body's proportions tell: a camera that sees
/// depth often writes pixels beside metres or millimetres.
enum DepthUnit {
  /// Shoulders are 0.70 ± 0.07 of the trunk wide, as in the estimate of a frame's shape; five
  /// spreads to either side leave room for any estimator.
  private static let shoulderShares: ClosedRange<Float> = 0.35...1.05
  /// The factor of z, squared, that makes limbs keep their lengths, where it is one unit: a quarter
  /// to either side; and how well all limbs must agree on it (a correlation, squared).
  private static let factors: ClosedRange<Double> = 0.64...1.56
  private static let agreement = 0.9
  /// Of the trunk, how far joints lie before and behind the hips at least.
  private static let leastDepth: Float = 0.02

  /// Whether x and y may be a picture's, down and to the right of its corner, and z makes no body
  /// with them. Joints that are not there tell nothing.
  static func isOther(_ detections: Detections, _ marks: Landmarks) -> Bool {
    guard isPicture(marks), let hips = marks.hips, let top = marks.shoulders, !hips.z.isEmpty,
      !top.z.isEmpty, let trunk = Statistics.median(hips.distances(to: top)),
      let flatTrunk = hips.flatDistance(to: top), flatTrunk > 0
    else { return false }
    let depths = detections.columns.flatMap { column in
      column.z.isEmpty ? [] : zip(column.z, hips.z).map { abs($0 - $1) }
    }
    if let depth = Statistics.median(depths), depth < leastDepth * flatTrunk { return true }
    if let left = Landmarks.point(of: detections, [[.leftShoulder], [.leftAcromion]]),
      let right = Landmarks.point(of: detections, [[.rightShoulder], [.rightAcromion]]),
      let width = Statistics.median(left.distances(to: right)),
      !shoulderShares.contains(width / trunk)
    {
      return true
    }
    return factor(detections).map { !factors.contains($0) } ?? false
  }

  /// The factor q of z² with which A + q·B of each limb stays what it is, A its length along x and y
  /// squared and B along z; by least squares over limbs and rows, −cov(A, B) / var(B). Nil where the
  /// limbs do not agree, as with a depth that is guessed rather than measured.
  private static func factor(_ detections: Detections) -> Double? {
    var (flat, deep, both) = (0.0, 0.0, 0.0)
    for (a, b) in detections.limbs where !a.z.isEmpty && !b.z.isEmpty {
      let squares = a.x.indices.compactMap { row -> (flat: Double, deep: Double)? in
        let dx = Double(a.x[row] - b.x[row])
        let dy = Double(a.y[row] - b.y[row])
        let dz = Double(a.z[row] - b.z[row])
        return (dx + dy + dz).isFinite ? (dx * dx + dy * dy, dz * dz) : nil
      }
      let count = Double(max(1, squares.count))
      let meanFlat = squares.reduce(0) { $0 + $1.flat } / count
      let meanDeep = squares.reduce(0) { $0 + $1.deep } / count
      for square in squares {
        flat += (square.flat - meanFlat) * (square.flat - meanFlat)
        deep += (square.deep - meanDeep) * (square.deep - meanDeep)
        both += (square.flat - meanFlat) * (square.deep - meanDeep)
      }
    }
    guard both < 0, both * both >= agreement * flat * deep else { return nil }
    return -both / deep
  }

  private static func isPicture(_ marks: Landmarks) -> Bool {
    let points = [marks.shoulders, marks.hips, marks.knees, marks.ankles].compactMap { $0 }
    let isInside = points.allSatisfy { point in
      [point.x, point.y].allSatisfy { (Statistics.quantile($0, 0.05) ?? -1) >= 0 }
    }
    guard isInside, let top = marks.shoulders, let bottom = marks.ankles ?? marks.knees,
      let high = Statistics.median(top.y), let low = Statistics.median(bottom.y)
    else { return false }
    return low > high
  }
}

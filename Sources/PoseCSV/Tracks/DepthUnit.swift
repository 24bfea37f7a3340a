import Pose

/// Decides whether z is in the unit of x and y, which a body's proportions tell: a camera that sees
/// depth often writes pixels beside metres or millimetres.
enum DepthUnit {
  /// Shoulders are 0.70 ± 0.07 of the trunk wide, as in the estimate of a frame's shape; five
  /// spreads to either side leave room for any estimator.
  private static let shoulderShares: ClosedRange<Float> = 0.35...1.05
  /// By how much a thigh may seem to change its length between its longest and its shortest.
  private static let stretch: Float = 1.5
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
    let one = detections
    if let left = Landmarks.point(of: one, [[.leftShoulder], [.leftAcromion]]),
      let right = Landmarks.point(of: one, [[.rightShoulder], [.rightAcromion]]),
      let width = Statistics.median(left.distances(to: right)),
      !shoulderShares.contains(width / trunk)
    {
      return true
    }
    guard let knees = marks.knees else { return false }
    let thigh = hips.distances(to: knees)
    guard let long = Statistics.quantile(thigh, 0.9), let short = Statistics.quantile(thigh, 0.1)
    else { return false }
    return long > stretch * short
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

import Pose

/// Finds where a track goes over to another person.
enum Identity {
  /// Rows on each side of a jump that must agree that it is one.
  private static let witnesses = 8

  /// The rows, after the first, at which another person begins: the body as a whole moves by more
  /// than half its height in one frame, and stays there. A few wild frames are no cut; they are
  /// left to the repair of outliers.
  static func cuts(_ detections: Detections, steps: [Double]) -> [Int] {
    guard detections.count > 2, let height = BodySize.height(detections), height > 0 else {
      return []
    }
    let centers = (0..<detections.count).map { detections.center($0) }
    var cuts: [Int] = []
    for row in 1..<detections.count {
      guard let jump = shift(detections, row - 1, row) else { continue }
      let frames = steps.isEmpty ? 1 : max(1, min(steps[row] - steps[row - 1], 4))
      guard jump > 0.5 * height * Float(frames) else { continue }
      let low = max(cuts.last ?? 0, row - witnesses)
      let before = place(centers[low..<row])
      let after = place(centers[row..<min(detections.count, row + witnesses)])
      if let before, let after, distance(before, after) > 0.4 * height { cuts.append(row) }
    }
    return cuts
  }

  /// The median distance that joints seen in both rows have moved.
  private static func shift(_ detections: Detections, _ a: Int, _ b: Int) -> Float? {
    Statistics.median(
      detections.columns.map { column in
        distance((column.x[a], column.y[a]), (column.x[b], column.y[b]))
      })
  }

  private static func place(_ centers: ArraySlice<(x: Float, y: Float)?>) -> (Float, Float)? {
    let seen = centers.compactMap { $0 }
    guard let x = Statistics.median(seen.map(\.x)), let y = Statistics.median(seen.map(\.y)) else {
      return nil
    }
    return (x, y)
  }

  private static func distance(_ a: (Float, Float), _ b: (Float, Float)) -> Float {
    let dx = a.0 - b.0
    let dy = a.1 - b.1
    return (dx * dx + dy * dy).squareRoot()
  }
}

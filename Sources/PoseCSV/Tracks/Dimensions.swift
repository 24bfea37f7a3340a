import Pose

/// Decides whether a z column is a third dimension.
enum Dimensions {
  /// Two where there is no depth, where it never changes, or where it is BlazePose's image depth:
  /// x and y are a picture's while z is counted from the hips.
  static func count(
    _ detections: Detections, _ marks: Landmarks, layout: Layout, units: Units?
  ) -> Int {
    guard detections.hasDepth else { return 2 }
    if units == .pixels || units == .normalized { return 2 }
    guard layout.dimensions.contains(2) else { return 3 }
    guard layout.id == Layout.mediaPipe33.id, let hips = marks.hips, !hips.z.isEmpty else {
      return 3
    }
    guard let x = Statistics.median(hips.x), let y = Statistics.median(hips.y),
      let z = Statistics.median(hips.z.map { abs($0) }),
      let size = marks.shoulders.flatMap({ hips.flatDistance(to: $0) }), size > 0
    else { return 3 }
    let isHipCentered = abs(x) < 0.1 * size && abs(y) < 0.1 * size
    if isHipCentered { return 3 }
    // A trunk is 0.45 to 0.55 m long; in a picture it is rarely 0.4 of the frame, and what is
    // seen lies about within the frame.
    let isPictured = size < 0.4 && x > -0.5 && x < 1.5 && y > -0.5 && y < 1.5
    return isPictured || z < 0.3 * size ? 2 : 3
  }
}

extension Detections {
  /// Whether depths are not all the same.
  fileprivate var hasDepth: Bool {
    var first: Float?
    for column in columns {
      for z in column.z where z.isFinite && z != first {
        if first != nil { return true }
        first = z
      }
    }
    return false
  }
}

extension Landmarks.Point {
  /// The median distance to another point in the x-y plane.
  fileprivate func flatDistance(to other: Landmarks.Point) -> Float? {
    Statistics.median(
      x.indices.map { i in
        let dx = x[i] - other.x[i]
        let dy = y[i] - other.y[i]
        return (dx * dx + dy * dy).squareRoot()
      })
  }
}

import Kernels
import Pose

/// Decides whether a z column is a third dimension.
enum Dimensions {
  /// Two where there is no depth, where it never changes, or where it is BlazePose's image depth:
  /// x and y are a picture's while z is counted from the hips. What a person says of the unit or of
  /// the view decides before the values do.
  static func count(
    _ detections: Detections, _ marks: Landmarks, layout: Layout, options: ReadOptions
  ) -> Int {
    guard detections.hasDepth else { return 2 }
    switch options.statedUnits?.units {
    case .pixels, .normalized: return 2
    case .metres, .millimetres: return 3
    case nil: break
    }
    guard layout.id == Layout.mediaPipe33.id, options.given(\.view)?.value != "3d",
      let hips = marks.hips, !hips.z.isEmpty
    else { return 3 }
    guard let x = Statistics.median(hips.x), let y = Statistics.median(hips.y),
      let z = Statistics.median(hips.z.map { abs($0) }),
      let trunk = marks.shoulders.flatMap({ Statistics.median(hips.distances(to: $0)) }),
      let size = marks.shoulders.flatMap({ hips.flatDistance(to: $0) }), size > 0
    else { return 3 }
    let isHipCentered = abs(x) < 0.1 * trunk && abs(y) < 0.1 * trunk
    if isHipCentered { return 3 }
    // A trunk is 0.45 to 0.55 m long, and shoulders are 1.2 m or more over the ankles; in a picture
    // a trunk is rarely 0.4 of the frame, a body no longer than it, and what is seen lies about
    // within. A picture's pixels count hundreds from its corner.
    let height = marks.ankles.flatMap { marks.shoulders?.flatDistance(to: $0) } ?? 0
    let isInFrame = x > -0.5 && x < 1.5 && y > -0.5 && y < 1.5
    let isPictured = isInFrame && (size < 0.4 || height < 1.1)
    let isInPixels = size > 4 && x > 0 && y > 0
    // Image depth is counted from the middle of the hips, beside which one hip alone lies. A camera's
    // own depth beside a picture's x and y is not, but makes no body as long as metres do.
    let isMiddle = [Joint.leftHip, .rightHip].allSatisfy {
      detections[$0].map { Kernel.missing($0.x) < $0.x.count } ?? false
    }
    guard !isMiddle || z <= 0.3 * trunk else {
      return isInFrame && trunk < 0.4 && height < 1.1 ? 2 : 3
    }
    return isPictured || isInPixels ? 2 : 3
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
  func flatDistance(to other: Landmarks.Point) -> Float? {
    Statistics.median(
      x.indices.map { i in
        let dx = x[i] - other.x[i]
        let dy = y[i] - other.y[i]
        return (dx * dx + dy * dy).squareRoot()
      })
  }
}

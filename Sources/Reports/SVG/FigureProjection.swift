internal import Pose

/// How the lifter is drawn on paper: x to the right, y up.
///
/// A recording in two dimensions is drawn as filmed. One in three is drawn from the lifter's
/// side: up is where the shoulders are over the ankles, forward is square to the hips.
struct FigureProjection {
  private let figure: Figure
  private let axes: (right: Axis, up: Axis)

  private typealias Axis = (x: Float, y: Float, z: Float)

  init(_ figure: Figure, upright frame: Int) {
    self.figure = figure
    guard !figure.z.isEmpty, let axes = Self.axes(figure, frame) else {
      axes = ((1, 0, 0), (0, 1, 0))
      return
    }
    self.axes = axes
  }

  /// A joint's place on paper; nil where it was not seen.
  func point(_ joint: Int, frame: Int) -> (x: Double, y: Double)? {
    let index = frame * figure.joints.count + joint
    guard figure.x.indices.contains(index) else { return nil }
    let (x, y) = (figure.x[index], figure.y[index])
    let z = figure.z.isEmpty ? 0 : figure.z[index]
    let right = axes.right.x * x + axes.right.y * y + axes.right.z * z
    let up = axes.up.x * x + axes.up.y * y + axes.up.z * z
    return right.isFinite && up.isFinite ? (Double(right), Double(up)) : nil
  }

  private static func axes(_ figure: Figure, _ frame: Int) -> (right: Axis, up: Axis)? {
    func place(_ joint: Joint) -> Axis? {
      guard let column = figure.joints.firstIndex(of: joint) else { return nil }
      let index = frame * figure.joints.count + column
      guard figure.x.indices.contains(index), figure.x[index].isFinite else { return nil }
      return (figure.x[index], figure.y[index], figure.z[index])
    }
    guard let shoulder = middle(place(.leftShoulder), place(.rightShoulder)),
      let ankle = middle(place(.leftAnkle), place(.rightAnkle)),
      let leftHip = place(.leftHip), let rightHip = place(.rightHip)
    else { return nil }
    let up = nearestAxis(minus(shoulder, ankle))
    // Right to left, without its part along gravity.
    let across = minus(leftHip, rightHip)
    let slope = across.x * up.x + across.y * up.y + across.z * up.z
    let level = (
      x: across.x - slope * up.x, y: across.y - slope * up.y, z: across.z - slope * up.z
    )
    let length = (level.x * level.x + level.y * level.y + level.z * level.z).squareRoot()
    guard length > 0 else { return nil }
    let left = (x: level.x / length, y: level.y / length, z: level.z / length)
    let forward = (
      x: left.y * up.z - left.z * up.y, y: left.z * up.x - left.x * up.z,
      z: left.x * up.y - left.y * up.x
    )
    return (forward, up)
  }

  private static func middle(_ a: Axis?, _ b: Axis?) -> Axis? {
    guard let a, let b else { return a ?? b }
    return ((a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2)
  }

  private static func minus(_ a: Axis, _ b: Axis) -> Axis { (a.x - b.x, a.y - b.y, a.z - b.z) }

  /// Gravity runs along one of the file's axes: the one nearest to the direction.
  private static func nearestAxis(_ direction: Axis) -> Axis {
    let (x, y, z) = (direction.x.magnitude, direction.y.magnitude, direction.z.magnitude)
    if x >= y, x >= z { return (direction.x < 0 ? -1 : 1, 0, 0) }
    if y >= z { return (0, direction.y < 0 ? -1 : 1, 0) }
    return (0, 0, direction.z < 0 ? -1 : 1)
  }
}

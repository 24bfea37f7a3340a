internal import Kernels
import Pose

/// The line from one point to another, frame by frame, in the lifter's axes.
struct Segment {
  let forward: [Float]
  let up: [Float]
  /// Empty where the view does not show it.
  let left: [Float]
  /// The standard deviation of the direction's numerator: both ends' noise together.
  let noise: Float

  init(from a: Body.Point, to b: Body.Point) {
    forward = Kernel.difference(b.forward, a.forward)
    up = Kernel.difference(b.up, a.up)
    left = Kernel.difference(b.left, a.left)
    noise = (a.noise * a.noise + b.noise * b.noise).squareRoot()
  }

  /// Degrees from upwards, in the sagittal plane; + forward.
  var fromVertical: [Float] { Kernel.atan2Degrees(y: forward, x: up) }

  /// Degrees above the horizontal, in the sagittal plane.
  var fromHorizontal: [Float] { Kernel.atan2Degrees(y: up, x: forward) }

  /// How far the start lies above the end, in degrees from the horizontal: of a thigh, positive
  /// while the hip is above the knee. In three dimensions the line's angle in space.
  var elevationOfStart: [Float] {
    let across = left.isEmpty ? Kernel.magnitude(forward) : Kernel.length(x: forward, y: left)
    return Kernel.atan2Degrees(y: Kernel.linear(up, scale: -1), x: across)
  }

  /// The angle between two lines in degrees, 0…180: in space where both are known there, else in
  /// the sagittal plane.
  static func between(_ a: Segment, _ b: Segment) -> [Float] {
    Kernel.between((a.forward, a.up, a.left), (b.forward, b.up, b.left))
  }
}

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

  /// Length in the sagittal plane.
  var sagittalLength: [Float] { Kernel.length(x: forward, y: up) }

  /// Degrees from upwards, in the sagittal plane; + forward.
  var fromVertical: [Float] { Kernel.atan2Degrees(y: forward, x: up) }

  /// Degrees above the horizontal, in the sagittal plane.
  var fromHorizontal: [Float] { Kernel.atan2Degrees(y: up, x: forward) }

  /// How far the start lies above the end, in degrees from the horizontal: of a thigh, positive
  /// while the hip is above the knee. In three dimensions the line's angle in space.
  var elevationOfStart: [Float] {
    let across = left.isEmpty ? forward.map { Swift.abs($0) } : Kernel.length(x: forward, y: left)
    return Kernel.atan2Degrees(y: up.map { -$0 }, x: across)
  }

  /// The angle between two lines in degrees, 0…180: in space where both are known there, else in
  /// the sagittal plane.
  static func between(_ a: Segment, _ b: Segment) -> [Float] {
    let count = a.up.count
    var sine = [Float](repeating: .nan, count: count)
    var cosine = sine
    let spatial = !a.left.isEmpty && !b.left.isEmpty
    for i in 0..<count {
      let p = Vector(a.forward[i], a.up[i], spatial ? a.left[i] : 0)
      let q = Vector(b.forward[i], b.up[i], spatial ? b.left[i] : 0)
      sine[i] = p.cross(q).length
      cosine[i] = p.dot(q)
    }
    return Kernel.atan2Degrees(y: sine, x: cosine)
  }
}

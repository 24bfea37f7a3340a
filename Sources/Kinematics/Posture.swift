import Kernels
import Pose
import Signals

/// Which way is up, and in which frames the lifter stands upright.
///
/// Both are needed before anything can be measured, and each needs the other: up is first taken
/// from the whole body, then from the legs of the upright frames.
struct Posture {
  /// Unit vector against gravity in the recording's axes.
  var up: Vector
  /// Degrees between `up` and the recording's axis that was nearest to the standing legs; 0
  /// where that axis itself was taken.
  var tilt: Float
  /// Frames in which the hips are near their greatest height above the ankles.
  var upright: [Int]

  /// Legs this close to an axis of the recording are taken to stand along it, in degrees: a
  /// standing lifter's ankle-to-hip line is within about 5° of the vertical, and a recording's
  /// axis is mostly gravity's.
  private static let snap: Float = 8

  /// Nil where hips or ankles were never seen together.
  init?(_ skeleton: Skeleton) {
    let lines = skeleton.hips - skeleton.ankles
    let frames = lines.seen
    guard !frames.isEmpty else { return nil }
    let legs = lines.at(frames)
    let bodies = (skeleton.shoulders - skeleton.ankles).at(frames)
    let whole = (bodies.isMissing ? legs : bodies).median.unit
    // In two dimensions the reader has already put y upwards.
    let rough = skeleton.dimensions == 2 ? Vector(0, 1, 0) : Self.nearestAxis(whole)

    func uprightFrames(_ up: Vector) -> [Int] {
      let heights = legs.along(up)
      let top = Robust.quantile(heights, 0.95)
      return frames.indices.filter { heights[$0] >= 0.96 * top }
    }
    // With an axis far from the body (a tilted camera), heights along it would mislead.
    let first = whole.dot(rough) > 0.8 ? rough : whole
    let standing = uprightFrames(first)
    let leg = legs.at(standing).median.unit
    let axis = skeleton.dimensions == 2 ? rough : Self.nearestAxis(leg)
    let cosine = min(1, leg.dot(axis))
    let angle = Angle.degrees(cosine: cosine)
    if angle <= Self.snap {
      up = axis
      tilt = 0
    } else {
      up = leg
      tilt = angle
    }
    upright = (up == first ? standing : uprightFrames(up)).map { frames[$0] }
  }

  private static func nearestAxis(_ v: Vector) -> Vector {
    let a = Vector(Swift.abs(v.x), Swift.abs(v.y), Swift.abs(v.z))
    if a.x >= a.y, a.x >= a.z { return Vector(v.x < 0 ? -1 : 1, 0, 0) }
    return a.y >= a.z ? Vector(0, v.y < 0 ? -1 : 1, 0) : Vector(0, 0, v.z < 0 ? -1 : 1)
  }
}

import Kernels
import Pose
import Signals

/// Places of joints and of the points between them, frame by frame, in the recording's own axes.
struct Skeleton {
  let count: Int
  let dimensions: Int
  /// The middle of the hips; of the pelvis in frames in which an estimator gives no hips.
  let hips: Places
  /// The middle of the shoulders, or the top of the trunk.
  let shoulders: Places
  let ankles: Places
  private let motion: Motion

  init(_ motion: Motion) {
    self.motion = motion
    count = motion.count
    dimensions = motion.dimensions
    func places(_ joint: Joint) -> Places { Places(motion[joint], count: motion.count) }
    func middle(_ a: Joint, _ b: Joint) -> Places { places(a).middle(places(b)) }
    hips = middle(.leftHip, .rightHip).filled(from: places(.pelvis))
    shoulders = middle(.leftShoulder, .rightShoulder).filled(from: places(.spineTop))
    ankles = middle(.leftAnkle, .rightAnkle)
  }

  /// Where a joint is; missing throughout for a joint that the motion has not.
  func places(_ joint: Joint) -> Places { Places(motion[joint], count: count) }

  /// From one joint to another.
  func line(from a: Joint, to b: Joint) -> Places { places(b) - places(a) }

  /// Where a joint is in a frame; NaN where it was not seen.
  func place(_ joint: Joint, _ frame: Int) -> Vector {
    guard let track = motion[joint] else { return Vector(repeating: .nan) }
    return Vector(track.x[frame], track.y[frame], track.z.isEmpty ? 0 : track.z[frame])
  }

  /// The middle of two joints; of the one that was seen where the other was not.
  func middle(_ a: Joint, _ b: Joint, _ frame: Int) -> Vector {
    let first = place(a, frame)
    let second = place(b, frame)
    if !first.isFinite { return second }
    return second.isFinite ? (first + second) / 2 : first
  }
}

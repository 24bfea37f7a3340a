import Pose
import Signals

/// Places of joints and of the points between them, frame by frame, in the recording's own axes.
struct Skeleton {
  let motion: Motion

  /// Where a joint is; NaN where it was not seen.
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

  /// The middle of the hips, or the pelvis where an estimator gives no hips.
  func hips(_ frame: Int) -> Vector {
    let middle = middle(.leftHip, .rightHip, frame)
    return middle.isFinite ? middle : place(.pelvis, frame)
  }

  /// The middle of the shoulders, or the top of the trunk.
  func shoulders(_ frame: Int) -> Vector {
    let middle = middle(.leftShoulder, .rightShoulder, frame)
    return middle.isFinite ? middle : place(.spineTop, frame)
  }

  func ankles(_ frame: Int) -> Vector { middle(.leftAnkle, .rightAnkle, frame) }

  func knees(_ frame: Int) -> Vector { middle(.leftKnee, .rightKnee, frame) }
}

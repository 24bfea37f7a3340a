import Pose
import Signals

/// Places of joints and of the points between them, frame by frame, in the recording's own axes.
struct Skeleton {
  let count: Int
  let dimensions: Int
  /// Joint-major: one run of `count` places a joint of `rows`.
  private var places: [Vector] = []
  /// Where each joint's run begins, by raw value; nil for a joint that the motion has not.
  private var runs: [Int?]

  /// Lays out the joints that a motion has of those asked for, or of all.
  init(_ motion: Motion, joints: [Joint] = Joint.allCases) {
    count = motion.count
    dimensions = motion.dimensions
    runs = Array(repeating: nil, count: Joint.allCases.count)
    for joint in joints {
      guard let track = motion[joint] else { continue }
      runs[Int(joint.rawValue)] = places.count
      places.reserveCapacity(places.count + count)
      if track.z.isEmpty {
        for i in 0..<count { places.append(Vector(track.x[i], track.y[i], 0)) }
      } else {
        for i in 0..<count { places.append(Vector(track.x[i], track.y[i], track.z[i])) }
      }
    }
  }

  /// Where a joint is; NaN where it was not seen.
  func place(_ joint: Joint, _ frame: Int) -> Vector {
    guard let run = runs[Int(joint.rawValue)] else { return Vector(repeating: .nan) }
    return places[run + frame]
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
}

extension Joint {
  /// The joints from which posture, heading and view are told.
  static let ofPosture: [Joint] = [
    .nose, .leftEar, .rightEar, .headCenter, .pelvis, .spineTop, .leftShoulder, .rightShoulder,
    .leftHip, .rightHip, .leftKnee, .rightKnee, .leftAnkle, .rightAnkle, .leftHeel, .rightHeel,
    .leftToe, .rightToe,
  ]
}

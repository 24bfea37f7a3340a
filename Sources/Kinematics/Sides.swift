import Kernels
import Pose
import Signals

/// Settles which side is which where a layout's sources disagree about the order.
enum Sides {
  /// Exchanges the sides of a motion whose sides are disputed if they contradict its front.
  ///
  /// Knees, feet and face tell the front, the hips' height tells up; in right-handed axes, which
  /// cameras and laboratories use, both give the lifter's left. Returns whether it exchanged.
  /// Two dimensions do not tell: there nothing is done.
  static func settle(_ motion: inout Motion) -> Bool {
    guard motion.sidesDisputed, motion.dimensions == 3 else { return false }
    let skeleton = Skeleton(motion)
    guard let posture = Posture(skeleton) else { return false }
    let heading = Heading(skeleton, posture)
    let named = skeleton.line(from: .rightHip, to: .leftHip).at(posture.upright).median
    guard named.isFinite, heading.agreement > 0.5,
      posture.up.cross(heading.forward).dot(named) < 0
    else { return false }
    for joint in Joint.allCases where joint.rawValue < joint.mirrored.rawValue {
      (motion[joint], motion[joint.mirrored]) = (motion[joint.mirrored], motion[joint])
      (motion[noiseOf: joint], motion[noiseOf: joint.mirrored]) = (
        motion[noiseOf: joint.mirrored], motion[noiseOf: joint]
      )
    }
    return true
  }
}

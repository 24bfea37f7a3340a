import Kinematics
import Reps
import Pose

extension Measurer {
  /// Flexion of the back against the lifter's own standing posture, over the lowest third.
  ///
  /// Several points on the spine tell the upper from the lower back. One point half way up shows
  /// a single bend, which changes by about half of what the whole spine does.
  mutating func measureSpine() {
    guard body.showsSagittal else {
      return miss(
        .thoracicFlexion, .lumbarFlexion, .spineBend, because: Absence.needsSide(body.view))
    }
    guard !windows.standing.isEmpty else {
      return miss(.thoracicFlexion, .lumbarFlexion, .spineBend, because: Absence.noBaseline)
    }
    if angles.spineBends == 1 {
      record(
        .spineBend,
        sampling.change(angles.thoracicFlexion, from: windows.standing, over: windows.low),
        or: Absence.tooSeldom("points on the spine"))
      return miss(
        .thoracicFlexion, .lumbarFlexion,
        because: "One point on the spine does not tell the upper from the lower back.")
    }
    let none = Absence.needs(["points on the spine"], such: Absence.spine)
    miss(.spineBend, because: none)
    for (id, curve) in [
      (MeasureID.thoracicFlexion, angles.thoracicFlexion), (.lumbarFlexion, angles.lumbarFlexion),
    ] {
      record(
        id, sampling.change(curve, from: windows.standing, over: windows.low),
        or: curve.isMissing ? none : Absence.tooSeldom("points on the spine"))
    }
  }
}

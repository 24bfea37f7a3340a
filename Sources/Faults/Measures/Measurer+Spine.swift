import Kinematics
import Pose
import Reps

extension Measurer {
  /// Flexion of the back against the lifter's own standing posture, over the lowest third.
  ///
  /// Several points on the spine tell the upper from the lower back. One point half way up shows
  /// a single bend, which changes by about half of what the whole spine does.
  mutating func measureSpine() {
    guard body.showsSagittal else {
      return miss(
        .thoracicFlexion, .lumbarFlexion, .spineBend,
        because: Absence.needsSide(body, and: body.hasSpine ? nil : "points on the spine"))
    }
    guard !windows.standing.isEmpty else {
      return miss(.thoracicFlexion, .lumbarFlexion, .spineBend, because: Absence.noBaseline)
    }
    if angles.spineBends == 1 {
      record(
        .spineBend,
        spineChange(angles.thoracicFlexion),
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
        id, spineChange(curve),
        or: curve.isMissing ? none : Absence.tooSeldom("points on the spine"))
    }
  }

  /// The change from standing with the whole error of the curve: points on the back slide over
  /// the spine as it bends, so their error does not cancel. A centimeter of sliding between
  /// segments of 0.2 m is another 4°.
  private func spineChange(_ curve: Curve) -> Quantity? {
    sampling.change(curve, from: windows.standing, over: windows.low).map {
      Quantity(value: $0.value, sd: Statistics.root($0.sd / sampling.remaining, 4), frame: $0.frame)
    }
  }
}

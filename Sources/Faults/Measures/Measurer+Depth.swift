import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// How deep: drop of the hips, thighs, knees and hips, and how straight at the top.
  mutating func measureDepth() {
    let noise = dropNoise
    let drop = Series(depth, noise: noise, bias: 0.02)
    record(.depth, sampling.absolute(drop, over: windows.bottom), or: Absence.needsTurn)
    measureLockout(topDeficit(noise))
    measureFlexion()
    if body.showsSagittal {
      measureThighs()
    } else {
      measureThighsByHeight()
    }
  }

  /// Two heights of a lifter who stands, so where the keypoints lie is in both. What is not: by a
  /// hundredth of the leg or so nobody stands twice alike, and at three metres two centimetres of
  /// swaying towards the camera make most of that; a choice. The points wander. What a step made
  /// the lifter smaller in the picture counts half, since a lean to the camera looks the same.
  private func topDeficit(_ noise: Float) -> Quantity {
    let wander =
      1.414 * Wander.middle * Statistics.root(Wander.hip, Wander.ankle) * self.wander.up
      / body.lengths.leg
    return Quantity(
      value: max(0, rep.topDeficit - max(0, rep.topScale) / 2),
      sd: Statistics.root(noise, 0.01, rep.topScale), frame: rep.end
    )
    .widened(by: wander.isFinite ? wander : 0)
  }

  /// The error of the hips' drop from frame to frame, in leg lengths.
  var dropNoise: Float {
    body.lengths.leg > 0 ? (columns.hips?.noise ?? 0) / body.lengths.leg : 0.01
  }

  /// Where the recording ends on the way up, only that nothing is missing can be told.
  private mutating func measureLockout(_ deficit: Quantity) {
    let isOpen = rep.endsMoving && deficit.value > deficit.sd
    record(.topDeficit, isOpen ? nil : deficit, or: Absence.needsEnd)
  }

  private mutating func measureFlexion() {
    let hidden = Absence.needsSide(body)
    let knee = Statistics.root(thighWander, shankWander)
    let hip = Statistics.root(thighWander, trunkWander)
    let joints: [(MeasureID, Curve, wander: Float)] = [
      (.kneeFlexionLeft, angles.kneeFlexion.left, knee),
      (.kneeFlexionRight, angles.kneeFlexion.right, knee),
      (.hipFlexionLeft, angles.hipFlexion.left, hip),
      (.hipFlexionRight, angles.hipFlexion.right, hip),
    ]
    for (id, curve, wander) in joints {
      record(
        id, sampling.absolute(curve, over: around(greatest: curve.values))?.widened(by: wander),
        or: curve.isMissing ? hidden : Absence.tooSeldom("hip, knee and ankle"))
    }
  }

  /// A fifth of a second around the rep's greatest value, which is not always where the hips are
  /// lowest.
  private func around(greatest values: [Float]) -> [Int] {
    if windows.bottom.isEmpty { return [] }
    let frames = values.indices.clamped(to: rep.start..<max(rep.start, rep.end) + 1)
    guard let top = frames.lazy.filter({ !values[$0].isNaN }).max(by: { values[$0] < values[$1] })
    else { return windows.bottom }
    let half = max(1, Int(0.1 * body.fps + 0.5))
    return Array(frames.clamped(to: top - half..<top + half + 1))
  }

  /// From the side, the mean of both thighs: the near and the far leg's perspective errors have
  /// opposite signs. In three dimensions, the deeper thigh.
  private mutating func measureThighs() {
    func thigh(_ side: Side) -> Quantity? {
      sampling.absolute(angles.thighElevation[side], over: windows.bottom)?
        .wandering(by: thighWander).widened(by: body.tiltSD)
    }
    let left = thigh(.left)
    let right = thigh(.right)
    record(.thighElevationLeft, left, or: Absence.tooSeldom("left hip and knee"))
    record(.thighElevationRight, right, or: Absence.tooSeldom("right hip and knee"))
    var best = mean(left, right)
    if body.dimensions == 3, let left, let right {
      best = left.value <= right.value ? left : right
    }
    // Where the crease lies over the joint, and the joint under the point, differ by one to three
    // centimeters between people: together 4° in three dimensions and 5° in two.
    best?.frame = rep.bottom
    record(.thighElevation, best?.widened(by: 3.8), or: Absence.tooSeldom("hips and knees"))
  }

  /// From heights alone: the hips' height over the knees against the same when standing.
  ///
  /// A camera above knee height sees a thigh that points to it as higher than it is: 3 to 18° for
  /// 0.6 to 1.4 m at 3 m, and as much lower when it points away. The middle of what phones on
  /// tripods and benches give is taken off, and its spread is part of the error.
  private mutating func measureThighsByHeight() {
    miss(.thighElevationLeft, .thighElevationRight, because: Absence.needsSide(body))
    guard let hips = columns.hips, let knees = columns.knees else {
      return miss(.thighElevation, because: Absence.tooSeldom("hips and knees"))
    }
    let height = Kernel.difference(hips.up, knees.up)
    guard let standing = sampling.median(height, over: windows.standing), standing > 0 else {
      return miss(.thighElevation, because: Absence.noBaseline)
    }
    guard let bottom = sampling.median(height, over: windows.bottom) else {
      return miss(.thighElevation, because: Absence.tooSeldom("hips and knees"))
    }
    let towards: Float = body.view.facing == .away ? -1 : 1
    let tilt = towards * Self.perspective.mean * body.view.yaw / 90
    let noise = Statistics.root(hips.noise, knees.noise) / standing * 57.3
    let quantity = Quantity(
      value: Statistics.arcSine(bottom / standing) - tilt,
      sd: Statistics.root(
        sampling.noise(noise, over: windows.bottom), 5, Self.perspective.sd * body.view.yaw / 90),
      frame: rep.bottom)
    record(.thighElevation, quantity, or: Absence.noBaseline)
  }

  /// Error in degrees of a height-based thigh angle seen from the front, over camera heights of
  /// 0.5 to 1.2 m at 3 m.
  private static let perspective: (mean: Float, sd: Float) = (7, 4)
}

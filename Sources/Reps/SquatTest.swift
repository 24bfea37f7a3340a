internal import Kernels
internal import Kinematics
internal import Pose

/// Tells a squat from other ways of lowering the hips.
struct SquatTest {
  let body: Body
  let angles: Angles
  let depth: [Float]
  let limits: RepLimits

  /// What a movement is instead of a squat, as a sentence; nil for a squat.
  func otherThanSquat(_ movement: Movement) -> String? {
    let seconds = Double(movement.end - movement.start) / body.fps
    if movement.drop < limits.leastDrop { return "a small dip of the hips" }
    if !limits.duration.contains(seconds) {
      return "a movement of \(seconds < 1 ? "under a second" : "over twenty seconds")"
    }
    if let knees = kneeFlexion(movement), knees < limits.leastKneeFlexion {
      return "a hip hinge: the hips went back while the knees stayed nearly straight"
    }
    if let travel = ankleTravel(movement), travel > limits.ankleTravel {
      return "a step or a lunge: a foot moved while the hips went down"
    }
    return nil
  }

  private func kneeFlexion(_ movement: Movement) -> Float? {
    let values = Side.allCases.map { angles.kneeFlexion[$0].values[movement.low] }.filter {
      !$0.isNaN
    }
    return values.max()
  }

  /// The furthest that either ankle gets from where it stood at the start, relative to the other,
  /// over the leg's length.
  private func ankleTravel(_ movement: Movement) -> Float? {
    guard let left = body[.leftAnkle], let right = body[.rightAnkle] else { return nil }
    var furthest: Float = 0
    for (a, b) in [(left.up, right.up), (left.forward, right.forward), (left.left, right.left)]
    where !a.isEmpty {
      let first = a[movement.start] - b[movement.start]
      let last = a[movement.low] - b[movement.low]
      let travel = Swift.abs(last - first)
      if travel.isFinite { furthest = max(furthest, travel) }
    }
    return furthest / body.lengths.leg
  }
}

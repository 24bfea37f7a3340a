internal import Kernels
internal import Kinematics
internal import Pose

/// Tells a squat from other ways of lowering the hips.
///
/// In a squat both knees bend, side by side and alike, over feet that stay where they are.
struct SquatTest {
  private let body: Body
  private let angles: Angles
  private let limits: RepLimits
  /// Points half way between both sides'; nil where the recording has neither.
  private let shoulders: Body.Point?
  private let hips: Body.Point?
  private let knees: Body.Point?
  private let feet: Body.Point?

  init(body: Body, angles: Angles, limits: RepLimits) {
    self.body = body
    self.angles = angles
    self.limits = limits
    shoulders = body.midShoulder
    hips = body.midHip
    knees = body.middle(.leftKnee, .rightKnee)
    feet = body.midAnkle
  }

  /// The same body's, for what a picture shows smaller.
  var scale: PictureScale {
    PictureScale(body: body, limits: limits, shoulders: shoulders, hips: hips, feet: feet)
  }

  /// What a movement is instead of a squat, as a phrase; nil for a squat.
  func otherThanSquat(_ movement: Movement) -> String? {
    let seconds = Double(movement.end - movement.start) / body.fps
    if movement.drop < limits.leastDrop { return Segmentation.dip }
    if seconds < limits.duration.lowerBound { return "a jerk of the hips, too short for a squat" }
    if seconds > limits.duration.upperBound { return "the hips staying low, too long for a squat" }
    let flexions = Side.allCases.map { around(movement.low, angles.kneeFlexion[$0].values) }
    if let most = flexions.compactMap({ $0 }).max(), most < limits.leastKneeFlexion {
      return "a hip hinge: the hips went down while the knees stayed nearly straight"
    }
    if body.dimensions == 3, let least = flexions.compactMap({ $0 }).min(),
      least < limits.leastKneeFlexion
    {
      return "a stand on one leg: one knee bent and the other stayed nearly straight"
    }
    if let apart = kneeHeights(at: movement.low), Swift.abs(apart) > limits.kneeHeights {
      return "a lunge or a step: one knee was far below the other"
    }
    if let apart = distance(.leftAnkle, .rightAnkle, \.forward, at: movement.low),
      Swift.abs(apart) > limits.splitStance
    {
      return "a lunge: one foot was far ahead of the other"
    }
    if let travel = bodyTravel(movement), travel > limits.bodyTravel {
      return "walking: the feet left their place while the hips went down and up"
    }
    if let offset = footTowardsCamera(at: movement.low), offset > limits.footTowardsCamera {
      return "a lunge: one foot came nearer to the camera"
    }
    if let balance = balance(at: movement.low), balance < limits.seated {
      return "sitting down: the body's weight was behind the feet, so something carried it"
    }
    if let steps = ankleTravel(movement) {
      let share = body.hipCentered ? Float(2) : 1
      if steps.fromStartToEnd > limits.ankleTravel * share
        || steps.atTheLow > limits.ankleTravelAtTheLow * share
      {
        return "a step: a foot moved while the hips went down and up"
      }
    }
    return nil
  }

  /// The median of a column's present values in the fifth of a second around a frame.
  private func around(_ frame: Int, _ values: [Float]) -> Float? {
    guard !values.isEmpty else { return nil }
    let span = max(1, Int((0.1 * body.fps).rounded()))
    let window = max(0, frame - span)..<min(values.count, frame + span + 1)
    return Robust.value(of: values, in: window) { $0 / 2 }
  }

  /// One joint's coordinate minus another's around a frame, over the leg's length.
  private func distance(
    _ a: Joint, _ b: Joint, _ axis: KeyPath<Body.Point, [Float]>, at frame: Int
  ) -> Float? {
    guard let p = body[a], let q = body[b], let x = around(frame, p[keyPath: axis]),
      let y = around(frame, q[keyPath: axis])
    else { return nil }
    return (x - y) / body.lengths.leg
  }

  /// How much higher one knee is than the other, over the leg's length; in a picture each over its
  /// own foot, since a camera above the floor sees the whole of the nearer leg lower.
  private func kneeHeights(at frame: Int) -> Float? {
    guard let knees = distance(.leftKnee, .rightKnee, \.up, at: frame) else { return nil }
    guard body.dimensions == 2 else { return knees }
    return distance(.leftAnkle, .rightAnkle, \.up, at: frame).map { knees - $0 }
  }

  /// How much lower one ankle is in the picture against the other than while standing, over the
  /// leg's length. A camera above the floor sees a foot that is put forward lower in the picture;
  /// unknown from the side, where a step forward does not come nearer.
  private func footTowardsCamera(at frame: Int) -> Float? {
    guard body.dimensions == 2, body.view.kind != .side, let left = body[.leftAnkle],
      let right = body[.rightAnkle],
      let now = distance(.leftAnkle, .rightAnkle, \.up, at: frame)
    else { return nil }
    let standing = body.upright.map { left.up[$0] - right.up[$0] }.filter { !$0.isNaN }.sorted()
    guard !standing.isEmpty else { return nil }
    return Swift.abs(now - standing[standing.count / 2] / body.lengths.leg)
  }

  /// How far the body's center of mass is ahead of the ankles around a frame, over the leg's
  /// length, from the segments' shares of the mass (Winter 2009): trunk, head and arms 0.68,
  /// thighs 0.20, shanks and feet 0.12. Unknown where the view does not show forward.
  private func balance(at frame: Int) -> Float? {
    guard let hips, let shoulders, let knees, let feet, let hip = around(frame, hips.forward),
      let shoulder = around(frame, shoulders.forward), let knee = around(frame, knees.forward),
      let ankle = around(frame, feet.forward)
    else { return nil }
    let trunk = hip + 0.6 * (shoulder - hip)
    let center = 0.68 * trunk + 0.20 * (hip + knee) / 2 + 0.12 * (knee + ankle) / 2
    return (center - ankle) / body.lengths.leg
  }

  /// How far the middle of the feet moves from the low point to the start or to the end, the
  /// further of both, over the leg's length. Unknown where coordinates are relative to the hips.
  private func bodyTravel(_ movement: Movement) -> Float? {
    guard !body.hipCentered, let feet else { return nil }
    var furthest: Float?
    for axis in [\Body.Point.forward, \.left] {
      guard let low = around(movement.low, feet[keyPath: axis]) else { continue }
      for frame in [movement.start, movement.end] {
        guard let edge = around(frame, feet[keyPath: axis]) else { continue }
        furthest = max(furthest ?? 0, Swift.abs(edge - low) / body.lengths.leg)
      }
    }
    return furthest
  }

  /// How far the feet move against each other over the leg's length: from start to end, and from
  /// there to the low point and back, the lesser of both ways.
  ///
  /// A step that a lunge begins with is over when the hips go down: the feet count a second before
  /// the start and after the end as well.
  private func ankleTravel(_ movement: Movement) -> (fromStartToEnd: Float, atTheLow: Float)? {
    var travel: (fromStartToEnd: Float, atTheLow: Float)?
    for axis in [\Body.Point.forward, \.left] {
      guard let start = distance(.leftAnkle, .rightAnkle, axis, at: movement.start),
        let low = distance(.leftAnkle, .rightAnkle, axis, at: movement.low),
        let end = distance(.leftAnkle, .rightAnkle, axis, at: movement.end)
      else { continue }
      let second = Int(body.fps.rounded())
      func fromLow(_ near: Float, _ frame: Int) -> Float {
        let far = distance(
          .leftAnkle, .rightAnkle, axis, at: min(max(frame, 0), body.count - 1))
        return max(Swift.abs(low - near), Swift.abs(low - (far ?? near)))
      }
      let away = min(
        fromLow(start, movement.start - second), fromLow(end, movement.end + second))
      travel = (
        max(travel?.fromStartToEnd ?? 0, Swift.abs(end - start)), max(travel?.atTheLow ?? 0, away)
      )
    }
    return travel
  }
}

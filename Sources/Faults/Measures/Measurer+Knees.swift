import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// The knees from left to right.
  mutating func measureKnees() {
    measureSeparation()
    for side in Side.allCases {
      measureMedialShift(side, as: side == .left ? .kneeMedialLeft : .kneeMedialRight)
      measureKneeOverFoot(side, as: side == .left ? .kneeFootLeft : .kneeFootRight)
    }
  }

  /// Frames that make one value of a curve whose extreme is looked for: 0.2 s.
  private func extreme(
    _ values: [Float], over frames: [Int], _ isMore: (Float, Float) -> Bool
  ) -> (value: Float, frame: Int, frames: [Int])? {
    let half = max(1, Int(0.1 * body.fps + 0.5))
    var best: (value: Float, frame: Int, frames: [Int])?
    for frame in frames where !values[frame].isNaN {
      let near = frames.filter { abs($0 - frame) <= half }
      guard let value = sampling.median(values, over: near) else { continue }
      if best.map({ isMore(value, $0.value) }) ?? true { best = (value, frame, near) }
    }
    return best
  }

  /// Knees' distance over ankles' distance with the knees bent by more than 60°, from the bottom
  /// on: its least value, and how far it falls below the way down *at the same depth*. Against
  /// the value at the bottom it falls in every squat, because the legs straighten. A wide stance
  /// is made up for.
  private mutating func measureSeparation() {
    let curve = angles.kneeAnkleSeparation
    guard body.showsFrontal, !curve.isMissing else {
      let reason =
        body.showsFrontal
        ? Absence.tooSeldom("knees and ankles") : Absence.needsFront(body)
      return miss(.kneeSeparation, .kneeSeparationDrop, because: reason)
    }
    let unseen = Absence.tooSeldom("knees and ankles")
    guard !windows.deepAscent.isEmpty,
      sampling.median(curve.values, over: windows.deepAscent) != nil,
      let least = extreme(curve.values, over: windows.deepAscent, <),
      let sd = sampling.median(curve.sd, over: least.frames)
    else {
      return miss(
        .kneeSeparation, .kneeSeparationDrop,
        because: windows.deepAscent.isEmpty
          ? "The knees never bend by more than 60°, where their distance can be judged; a deeper "
            + "rep would show it." : unseen)
    }
    let stance = deepStance
    let wander = stance.map { separationWander(over: $0.width) } ?? 0
    measures[.kneeSeparation] = .measured(
      Quantity(value: least.value + wideStance, sd: sd, frame: least.frame).widened(by: wander))
    record(.kneeSeparationDrop, separationDrop(stance, wander: 1.414 * wander), or: unseen)
  }

  /// What a wide stance takes from the ratio by itself: the limits are for a stance of shoulder
  /// width, where straight legs give 0.76 because the hips are narrower than the ankles.
  private var wideStance: Float {
    let curve = angles.kneeAnkleSeparation.values
    guard let standing = sampling.median(curve, over: windows.standing) else { return 0 }
    return max(0, 0.76 - standing)
  }

  /// The ankles' distance over the lowest third, and its error from frame to frame.
  private var deepStance: (width: Float, noise: Float)? {
    guard let ankles = columns.width(.leftAnkle, .rightAnkle),
      let width = sampling.median(ankles.values, over: windows.low), width > 0
    else { return nil }
    return (width, ankles.noise)
  }

  /// What the wandering of two knees and two ankles changes the ratio by, which is about 1.2.
  private func separationWander(over stance: Float) -> Float {
    Statistics.root(Wander.knee, 1.2 * Wander.ankle) * 1.414 * wander.left / stance
  }

  private func separationDrop(
    _ stance: (width: Float, noise: Float)?, wander: Float
  ) -> Quantity? {
    let values = angles.kneeAnkleSeparation.values
    guard let knees = columns.width(.leftKnee, .rightKnee), let stance,
      let deepest = windows.low.map({ depth[$0] }).max()
    else { return nil }
    let noise = Statistics.root(knees.noise, 1.2 * stance.noise) / stance.width
    let bands = 3
    let height = (deepest - Windows.deepDrop) / Float(bands)
    guard height > 0 else { return nil }
    var drops: [Quantity] = []
    for band in 0..<bands {
      let low = Windows.deepDrop + Float(band) * height
      let holds: (Int) -> Bool = { depth[$0] >= low && depth[$0] <= low + height }
      let down = windows.deepDescent.filter(holds)
      let up = windows.deepAscent.filter(holds)
      guard let before = sampling.median(values, over: down),
        let after = sampling.median(values, over: up)
      else { continue }
      drops.append(
        Quantity(
          value: before - after,
          sd: Statistics.root(
            sampling.noise(noise, over: down), sampling.noise(noise, over: up),
            body.isLifted ? 0.07 : 0.03),
          frame: sampling.frame(of: after, in: values, over: up)
        )
        .widened(by: wander))
    }
    // The greatest of several would be too great by what the points wander.
    drops.sort { $0.value < $1.value }
    return drops.isEmpty ? nil : drops[drops.count / 2]
  }

  /// How far a knee moves inwards of its ankle against standing, in shank lengths. A camera a few
  /// degrees off the front moves one knee in and the other out, so it has to be known to be
  /// straight.
  private mutating func measureMedialShift(_ side: Side, as id: MeasureID) {
    let straight = body.view.kind == .front && body.view.given
    guard body.view.kind == .threeD || straight else {
      return miss(
        id,
        because: body.view.kind == .side
          ? Absence.needsFront(body)
          : "One knee by itself can be judged only straight from the front, and the picture does "
            + "not tell to within 5°; a view given as front or \(Absence.volume) would show it.")
    }
    if let reason = Absence.isLifted(body, showing: "the front") {
      return miss(id, because: reason)
    }
    let unseen = Absence.tooSeldom("\(side.rawValue) knee and ankle")
    let shank = body.lengths.shank
    guard let knee = body[side.knee], let ankle = body[side.ankle], !knee.left.isEmpty,
      !ankle.left.isEmpty, shank > 0
    else { return miss(id, because: unseen) }
    let outward: Float = side == .left ? 1 : -1
    let medial = Kernel.linear(
      Kernel.difference(ankle.left, knee.left), scale: outward / shank)
    guard let standing = sampling.median(medial, over: windows.standing) else {
      return miss(id, because: Absence.noBaseline)
    }
    guard let most = extreme(medial, over: windows.deepAscent, >) else {
      return miss(id, because: unseen)
    }
    let noise = Statistics.root(knee.noise, ankle.noise) / shank
    record(
      id,
      Quantity(
        value: most.value - standing,
        sd: Statistics.root(
          sampling.noise(noise, over: most.frames), straight ? 0.05 : 0.03),
        frame: most.frame),
      or: unseen)
  }

  /// The knee's direction over the ground against the foot's; + knee inside the foot.
  private mutating func measureKneeOverFoot(_ side: Side, as id: MeasureID) {
    guard body.view.kind == .threeD else { return miss(id, because: Absence.needsThreeD) }
    if let reason = Absence.isLifted(body) { return miss(id, because: reason) }
    guard let heel = body[side.heel], let toe = body[side.toe] else {
      return miss(id, because: Absence.needs(["heels and toes"], such: Absence.feet))
    }
    guard let knee = body[side.knee], let ankle = body[side.ankle], body.lengths.shank > 0,
      body.lengths.foot > 0
    else { return miss(id, because: Absence.tooSeldom("\(side.rawValue) knee and ankle")) }
    let foot = outwardBearing(from: heel, to: toe, side)
    let shank = outwardBearing(from: ankle, to: knee, side)
    let reach = depth.indices.map {
      Statistics.root(knee.forward[$0] - ankle.forward[$0], knee.left[$0] - ankle.left[$0])
    }
    // A shank that hardly leans has no direction over the ground.
    let values = depth.indices.map {
      reach[$0] > 0.25 * body.lengths.shank ? foot[$0] - shank[$0] : Float.nan
    }
    // People's feet are turned out against their shanks by differing amounts (the thigh-foot
    // angle), which adds 7° to the 5° of the points themselves.
    let noise =
      Statistics.root(
        Statistics.root(heel.noise, toe.noise) / body.lengths.foot,
        Statistics.root(knee.noise, ankle.noise) / (0.4 * body.lengths.shank)) * 57.3
    record(
      id,
      sampling.absolute(
        Series(
          values.map(Statistics.wrapped), noise: noise,
          bias: Statistics.root(8.5, footError(heel, toe))), over: windows.low),
      or: "The shank leans too little to have a direction over the ground.")
  }

  /// The direction of a line over the ground from straight ahead; + outwards.
  func outwardBearing(from a: Body.Point, to b: Body.Point, _ side: Side) -> [Float] {
    let outward: Float = side == .left ? 1 : -1
    return Statistics.bearings(
      y: Kernel.linear(Kernel.difference(b.left, a.left), scale: outward),
      x: Kernel.difference(b.forward, a.forward))
  }
}

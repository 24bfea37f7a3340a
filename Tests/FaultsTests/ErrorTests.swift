import Faults
import Kinematics
import Testing

private func measure(_ name: String, _ lifter: Lifter) throws -> Measure {
  try #require(lifter.judged().measures[0].first { $0.name == name })
}

/// The stated error holds what is wrong with a value.
@Suite struct ErrorTests {
  struct Wandering: Sendable, CustomTestStringConvertible {
    var measure: String
    var view: View
    var testDescription: String { "\(measure), \(view.kind)" }
  }

  /// Estimators' points wander by a centimetre over seconds, which no median over a window removes.
  @Test(arguments: [
    Wandering(measure: "lean_increase_deg", view: Lifter.side),
    Wandering(measure: "trunk_inclination_bottom_deg", view: Lifter.side),
    Wandering(measure: "shank_inclination_bottom_deg", view: Lifter.side),
    Wandering(measure: "knee_flexion_max_left_deg", view: Lifter.side),
    Wandering(measure: "kasr_min", view: Lifter.front),
    Wandering(measure: "kasr_drop", view: Lifter.front),
    Wandering(measure: "kasr_drop", view: Lifter().view),
    Wandering(measure: "top_deficit_ratio", view: Lifter.front),
    Wandering(measure: "neck_flexion_change_deg", view: Lifter.side),
    Wandering(measure: "face_pitch_change_deg", view: Lifter.side),
    Wandering(measure: "face_to_trunk_change_deg", view: Lifter.side),
    Wandering(measure: "head_protraction_ratio", view: Lifter.side),
  ]) func growsWithPointsThatWander(_ wandering: Wandering) throws {
    var lifter = Lifter()
    lifter.view = wandering.view
    let still = try measure(wandering.measure, lifter)
    lifter.wander = 0.012
    let moved = try measure(wandering.measure, lifter)
    #expect(moved.sd > 1.1 * still.sd)
    #expect(abs(moved.value - still.value) < 1.96 * moved.sd)
  }

  /// What was found for lifted coordinates was found with all their wandering.
  @Test func ofALiftedHeadHoldsTheWandering() throws {
    var lifter = Lifter()
    lifter.isLifted = true
    let still = try measure("head_protraction_ratio", lifter)
    lifter.wander = 0.012
    #expect(try measure("head_protraction_ratio", lifter).sd == still.sd)
  }

  /// Each knee's points wander by themselves, so none of that cancels in the knees' difference.
  @Test func ofTheKneesDifferenceHasBothKneesWandering() throws {
    var lifter = Lifter()
    /// In degrees, squared: of the left knee, the right knee and their difference.
    func variances() throws -> [Float] {
      let left = try measure("knee_flexion_max_left_deg", lifter)
      let right = try measure("knee_flexion_max_right_deg", lifter)
      let apart = try measure("knee_asymmetry_percent", lifter).sd / 100
      return [left.sd, right.sd, apart * max(left.value, right.value)].map { $0 * $0 }
    }
    let still = try variances()
    lifter.wander = 0.012
    let growth = zip(try variances(), still).map { $0 - $1 }
    #expect(growth[2] > 0.9 * (growth[0] + growth[1]))
  }

  /// A rep against the other reps of its set: a camera's tilt is in all of them.
  @Test(arguments: ["trunk_deviation_deg", "depth_deviation_deg"])
  func againstTheSetHasTheWanderingAndNotTheTilt(_ name: String) throws {
    var lifter = Lifter()
    lifter.reps = 4
    let still = try measure(name, lifter)
    lifter.tiltSD = 8
    #expect(try measure(name, lifter).sd == still.sd)
    #expect(try measure("trunk_inclination_bottom_deg", lifter).sd > 8)
    lifter.wander = 0.012
    #expect(try measure(name, lifter).sd > 1.5 * still.sd)
  }

  /// How a movement comes to rest is not known, and the slower it is the more time that makes.
  @Test(arguments: ["descent_s", "pause_s"])
  func ofTheHoleGrowsWithASlowWayDown(_ name: String) throws {
    var lifter = Lifter()
    lifter.noise = 0
    lifter.descent = 1
    let quick = try measure(name, lifter)
    lifter.descent = 4
    #expect(try measure(name, lifter).sd > 1.7 * quick.sd)
  }

  /// The same film gives other speeds of the hips in lifted coordinates than in the picture's.
  @Test(arguments: [("descent_speed_peak_legs_per_s", Float(0.25)), ("reversal_s", 0.1)])
  func ofHipsInLiftedCoordinatesIsLarge(_ name: String, _ least: Float) throws {
    var lifter = Lifter()
    lifter.isLifted = true
    #expect(try measure(name, lifter).sd > least)
  }

  /// How fast the hips turn tells when they pass a speed; the slower, the less.
  @Test func ofTheTurnGrowsWithASlowOne() throws {
    var lifter = Lifter()
    lifter.noise = 0.004
    (lifter.descent, lifter.ascent) = (0.8, 0.7)
    let quick = try measure("reversal_s", lifter)
    (lifter.descent, lifter.ascent) = (3, 3)
    #expect(try measure("reversal_s", lifter).sd > 1.5 * quick.sd)
  }

  /// Points beside the joints turn a lean from the vertical, and not a change of it.
  @Test func ofALeanHasThePointsBesideTheJoints() throws {
    var lifter = Lifter()
    let volume = try measure("trunk_inclination_bottom_deg", lifter)
    let change = try measure("lean_increase_deg", lifter)
    lifter.view = View(kind: .side, facing: .right, yaw: 0, yawSD: 0)
    #expect(try measure("trunk_inclination_bottom_deg", lifter).sd > volume.sd + 0.7)
    #expect(try measure("lean_increase_deg", lifter).sd < change.sd + 0.3)
  }

  /// Half of what keypoints are off by stays from posture to posture, and none of what they jitter.
  @Test func ofAChangeHasTheJitterOfBothPostures() throws {
    var lifter = Lifter()
    lifter.noise = 0.01
    // One frame's direction of a trunk of 0.5 m between two such points.
    let jitter: Float = 1.414 * 0.01 / 0.5 * 57.3
    #expect(try measure("lean_increase_deg", lifter).sd > jitter)
  }

  /// A camera above the knees sees the shoulders of who faces it rise further, and of who faces away
  /// less far; seen obliquely it might be either.
  @Test func ofWhatRisesFirstKnowsThePerspective() throws {
    func rise(_ kind: View.Kind, _ facing: View.Facing, yaw: Float) throws -> Measure {
      var lifter = Lifter()
      lifter.view = View(kind: kind, facing: facing, yaw: yaw, yawSD: 3)
      return try measure("rise_ratio", lifter)
    }
    let towards = try rise(.front, .camera, yaw: 90)
    let away = try rise(.front, .away, yaw: 90)
    #expect(abs(away.value - towards.value - 0.16) < 0.001)
    #expect(towards.sd < 0.12 && away.sd == towards.sd)
    let oblique = try rise(.oblique, .left, yaw: 45)
    #expect(abs(oblique.value - (away.value + towards.value) / 2) < 0.001)
    #expect(oblique.sd > towards.sd)
  }

  /// Both heights are those of a lifter who stands: half the mildest limit is told from none.
  /// A size is never negative, so noise about nothing would have one.
  @Test func isTakenOffASize() throws {
    func shift(_ shift: Double) throws -> Measure {
      var lifter = Lifter()
      lifter.hipShift = shift
      return try measure("hip_shift_ratio", lifter)
    }
    func size(_ measure: Measure) -> Float {
      (measure.value * measure.value + measure.sd * measure.sd).squareRoot()
    }
    #expect(try shift(0.01).value == 0)
    #expect(abs(size(try shift(0.12)) / size(try shift(0.06)) - 2) < 0.01)
  }

  @Test func ofTheTopIsThatOfStandingTwice() throws {
    #expect(try measure("top_deficit_ratio", Lifter()).sd < 0.015)
  }

  /// Who steps back from a camera lacks height in its picture.
  @Test func ofTheTopHasTheStepsBack() throws {
    var lifter = Lifter()
    lifter.view = Lifter.front
    lifter.lockout = false
    #expect(try lifter.finding(.noLockout).status == .present)
    lifter.topScale = 0.1
    #expect(try lifter.finding(.noLockout).status == .notObservable)
  }

  /// One centimetre beside each of two knees and two ankles is more where the feet are close.
  @Test func ofARatioOfWidthsGrowsAsTheStanceNarrows() throws {
    var lifter = Lifter()
    lifter.view = Lifter.front
    let wide = try measure("kasr_min", lifter)
    #expect(wide.sd > 0.05 && wide.sd < 0.08)
    lifter.stance = 0.2
    #expect(try measure("kasr_min", lifter).sd > 1.5 * wide.sd)
  }

  /// A height that is off by some millimetres is off by more time where the hips hardly move.
  @Test func ofATimeGrowsWithASlowBeginning() throws {
    var lifter = Lifter()
    lifter.noise = 0.0005
    lifter.descent = 1
    let quick = try measure("descent_s", lifter)
    lifter.descent = 4
    let slow = try measure("descent_s", lifter)
    #expect(quick.sd > 0.08)
    #expect(slow.sd > 1.2 * quick.sd)
  }
}

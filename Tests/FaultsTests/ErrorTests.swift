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
  ]) func growsWithPointsThatWander(_ wandering: Wandering) throws {
    var lifter = Lifter()
    lifter.view = wandering.view
    let still = try measure(wandering.measure, lifter)
    lifter.wander = 0.012
    let moved = try measure(wandering.measure, lifter)
    #expect(moved.sd > 1.1 * still.sd)
    #expect(abs(moved.value - still.value) < 1.96 * moved.sd)
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

import Faults
import Kinematics
import Testing

/// An estimate from video is all that is claimed, in every sentence a person may read.
@Suite struct WordingTests {
  static let forbidden = [
    "diagnos", "pain", "unsafe", "danger", "injur", "weak", "tight", "overactive", "over-active",
    "underactive", "disc", "nerve", "shear", "risk", "correct form", "perfect", "safe to",
    "cleared", "heavier weight", "add weight", "add load", "too fat", "too tall", "fail",
  ]

  private func check(_ text: String) {
    let low = text.lowercased()
    for word in Self.forbidden {
      #expect(!low.contains(word), "'\(word)' in: \(text)")
    }
  }

  @Test func noRuleClaimsMoreThanAnEstimate() {
    for rule in FaultRegistry.all.map(\.documentation) {
      for text in [rule.title, rule.technicalTitle, rule.measures, rule.cue] + rule.exercises {
        check(text)
      }
    }
  }

  @Test func noFindingClaimsMoreThanAnEstimate() {
    for test in RuleTests.cases {
      for view in [Lifter().view, Lifter.side, Lifter.front, Lifter.oblique] {
        var lifter = test.lifter
        lifter.view = view
        let judgement = lifter.judged()
        judgement.repFindings.joined().forEach { check($0.reason) }
        judgement.setFindings.forEach { check($0.reason) }
        judgement.assessment.criteria.forEach { check($0.reason + $0.asks) }
        judgement.advice.forEach { check($0.cue + $0.title) }
      }
    }
  }

  @Test func numbersAreRoundedAwayFromZero() {
    #expect(Wording.fixed(2.5, digits: 0) == "3")
    #expect(Wording.fixed(-2.5, digits: 0) == "−3")
    #expect(Wording.fixed(-0.004, digits: 2) == "0.00")
    #expect(Wording.fixed(1.005, digits: 1) == "1.0")
    #expect(
      Wording.fixed(12.345, digits: 2) == "12.35" || Wording.fixed(12.345, digits: 2) == "12.34")
    #expect(Wording.fixed(.nan, digits: 2) == "unknown")
  }

  @Test func listsReadAsSentences() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["ears"]) == "ears")
    #expect(Wording.list(["ears", "eyes", "nose"], joinedBy: "or") == "ears, eyes or nose")
    #expect(Wording.reps([3]) == "rep 3")
    #expect(Wording.reps([1, 3, 4]) == "reps 1, 3 and 4")
  }
}

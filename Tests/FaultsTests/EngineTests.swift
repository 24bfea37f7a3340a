import Kinematics
import Pose
import Reps
import Testing

@testable import Faults

@Suite struct EngineTests {
  @Test(arguments: [
    (0.0, 0.5), (1.0, 0.841344746), (-1.0, 0.158655254), (1.6448536, 0.95), (-2.5758293, 0.005),
    (9.0, 1.0),
  ])
  func theNormalDistributionIsThatOfTheTables(_ z: Double, _ p: Double) {
    #expect(abs(Normal.cumulative(z) - p) < 4e-7)
  }

  @Test func noErrorLeavesNothingOpen() {
    #expect(Normal.above(1, value: 2, sd: 0) == 1)
    #expect(Normal.above(1, value: 0, sd: 0) == 0)
    #expect(Normal.above(1, value: 1, sd: 0) == 0.5)
  }

  /// Every limit of every rule decides on both of its sides, and not on itself.
  @Test(arguments: FaultID.allCases) func bothSidesOfEachLimit(_ fault: FaultID) {
    let entry = FaultRegistry.entry(fault)
    for set in entry.limits {
      let out: Float = set.direction == .above ? 1 : -1
      func finding(_ value: Float) -> Finding {
        FaultEngine.finding(
          .one(set.name, Quantity(value: value, sd: 0.001), "It was so"), of: entry,
          limits: Limits())
      }
      #expect(finding(set.mild - out * 0.003).status == .absent)
      #expect(finding(set.mild).status == .borderline)
      #expect(finding(set.severe + out * 0.003).severity == .severe)
      for (limit, severity) in zip(set.values, Severity.allCases) {
        let beyond = finding(limit + out * 0.003)
        #expect(beyond.status == .present)
        // Where grades share a limit, the worst of them holds.
        #expect(beyond.severity.map { $0 >= severity } == true)
      }
      #expect(finding(set.mild + out * 0.003).limit == set.mild)
    }
  }

  @Test func allNeedsEachAndAnyNeedsOne() throws {
    let hips = FaultRegistry.entry(.hipsTooFarBack)
    let back = Evidence.one(Criterion("hip_back", Quantity(value: 0.9, sd: 0.01), "Back"))
    let upright = Evidence.one(Criterion("shank", Quantity(value: 14, sd: 0.1), "Upright"))
    let leaning = Evidence.one(Criterion("shank", Quantity(value: 30, sd: 0.1), "Leaning"))
    func finding(_ evidence: Evidence) -> Finding {
      FaultEngine.finding(.evidence(evidence), of: hips, limits: Limits())
    }
    #expect(finding(.all([back, upright])).severity == .moderate)
    #expect(finding(.all([back, leaning])).status == .absent)
    #expect(finding(.any([back, leaning])).severity == .severe)
    #expect(finding(.all([back, leaning])).reason.hasPrefix("Leaning"))
  }

  /// 5° ± 6° above a limit of 0° is enough, and not to be told from what is close without a word.
  @Test func whatIsPastTheLimitByLessThanItsErrorSaysHowLikely() {
    let depth = FaultRegistry.entry(.insufficientDepth)
    func reason(_ value: Float) -> String {
      let thigh = Criterion("thigh_elevation", Quantity(value: value, sd: 6), "Stopped")
      return FaultEngine.finding(.evidence(.one(thigh)), of: depth, limits: Limits()).reason
    }
    #expect(reason(4.9).contains("within the error"))
    #expect(reason(5.2).hasSuffix("the error about ±6°: 81 % likely to be past it."))
    #expect(reason(6.1).hasSuffix("the error about ±6°."))
  }

  @Test func anErrorAsLargeAsTheLimitSaysNothing() {
    let asymmetry = FaultRegistry.entry(.asymmetry)
    func finding(_ value: Float) -> Finding {
      let tilt = Criterion("tilt", Quantity(value: value, sd: 7), "Tilted", faultless: 0)
      return FaultEngine.finding(.evidence(.one(tilt)), of: asymmetry, limits: Limits())
    }
    #expect(finding(2).status == .notObservable)
    #expect(finding(20).status == .present)
  }

  @Test func theRuleOfRepetition() {
    func sum(_ statuses: [Status]) -> SetFinding {
      let entry = FaultRegistry.entry(.heelsRise)
      let reps = statuses.indices.map { index in
        var lifter = Lifter()
        lifter.reps = 1
        var rep = lifter.context.segmentation.reps[0]
        rep.index = index + 1
        return RepContext(rep: rep, measures: RepMeasures(), style: .unknown)
      }
      let findings = statuses.map {
        Finding(
          fault: .heelsRise, status: $0, severity: $0 == .present ? .mild : nil, unit: "ratio",
          reason: "So.")
      }
      let tally = Repetition.Tally(reps: reps, findings: findings)
      return Repetition.sum(entry, reps: reps, tally, limits: Limits())
    }
    #expect(sum([.present]).status == .present)
    #expect(sum([.present, .absent, .absent]).status == .present)
    let isolated = sum([.absent, .present, .absent, .absent])
    #expect(isolated.status == .borderline)
    #expect(isolated.reps == [2])
    #expect(isolated.reason.contains("isolated"))
    let alone = sum([.notObservable, .notObservable, .notObservable, .present])
    #expect(alone.status == .borderline && alone.reason.contains("rep 4 of 4"))
    #expect(sum([.present, .present, .absent, .absent, .absent, .absent, .absent]).reps == [1, 2])
    #expect(sum([.absent, .absent, .borderline]).status == .absent)
    #expect(sum([.absent, .borderline, .borderline]).status == .borderline)
    #expect(sum([.notObservable, .notObservable]).status == .notObservable)
    #expect(sum([.notObservable, .present]).status == .present)
    #expect(sum([]).status == .notObservable)
  }

  @Test func robustStatistics() {
    #expect(Statistics.median([3, .nan, 1, 2]) == 2)
    #expect(Statistics.median([4, 1, 2, 3]) == 2.5)
    #expect(Statistics.median([]).isNaN)
    #expect(Statistics.slope([0, 2, 40, 6, 8]) == 2)
    #expect(abs(Statistics.arcSine(0.5) - 30) < 0.001)
    #expect(Statistics.arcSine(2) == 90)
  }

  @Test func adviceIsAtMostThreeAndOneOfAKind() {
    var lifter = Lifter()
    lifter.reps = 3
    lifter.separation = 0.4
    lifter.thighElevation = 30
    lifter.heelRise = 0.3
    lifter.leanUp = 35
    lifter.descent = 0.4
    let judgement = lifter.judged()
    #expect(judgement.advice.count == 3)
    #expect(judgement.advice.allSatisfy { $0.severity == .severe && !$0.exercises.isEmpty })
    let knees: Set<FaultID> = [.kneeCave, .kneeCaveOneSide, .kneeFootAlignment]
    #expect(judgement.advice.filter { knees.contains($0.fault) }.count <= 1)
  }

  @Test func theAssessmentHasTenCriteria() {
    var lifter = Lifter()
    lifter.reps = 2
    lifter.thighElevation = 30
    let criteria = lifter.judged().assessment.criteria
    #expect(criteria.map(\.number) == Array(1...10))
    #expect(criteria[8].result == .notMet)
    #expect(criteria[5].result == .met)
    lifter.view = Lifter.front
    #expect(lifter.judged().assessment.criteria[0].result == .cannotBeJudged)
  }

  @Test func handsTellTheStyle() throws {
    var context = Lifter().context
    var hand = try #require(context.body[.leftEar])
    context.body[.leftWrist] = hand
    #expect(FaultEngine.judge(context).style == .unknown)
    hand.up = hand.up.map { $0 + 0.3 }
    context.body[.leftWrist] = hand
    #expect(FaultEngine.judge(context).style == .overhead)
    hand.up = hand.up.map { $0 - 1 }
    context.body[.leftWrist] = hand
    context.body[.barLeft] = nil
    context.body[.barRight] = nil
    #expect(FaultEngine.judge(context).style == .bodyweight)
    context.style = .highBar
    #expect(FaultEngine.judge(context).style == .highBar)
  }

  @Test func theNumberInAFindingIsTheNumberInTheTable() throws {
    let lifter = Lifter()
    let judgement = lifter.judged()
    let measures = Dictionary(
      uniqueKeysWithValues: judgement.measures[0].map { ($0.name, $0.value) })
    #expect(measures.count == MeasureID.allCases.count)
    let depth = try lifter.finding(.insufficientDepth)
    #expect(measures["thigh_elevation_min_deg"] == depth.value)
    #expect(abs(depth.value - -10) < 1)
    #expect(abs(try #require(measures["trunk_inclination_bottom_deg"]) - 38) < 1.5)
    #expect(abs(try #require(measures["lowering_s"]) - 1.8) < 0.25)
    #expect(abs(try #require(measures["stance_width_ratio"]) - 1) < 0.01)
  }
}

import Faults
import Kinematics
import Pose
import Reps
import Testing

/// What cannot be seen is said, with the reason, and never guessed.
@Suite struct ObservabilityTests {
  struct Blind: Sendable, CustomTestStringConvertible {
    var fault: FaultID
    var view: View = Lifter().view
    var without: Set<Joint> = []
    var style = Style.unknown
    /// A word that the reason has to have.
    var says: String

    var testDescription: String { "\(fault.rawValue): \(says)" }
  }

  static let sagittal: [FaultID] = [
    .barTooHigh, .barTooLow, .neckExtended, .neckFlexed, .headForward, .backRounded, .backArched,
    .hipsTooFarBack, .forwardLean, .weightShift, .heelsRise, .barPath,
  ]

  static let blind: [Blind] =
    sagittal.flatMap { fault in
      [
        Blind(fault: fault, view: Lifter.front, says: "front view"),
        Blind(fault: fault, view: Lifter.oblique, says: "off the side"),
      ]
    } + [
      Blind(fault: .barTooHigh, without: Lifter.bar, says: "bar"),
      Blind(fault: .barTooLow, without: Lifter.bar, says: "bar"),
      Blind(fault: .barPath, without: Lifter.bar, says: "bar"),
      Blind(
        fault: .barPath, view: Lifter.front, without: Lifter.bar,
        says: "front view does not show forward and back; a camera at the lifter's side or 3-D "
          + "keypoints would, together with points on the bar, which the recording does not have."),
      Blind(
        fault: .backRounded, view: Lifter.oblique, without: Lifter.spine,
        says: "together with points on the spine"),
      Blind(
        fault: .neckFlexed, view: Lifter.front, without: Lifter.ears, says: "together with ears"),
      Blind(
        fault: .heelsRise, view: Lifter.front, without: Lifter.feet,
        says: "together with heels and toes"),
      Blind(fault: .barTooHigh, style: .bodyweight, says: "bodyweight"),
      Blind(fault: .neckExtended, without: Lifter.ears, says: "ears"),
      Blind(fault: .neckExtended, without: Lifter.face, says: "eyes"),
      Blind(fault: .neckFlexed, without: Lifter.ears, says: "ears"),
      Blind(fault: .headForward, without: Lifter.ears, says: "ears"),
      Blind(fault: .headForward, without: Lifter.face, says: "eyes"),
      Blind(fault: .backRounded, without: Lifter.spine, says: "spine"),
      Blind(fault: .backArched, without: Lifter.spine, says: "spine"),
      Blind(fault: .heelsRise, without: Lifter.feet, says: "heels"),
      Blind(fault: .weightShift, without: Lifter.feet, says: "heels"),
      Blind(fault: .toeAngle, without: Lifter.feet, says: "heels"),
      Blind(fault: .kneeFootAlignment, without: Lifter.feet, says: "heels"),
      Blind(fault: .kneeCave, view: Lifter.side, says: "side view"),
      Blind(fault: .kneeCaveOneSide, view: Lifter.side, says: "side view"),
      Blind(
        fault: .kneeCaveOneSide, view: View(kind: .front, facing: .camera, yaw: 75, yawSD: 12),
        says: "5°"),
      Blind(fault: .stanceWidth, view: Lifter.side, says: "side view"),
      Blind(fault: .toeAngle, view: Lifter.side, says: "3-D"),
      Blind(fault: .toeAngle, view: Lifter.front, says: "3-D"),
      Blind(fault: .kneeFootAlignment, view: Lifter.front, says: "3-D"),
      Blind(fault: .asymmetry, view: Lifter.side, says: "side view"),
      Blind(fault: .braceLost, says: "needed"),
      Blind(fault: .inconsistentReps, says: "needed"),
    ]

  @Test(arguments: blind) func theReasonSaysWhatIsMissing(_ blind: Blind) throws {
    var lifter = Lifter()
    lifter.view = blind.view
    lifter.without = blind.without
    lifter.style = blind.style
    let finding = try lifter.finding(blind.fault)
    #expect(finding.status == .notObservable)
    #expect(finding.reason.contains(blind.says), "\(finding.reason)")
    #expect(finding.reason.hasSuffix("."))
    #expect(finding.severity == nil)
    #expect(finding.value.isNaN && finding.confidence.isNaN)
  }

  @Test(arguments: [
    FaultID.heelsRise, .kneeCaveOneSide, .kneeFootAlignment, .toeAngle, .asymmetry,
  ])
  func whatOnePictureGuessesIsNotJudged(_ fault: FaultID) throws {
    var lifter = Lifter()
    lifter.heelRise = 0.05
    lifter.leftKneeIn = 0.08
    lifter.hipShift = 0.08
    #expect(try lifter.finding(fault).status != .notObservable)
    lifter.isLifted = true
    let finding = try lifter.finding(fault)
    #expect(finding.status == .notObservable)
    #expect(finding.reason.contains("lifted from one picture"), "\(finding.reason)")
  }

  /// Depths are guessed anew for each posture, so that nothing cancels in a change.
  @Test func aChangeOfLiftedPointsIsNoSurerThanAPosture() throws {
    var lifter = Lifter()
    lifter.isLifted = true
    let measures = lifter.judged().measures[0]
    for name in ["trunk_inclination_bottom_deg", "lean_increase_deg"] {
      let measure = try #require(measures.first { $0.name == name })
      #expect(measure.sd >= 4.5)
    }
  }

  /// A line across a gap is slower at the turn than any lifter, and cuts the deepest point off.
  @Test(arguments: [0.05, 0.2, 0.8]) func aTurnThatWasNotSeenIsNotJudged(seconds: Double) throws {
    var context = Lifter().context
    let rep = try #require(context.segmentation.reps.first)
    let last = rep.bottom - 1 + Int(seconds * context.body.fps + 0.5)
    context.body.hipGaps = [3...4, rep.bottom...last]
    let judgement = FaultEngine.judge(context)
    func isJudged(_ fault: FaultID) -> Bool {
      judgement.repFindings[0].contains { $0.fault == fault && $0.status != .notObservable }
    }
    #expect(isJudged(.bounce) == (seconds < 0.06))
    for fault in [FaultID.insufficientDepth, .hipsTooFarBack, .forwardLean, .fastDescent] {
      #expect(isJudged(fault) == (seconds < 0.5), "\(fault)")
    }
    #expect(isJudged(.kneeCave) && isJudged(.noLockout))
    let descent = try #require(judgement.measures[0].first { $0.name == "descent_s" })
    let seen = try #require(Lifter().judged().measures[0].first { $0.name == "descent_s" })
    #expect(descent.value == seen.value && descent.sd > seen.sd)
  }

  /// Whoever is still on the way up when the recording ends may stand up all the way.
  @Test(arguments: [(Float(0), Status.absent), (0.1, .notObservable)])
  func aRecordingThatEndsOnTheWayUpShowsNoMissingLockout(deficit: Float, status: Status) throws {
    var context = Lifter().context
    context.segmentation.reps[0].topDeficit = deficit
    context.segmentation.reps[0].endsMoving = true
    let found = FaultEngine.judge(context).repFindings[0].first { $0.fault == .noLockout }
    #expect(found?.status == status)
    context.segmentation.reps[0].endsMoving = false
    let seen = FaultEngine.judge(context).repFindings[0].first { $0.fault == .noLockout }
    #expect(seen?.status == (deficit > 0 ? .present : .absent))
  }

  @Test func withoutTheFramesShapeNoAngleIsJudged() {
    var lifter = Lifter()
    lifter.view = Lifter.side
    var context = lifter.context
    context.body.hasShape = false
    let findings = FaultEngine.judge(context).repFindings[0]
    for finding in findings where Self.sagittal.contains(finding.fault) {
      #expect(finding.status == .notObservable && finding.reason.contains("shape"))
    }
    for fault in [FaultID.fastDescent, .noLockout] {
      #expect(findings.contains { $0.fault == fault && $0.status != .notObservable })
    }
  }

  @Test func knobsThatAnyViewShows() throws {
    for view in [Lifter.side, Lifter.front, Lifter.oblique] {
      for fault in [FaultID.insufficientDepth, .fastDescent, .hipsRiseFirst, .noLockout] {
        var lifter = Lifter()
        lifter.view = view
        #expect(try lifter.finding(fault).status != .notObservable, "\(view.kind) \(fault)")
      }
    }
  }

  @Test func everyFaultIsListedForEveryCompleteRep() {
    var lifter = Lifter()
    lifter.reps = 3
    var context = lifter.context
    context.segmentation.reps[2].complete = false
    let judgement = FaultEngine.judge(context)
    #expect(judgement.repFindings.map(\.count) == [25, 25, 0])
    #expect(judgement.repFindings[0].map(\.fault) == FaultID.allCases)
    #expect(judgement.setFindings.map(\.fault) == FaultID.allCases)
    #expect(judgement.measures.map(\.isEmpty) == [false, false, true])
  }

  @Test func aSetWithoutRepsSaysSo() {
    var context = Lifter().context
    context.segmentation.reps = []
    let judgement = FaultEngine.judge(context)
    #expect(judgement.setFindings.allSatisfy { $0.status == .notObservable })
    #expect(judgement.advice.isEmpty)
    #expect(judgement.assessment.criteria.allSatisfy { $0.result == .cannotBeJudged })
  }

  @Test func pointsThatAreSeldomSeenGiveNoNumber() throws {
    var lifter = Lifter()
    lifter.view = Lifter.side
    var context = lifter.context
    for side in Side.allCases {
      guard var ear = context.body[side.ear] else { continue }
      for i in ear.up.indices where i % 4 != 0 {
        ear.up[i] = .nan
        ear.forward[i] = .nan
      }
      context.body[side.ear] = ear
    }
    context.angles = Angles(context.body)
    let findings = try #require(FaultEngine.judge(context).repFindings.first)
    let neck = try #require(findings.first { $0.fault == .neckFlexed })
    #expect(neck.status == .notObservable)
    #expect(neck.reason.contains("missing"))
  }
}

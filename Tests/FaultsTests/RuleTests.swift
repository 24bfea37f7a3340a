import Faults
import Kinematics
import Pose
import Testing

/// A lifter and what a rule has to say about them.
struct Case: Sendable, CustomTestStringConvertible {
  var fault: FaultID
  var what: String
  var lifter: Lifter
  var status: Status
  var severity: Severity?

  init(
    _ fault: FaultID, _ what: String, _ status: Status, _ severity: Severity? = nil,
    _ change: (inout Lifter) -> Void
  ) {
    self.fault = fault
    self.what = what
    self.lifter = Lifter()
    self.status = status
    self.severity = severity
    change(&lifter)
  }

  var testDescription: String { "\(fault.rawValue): \(what)" }
}

@Suite struct RuleTests {
  static let cases: [Case] = [
    Case(.barTooHigh, "on the neck", .present, .severe) { $0.bar = 0.26 },
    Case(.barTooHigh, "near the limit", .borderline) { $0.bar = 0.135 },
    Case(.barTooHigh, "on the traps", .absent) { $0.bar = 0.05 },
    Case(.barTooLow, "on the arms", .present, .severe) { $0.bar = -0.2 },
    Case(.barTooLow, "on the traps", .absent) { $0.bar = 0.02 },
    Case(.neckExtended, "looking up", .present, .moderate) { $0.facePitch = 30 },
    Case(.neckExtended, "looking ahead", .absent) { $0.facePitch = -25 },
    Case(.neckFlexed, "chin on the chest", .present) {
      $0.neckFlexion = 40
      $0.facePitch = -75
    },
    Case(.neckFlexed, "in line with the trunk", .absent) { $0.neckFlexion = -5 },
    Case(.neckFlexed, "pushed forward without a nod", .absent) {
      $0.neckFlexion = 17
      $0.facePitch = -34
    },
    Case(.headForward, "pushed forward", .present) {
      $0.neckFlexion = 0
      $0.facePitch = -34
      $0.headJut = 0.13
    },
    Case(.headForward, "nodding", .absent) {
      $0.neckFlexion = 40
      $0.facePitch = -80
    },
    Case(.headForward, "in place", .absent) { $0.headJut = 0 },
    Case(.backRounded, "lower back", .present, .moderate) { $0.lumbar = 36 },
    Case(.backRounded, "upper back", .present, .moderate) { $0.thoracic = 22 },
    Case(.backRounded, "as good squats do", .absent) { $0.lumbar = 8 },
    Case(.backRounded, "one point, bend", .present, .severe) {
      $0.oneSpinePoint = true
      $0.lumbar = 26
    },
    Case(.backRounded, "one point, straight", .absent) { $0.oneSpinePoint = true },
    Case(.backArched, "lower back", .present, .moderate) { $0.lumbar = -22 },
    Case(.backArched, "straight", .absent) { _ in },
    Case(.backArched, "one point", .present, .severe) {
      $0.oneSpinePoint = true
      $0.lumbar = -20
    },
    Case(.hipsTooFarBack, "upright shanks", .present, .severe) {
      $0.shank = 4
      $0.trunk = 58
    },
    Case(.hipsTooFarBack, "knees forward", .absent) { $0.shank = 28 },
    Case(.forwardLean, "chest on the thighs", .present, .moderate) { $0.trunk = 69 },
    Case(.forwardLean, "upright", .absent) { $0.trunk = 35 },
    Case(.kneeCave, "knees touch", .present, .severe) { $0.separation = 0.45 },
    Case(.kneeCave, "knees in on the way up", .present, .moderate) { $0.separationUp = 1.0 },
    Case(.kneeCave, "knees over the toes", .absent) { _ in },
    Case(.kneeCaveOneSide, "left only", .present) { $0.leftKneeIn = 0.2 },
    Case(.kneeCaveOneSide, "neither", .absent) { _ in },
    Case(.insufficientDepth, "half squat", .present, .severe) { $0.thighElevation = 35 },
    Case(.insufficientDepth, "a little high", .present, .mild) { $0.thighElevation = 5 },
    Case(.insufficientDepth, "on the limit", .borderline) { $0.thighElevation = -2 },
    Case(.insufficientDepth, "deep", .absent) { $0.thighElevation = -14 },
    Case(.braceLost, "leaning more and more", .present) {
      $0.reps = 6
      $0.trunkPerRep = 3
    },
    Case(.braceLost, "the same in each rep", .absent) { $0.reps = 6 },
    Case(.stanceWidth, "feet together", .present) { $0.stance = 0.12 },
    Case(.stanceWidth, "very wide", .present) { $0.stance = 0.75 },
    Case(.stanceWidth, "shoulder width", .absent) { _ in },
    Case(.toeAngle, "straight out", .present) { $0.toesOut = 55 },
    Case(.toeAngle, "pigeon-toed", .present) { $0.toesOut = -12 },
    Case(.toeAngle, "slightly out", .absent) { $0.toesOut = 14 },
    Case(.kneeFootAlignment, "knees inside", .present) {
      $0.toesOut = 30
      $0.separation = 0.9
    },
    Case(.kneeFootAlignment, "knees over the feet", .absent) { _ in },
    Case(.weightShift, "on the heels", .present) { $0.toeRise = 0.2 },
    Case(.heelsRise, "on the toes", .present, .severe) { $0.heelRise = 0.25 },
    Case(.heelsRise, "flat", .absent) { _ in },
    Case(.barPath, "wandering", .present) { $0.barDrift = 0.25 },
    Case(.fastDescent, "dropping", .present, .severe) { $0.descent = 0.45 },
    Case(.fastDescent, "under control", .absent) { $0.descent = 1.8 },
    Case(.bounce, "slow turn", .absent) { $0.pause = 0.4 },
    Case(.hipsRiseFirst, "good morning", .present, .severe) { $0.leanUp = 30 },
    Case(.hipsRiseFirst, "together", .absent) { $0.leanUp = 0 },
    Case(.noLockout, "knees stay bent", .present) { $0.lockout = false },
    Case(.noLockout, "tall", .absent) { _ in },
    Case(.inconsistentReps, "all alike", .absent) { $0.reps = 5 },
    Case(.asymmetry, "hips shift", .present) { $0.hipShift = 0.1 },
    Case(.asymmetry, "hips tilt", .present) { $0.hipTilt = 14 },
    Case(.asymmetry, "level", .absent) { _ in },
  ]

  @Test(arguments: cases) func obviousPosesGetTheirAnswer(_ test: Case) throws {
    let finding = try test.lifter.finding(test.fault)
    #expect(finding.status == test.status, "\(finding)")
    if let severity = test.severity { #expect(finding.severity == severity, "\(finding)") }
    #expect(finding.confidence >= 0.5 && finding.confidence <= 1)
    #expect(finding.reason.hasSuffix("."))
  }

  @Test func everyFaultHasAnObviousCase() {
    let covered = Set(Self.cases.filter { $0.status == .present }.map(\.fault))
    #expect(Set(FaultID.allCases).subtracting(covered) == [.bounce, .inconsistentReps])
  }

  @Test func aCleanLifterHasNoFault() {
    for view in [Lifter.side, Lifter.front, Lifter.oblique, Lifter().view] {
      var lifter = Lifter()
      lifter.view = view
      lifter.reps = 5
      for finding in lifter.judged().repFindings.joined() {
        #expect(finding.status != .present, "\(view.kind): \(finding)")
      }
    }
  }

  @Test func styleMovesTheLimits() throws {
    var lifter = Lifter()
    lifter.bar = -0.11
    #expect(try lifter.finding(.barTooLow).status == .present)
    lifter.style = .lowBar
    #expect(try lifter.finding(.barTooLow).status != .present)
    lifter.style = .front
    #expect(try lifter.finding(.barTooLow).status == .notObservable)
  }

  @Test func aRoundedBackIsReportedOnce() throws {
    var lifter = Lifter()
    lifter.lumbar = 45
    lifter.neckFlexion = 40
    lifter.facePitch = -75
    #expect(try lifter.finding(.backRounded).status == .present)
    let neck = try lifter.finding(.neckFlexed)
    #expect(neck.status == .borderline && neck.severity == nil)
    // Which part of it is the neck's own cannot be told, so no probability is.
    #expect(neck.confidence.isNaN)
  }

  @Test func leanIsAConsequenceOfHipsFarBack() throws {
    var lifter = Lifter()
    lifter.shank = 3
    lifter.trunk = 62
    #expect(try lifter.finding(.hipsTooFarBack).severity == .severe)
    let lean = try lifter.finding(.forwardLean)
    #expect(lean.severity == .severe && lean.reason.hasSuffix("hips being far back."))
    let advice = lifter.judged().advice.map(\.fault)
    #expect(advice.contains(.hipsTooFarBack))
    #expect(!advice.contains(.forwardLean))
  }
}

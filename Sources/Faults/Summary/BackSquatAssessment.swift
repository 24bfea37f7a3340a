/// The ten criteria of the Back Squat Assessment (Myer et al. 2014, Strength Cond J 36:4), as far
/// as keypoints show them. Expert opinion without outcome data: a summary, not a score.
package struct BackSquatAssessment: Sendable, Equatable {
  package enum Result: String, Sendable {
    case met
    case notMet = "not met"
    case cannotBeJudged = "cannot be judged"
  }

  package struct Criterion: Sendable, Equatable {
    /// 1…10, the assessment's own order.
    package var number: Int
    package var name: String
    /// What is asked of the lifter, in a sentence.
    package var asks: String
    package var result: Result
    /// A sentence.
    package var reason: String
  }

  /// Ten, in order.
  package var criteria: [Criterion]

  init(_ set: [SetFinding], reps: [RepContext]) {
    self.init(
      set, shanks: reps.compactMap { $0[.shankInclination].quantity },
      without: reps.first?[.shankInclination].reason ?? "The recording has no complete rep.")
  }

  /// `shanks` is their inclination at the bottom of each complete rep that shows it; `without`
  /// says why where none does.
  init(_ set: [SetFinding], shanks: [Quantity], without reason: String) {
    let findings = Dictionary(uniqueKeysWithValues: set.map { ($0.fault, $0) })
    let judgements = Self.items.map { item in
      item.faults.isEmpty
        ? Self.judge(shanks, without: reason) : Self.judge(item.faults.compactMap { findings[$0] })
    }
    criteria = Self.criteria(judgements)
  }

  /// Results and reasons of the ten criteria, in order; nil for another number of them.
  package init?(_ judgements: [(Result, String)]) {
    guard judgements.count == Self.items.count else { return nil }
    criteria = Self.criteria(judgements)
  }

  /// The place of the criterion that rests on the shanks rather than on mistakes.
  static let shankPlace = 5

  private static func criteria(_ judgements: [(Result, String)]) -> [Criterion] {
    zip(items, judgements).enumerated().map { place, pair in
      Criterion(
        number: place + 1, name: pair.0.name, asks: pair.0.asks, result: pair.1.0,
        reason: pair.1.1)
    }
  }

  private static let items: [(name: String, asks: String, faults: [FaultID])] = [
    (
      "Head position", "The neck stays upright and the gaze forward.",
      [.neckExtended, .neckFlexed, .headForward]
    ),
    ("Thoracic position", "The chest stays up.", [.backRounded]),
    (
      "Trunk position", "The trunk stays parallel to the shanks, the lower back slightly arched.",
      [.forwardLean, .backArched]
    ),
    ("Hip position", "The hips stay level.", [.asymmetry]),
    (
      "Frontal knee position", "The knees stay outside the inner ankles.",
      [.kneeCave, .kneeCaveOneSide]
    ),
    ("Tibial progression", "The knees do not go excessively far past the feet.", []),
    ("Foot position", "The whole foot stays on the ground.", [.heelsRise, .weightShift]),
    (
      "Descent", "The hips hinge back under control at an even speed.",
      [.fastDescent, .hipsTooFarBack]
    ),
    ("Depth", "The tops of the thighs come at least parallel to the ground.", [.insufficientDepth]),
    ("Ascent", "Shoulders and hips rise together.", [.hipsRiseFirst]),
  ]

  /// Not met if any mistake is present, met as far as it is seen if one is absent and none is open.
  private static func judge(_ findings: [SetFinding]) -> (Result, String) {
    if let present = findings.first(where: { $0.status == .present }) {
      let title = FaultRegistry.rule(present.fault).documentation.title
      return (.notMet, "\(title): \(present.reason)")
    }
    if let open = findings.first(where: { $0.status == .borderline }) {
      return (.cannotBeJudged, open.reason)
    }
    guard let absent = findings.first(where: { $0.status == .absent }) else {
      return (.cannotBeJudged, findings.first?.reason ?? "")
    }
    let unseen = findings.filter { $0.status == .notObservable }.map {
      " \(FaultRegistry.rule($0.fault).documentation.title) could not be judged."
    }
    return (.met, absent.reason + unseen.joined())
  }

  /// The shank's usual lean at the bottom and 2.5 standard deviations more (Sato et al. 2013).
  private static let shankLimit = LimitSet(
    "shank", "shank inclination", .degrees, .above, 45, 45, 45)

  private static func judge(
    _ shanks: [Quantity], without reason: String
  ) -> (Result, String) {
    guard let first = shanks.first else { return (.cannotBeJudged, reason) }
    let shank = Quantity(value: Statistics.median(shanks.map(\.value)), sd: first.sd)
    let text = "The shanks leaned forward by about \(shank.text(.degrees)) at the bottom."
    let p = shankLimit.probability(shank)
    return (p >= Judging.present ? .notMet : p <= Judging.absent ? .met : .cannotBeJudged, text)
  }
}

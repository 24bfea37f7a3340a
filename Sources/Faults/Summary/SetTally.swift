/// Judges a set whose reps are never known together: those of a long recording, which come
/// stretch by stretch.
///
/// For reps that are known together it says what the engine says, but for what only their
/// comparison shows, which is judged within each stretch. Memory is a few numbers a rep.
package struct SetTally: Sendable {
  private struct Entry {
    var tally = Repetition.Tally()
    /// The gravest judgement of a stretch, where the mistake is one of a set rather than of reps.
    var whole: SetFinding?
  }

  private var entries = FaultRegistry.entries.map { _ in Entry() }
  private var shanks: [Quantity] = []
  private var withoutShanks: String?
  private var reps = 0

  package init() {}

  /// Takes the next complete rep, with its findings in the order of the registry. `shank` is the
  /// measure of its shanks' inclination, where they were seen.
  package mutating func add(
    rep index: Int, findings: [Finding], shank: (value: Double, sd: Double)?
  ) {
    reps += 1
    for finding in findings {
      entries[FaultRegistry.place(of: finding.fault)].tally.add(finding, ofRep: index)
    }
    if let shank, shank.value.isFinite {
      shanks.append(Quantity(value: Float(shank.value), sd: Float(shank.sd)))
    }
  }

  /// Takes what was said of a stretch as a set; `place` says in words where it lies.
  package mutating func add(
    stretch findings: [SetFinding], assessment: BackSquatAssessment?, at place: String
  ) {
    for finding in findings {
      let index = FaultRegistry.place(of: finding.fault)
      guard FaultRegistry.entries[index].rule.judgesSets else { continue }
      let known = entries[index].whole
      if let known, known.rank >= finding.rank { continue }
      entries[index].whole = finding
      entries[index].whole?.reason = "\(place): \(finding.reason)"
    }
    if withoutShanks == nil {
      withoutShanks = assessment?.criteria[BackSquatAssessment.shankPlace].reason
    }
  }

  /// One a mistake, in the order of the registry.
  package var setFindings: [SetFinding] {
    zip(FaultRegistry.entries, entries).map { rule, entry in
      var finding = entry.tally.finding(of: rule.id)
      if reps > 0, let whole = entry.whole {
        finding.status = whole.status
        finding.severity = whole.severity
        finding.reps = entry.tally.present
        finding.reason = whole.reason
      }
      return finding
    }
  }

  /// Nil without a complete rep.
  package func assessment(_ set: [SetFinding]) -> BackSquatAssessment? {
    guard reps > 0 else { return nil }
    return BackSquatAssessment(set, shanks: shanks, without: withoutShanks ?? "")
  }

  package func advice(_ set: [SetFinding]) -> [Advice] {
    Advice.first(set) { entries[FaultRegistry.place(of: $0)].tally.certainty }
  }
}

extension Rule {
  /// It has something to say of a set that is more than its reps.
  fileprivate var judgesSets: Bool { measure(set: []) != nil }
}

extension SetFinding {
  /// Present mistakes before open ones, graver ones first.
  fileprivate var rank: Int {
    switch status {
    case .present: 3 + (severity.flatMap { Severity.allCases.firstIndex(of: $0) } ?? 0)
    case .borderline: 2
    case .absent: 1
    case .notObservable: 0
    }
  }
}

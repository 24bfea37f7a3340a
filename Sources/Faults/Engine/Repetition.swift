import Reps

/// The set's judgement of a mistake: two reps, or three in ten, make it a habit; less is isolated.
enum Repetition {
  static let reps = 2
  static let share = 0.3

  /// `tally` is that of one mistake's findings, one a complete rep.
  static func sum(
    _ entry: FaultRegistry.Entry, reps: [RepContext], _ tally: Tally, limits: Limits
  ) -> SetFinding {
    var summed = tally.finding(of: entry.id)
    if !reps.isEmpty, let measurement = entry.rule.measure(set: reps) {
      let whole = FaultEngine.finding(measurement, of: entry, limits: limits)
      summed.status = whole.status
      summed.severity = whole.severity
      summed.reps = tally.present
      summed.reason = whole.reason
    }
    return summed
  }

  /// What a set keeps of one mistake's findings, rep by rep.
  struct Tally {
    /// The indices of the reps that show it.
    private(set) var present: [Int] = []
    private var severities = [Int](repeating: 0, count: Severity.allCases.count)
    private var confidence: Float = 0
    private var reps = 0
    private var judged = 0
    private var open = 0
    /// The reason given with the first rep.
    private var firstReason = ""

    init() {}

    /// That of reps which are known together, with a finding each.
    init(reps: [RepContext], findings: [Finding]) {
      for (rep, finding) in zip(reps, findings) { add(finding, ofRep: rep.rep.index) }
    }

    /// Takes the finding of the next complete rep.
    mutating func add(_ finding: Finding, ofRep index: Int) {
      if reps == 0 { firstReason = finding.reason }
      reps += 1
      switch finding.status {
      case .present:
        present.append(index)
        confidence += finding.confidence
        if let severity = finding.severity, let place = Severity.allCases.firstIndex(of: severity) {
          severities[place] += 1
        }
      case .borderline: open += 1
      case .absent: break
      case .notObservable: return
      }
      judged += 1
    }

    /// How sure the reps are that show it, 0.5…1; 0 where none does.
    var certainty: Float { present.isEmpty ? 0 : confidence / Float(present.count) }

    func finding(of fault: FaultID) -> SetFinding {
      func finding(
        _ status: Status, _ reason: String, severity: Severity? = nil, reps: [Int] = []
      ) -> SetFinding {
        SetFinding(fault: fault, status: status, severity: severity, reps: reps, reason: reason)
      }
      guard reps > 0 else {
        return finding(.notObservable, "The recording has no complete rep.")
      }
      guard judged > 0 else { return finding(.notObservable, firstReason) }
      let repeated =
        present.count >= Repetition.reps || Double(present.count) >= share * Double(reps)
      let of = judged == 1 ? "1 rep" : "\(judged) reps"
      if !present.isEmpty, repeated {
        return finding(
          .present, "In \(present.count) of \(of): \(Wording.reps(present)).",
          severity: usualSeverity, reps: present)
      }
      if !present.isEmpty {
        return finding(
          .borderline, "Only in \(Wording.reps(present)) of \(reps), so it counts as isolated.",
          reps: present)
      }
      if 2 * open >= judged {
        return finding(.borderline, "In \(open) of \(of) it lies within the error of the limit.")
      }
      let rest = open == 0 ? "" : ", in \(open) within the error of the limit"
      return finding(.absent, "In \(judged - open) of \(of) within the limits\(rest).")
    }

    /// The severity that at least half of the reps reach.
    private var usualSeverity: Severity? {
      let all = severities.reduce(0, +)
      var reached = 0
      for (severity, count) in zip(Severity.allCases, severities).reversed() {
        reached += count
        if reached > (all - 1) / 2 { return all == 0 ? nil : severity }
      }
      return nil
    }
  }
}

import Reps

/// Everything that is said about one set.
package struct Judgement: Sendable, Equatable {
  /// One list a rep of the segmentation; in the order of the registry, empty for incomplete reps.
  package var repFindings: [[Finding]]
  /// One a mistake, in the order of the registry.
  package var setFindings: [SetFinding]
  /// One list a rep of the segmentation; empty for incomplete reps.
  package var measures: [[Measure]]
  package var assessment: BackSquatAssessment
  /// What to work on first: at most three.
  package var advice: [Advice]
  /// The style whose limits were used: the one given, or the one seen.
  package var style: Style
  /// The limits in force, to be shown with the findings.
  package var limits: Limits
}

/// Judges a set by every rule.
package enum FaultEngine {
  /// Measures every complete rep, compares the reps, and weighs each mistake's evidence.
  ///
  /// `limits` gives those of a style; without it, the rules' own hold.
  package static func judge(
    _ set: SetContext, limits: (Style) -> Limits = Limits.init(style:)
  ) -> Judgement {
    var set = set
    set.style = set.seenStyle
    let limits = limits(set.style)
    let measures = Measurer.measure(set)
    let contexts = set.segmentation.reps.map { rep in
      measures[rep.index].map { RepContext(rep: rep, measures: $0, style: set.style) }
    }
    let findings = contexts.map { context in
      context.map { context in
        Causes.reportedOnce(
          FaultRegistry.entries.map { finding(of: $0, for: context, limits: limits) })
      } ?? []
    }
    let complete = zip(contexts, findings).compactMap { context, findings in
      context.map { (context: $0, findings: findings) }
    }
    let reps = complete.map(\.context)
    let tallies = FaultRegistry.entries.indices.map { place in
      Repetition.Tally(reps: reps, findings: complete.map { $0.findings[place] })
    }
    let summed = zip(FaultRegistry.entries, tallies).map { entry, tally in
      Repetition.sum(entry, reps: reps, tally, limits: limits)
    }
    return Judgement(
      repFindings: findings, setFindings: summed,
      measures: contexts.map { $0?.measures.list ?? [] },
      assessment: BackSquatAssessment(summed, reps: reps),
      advice: Advice.first(summed) { tallies[FaultRegistry.place(of: $0)].certainty },
      style: set.style, limits: limits)
  }

  static func finding(
    of entry: FaultRegistry.Entry, for rep: RepContext, limits: Limits
  ) -> Finding {
    finding(entry.rule.measure(rep), of: entry, limits: limits)
  }

  /// A measurement as a finding: present from a probability of 0.8 on, absent up to 0.2.
  static func finding(
    _ measurement: Measurement, of entry: FaultRegistry.Entry, limits: Limits
  ) -> Finding {
    func notObservable(_ reason: String) -> Finding {
      Finding(
        fault: entry.id, status: .notObservable, unit: entry.unit.rawValue,
        reason: reason)
    }
    switch measurement {
    case .notObservable(let reason): return notObservable(reason)
    case .evidence(let evidence):
      guard let verdict = Verdict(evidence, of: entry.id, limits: limits) else {
        return notObservable(Absence.tooNoisy)
      }
      let p = verdict.probability
      let isPresent = p >= Judging.present && verdict.grade != nil
      let status: Status = isPresent ? .present : p <= Judging.absent ? .absent : .borderline
      let quantity = verdict.criterion.quantity
      return Finding(
        fault: entry.id, status: status, severity: isPresent ? verdict.grade : nil,
        confidence: max(p, 1 - p), value: quantity.value, sd: quantity.sd,
        limit: verdict.limits.mild, unit: verdict.limits.unit.rawValue, frame: quantity.frame,
        reason: reason(status, verdict))
    }
  }

  private static func reason(_ status: Status, _ verdict: Verdict) -> String {
    let unit = verdict.limits.unit
    let limit = unit.text(verdict.limits.mild)
    let sd = unit.errorText(verdict.criterion.quantity.sd)
    let statement = verdict.criterion.statement
    return switch status {
    case .present: "\(statement); the limit is \(limit), the error about ±\(sd)\(doubt(verdict))."
    case .absent: "\(statement), clear of the limit of \(limit) (error about ±\(sd))."
    case .borderline: "\(statement): within the error (±\(sd)) of the limit of \(limit)."
    case .notObservable: ""
    }
  }

  /// What is past its limit by less than its error looks like what is close to it, so how likely
  /// it is past it is said.
  private static func doubt(_ verdict: Verdict) -> String {
    guard verdict.probability < Judging.oneDeviation else { return "" }
    return ": \(Wording.fixed(verdict.probability * 100, digits: 0)) % likely to be past it"
  }
}

/// Mistakes that follow from others are said so, and not counted twice.
package enum Causes {
  /// Whether a mistake comes with another of those that are present, and is no second thing to do.
  package static func follows(_ fault: FaultID, among present: [FaultID]) -> Bool {
    fault == .forwardLean && present.contains(.hipsTooFarBack)
  }

  /// A rounded back carries the head with it, and hips far behind the feet make the trunk lean
  /// for balance: as far as was measured, and without advice of its own.
  static func reportedOnce(_ findings: consuming [Finding]) -> [Finding] {
    let present = findings.faults(.present)
    for place in findings.indices where findings[place].status == .present {
      switch findings[place].fault {
      case .neckFlexed, .headForward, .neckExtended:
        guard present.contains(.backRounded) else { continue }
        findings[place].status = .borderline
        findings[place].severity = nil
        // How sure the angle is does not tell how sure the neck's own part is.
        findings[place].confidence = .nan
        findings[place].reason +=
          " The rounded back moves the head as well, so the neck's own part cannot be told."
      case .forwardLean where follows(.forwardLean, among: present):
        findings[place].reason += " It follows from the hips being far back."
      default: continue
      }
    }
    return findings
  }
}

/// One thing to work on, with a cue and exercises to choose from.
package struct Advice: Sendable, Equatable {
  package var fault: FaultID
  /// What a coach calls it.
  package var title: String
  package var severity: Severity
  /// The indices of the reps that show it.
  package var reps: [Int]
  package var cue: String
  package var exercises: [String]

  /// At most so many things at a time.
  package static let most = 3

  /// The present mistakes of a set, the most pressing first: by severity, then by the share of
  /// the reps, then by how sure the reps' findings are. One of a kind: where several mistakes are
  /// different sights of one thing, the first of them stands for all. `certainty` says how sure the
  /// reps are of a mistake, 0…1.
  static func first(_ set: [SetFinding], certainty: (FaultID) -> Float) -> [Advice] {
    let present = set.compactMap { finding -> (SetFinding, Severity, Float)? in
      guard finding.status == .present, let severity = finding.severity else { return nil }
      return (finding, severity, certainty(finding.fault))
    }
    let ranked = present.sorted { a, b in
      if a.1 != b.1 { return a.1 > b.1 }
      if a.0.reps.count != b.0.reps.count { return a.0.reps.count > b.0.reps.count }
      if a.2 != b.2 { return a.2 > b.2 }
      return FaultRegistry.place(of: a.0.fault) < FaultRegistry.place(of: b.0.fault)
    }
    var seen: Set<String> = []
    var advice: [Advice] = []
    for (finding, severity, _) in ranked where advice.count < most {
      if Causes.follows(finding.fault, among: present.map(\.0.fault)) { continue }
      guard seen.insert(kind(of: finding.fault)).inserted else { continue }
      advice.append(Advice(finding.fault, severity: severity, reps: finding.reps))
    }
    return advice
  }

  private static func kind(of fault: FaultID) -> String {
    switch fault {
    case .kneeCave, .kneeCaveOneSide, .kneeFootAlignment: "knees"
    case .neckExtended, .neckFlexed, .headForward: "neck"
    case .fastDescent, .bounce: "tempo"
    case .braceLost, .inconsistentReps: "consistency"
    case .heelsRise, .weightShift: "feet"
    default: fault.rawValue
    }
  }
}

extension Advice {
  /// With the words that the mistake's rule has for it.
  package init(_ fault: FaultID, severity: Severity, reps: [Int]) {
    let words = FaultRegistry.rule(fault).documentation
    self.init(
      fault: fault, title: words.title, severity: severity, reps: reps, cue: words.cue,
      exercises: words.exercises)
  }
}

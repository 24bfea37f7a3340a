import Reps

/// The set's judgement of a mistake: two reps, or three in ten, make it a habit; less is isolated.
enum Repetition {
  static let reps = 2
  static let share = 0.3

  /// `findings` are those of one mistake, one a complete rep.
  static func sum(
    _ entry: FaultRegistry.Entry, reps: [RepContext], findings: [Finding], limits: Limits
  ) -> SetFinding {
    let id = entry.id
    guard !reps.isEmpty else {
      return SetFinding(
        fault: id, status: .notObservable, reps: [], reason: "The recording has no complete rep.")
    }
    let present = zip(reps, findings).filter { $1.status == .present }
    let indices = present.map { $0.0.rep.index }
    if let measurement = entry.rule.measure(set: reps) {
      let whole = FaultEngine.finding(measurement, of: entry, limits: limits)
      return SetFinding(
        fault: id, status: whole.status, severity: whole.severity, reps: indices,
        reason: whole.reason)
    }
    let judged = findings.filter { $0.status != .notObservable }
    guard !judged.isEmpty else {
      return SetFinding(
        fault: id, status: .notObservable, reps: [], reason: findings.first?.reason ?? "")
    }
    let repeated =
      present.count >= Self.reps || Double(present.count) >= share * Double(judged.count)
    let of = judged.count == 1 ? "1 rep" : "\(judged.count) reps"
    if !present.isEmpty, repeated {
      return SetFinding(
        fault: id, status: .present, severity: usual(present.compactMap(\.1.severity)),
        reps: indices,
        reason: "In \(present.count) of \(of): \(Wording.reps(indices)).")
    }
    if !present.isEmpty {
      return SetFinding(
        fault: id, status: .borderline, reps: indices,
        reason: "Only in \(Wording.reps(indices)) of \(of), so it counts as isolated.")
    }
    let open = judged.filter { $0.status == .borderline }.count
    if 2 * open >= judged.count {
      return SetFinding(
        fault: id, status: .borderline, reps: [],
        reason: "In \(open) of \(of) it lies within the error of the limit.")
    }
    let rest = open == 0 ? "" : ", in \(open) within the error of the limit"
    return SetFinding(
      fault: id, status: .absent, reps: [],
      reason: "In \(judged.count - open) of \(of) within the limits\(rest).")
  }

  /// The severity that at least half of the reps reach.
  private static func usual(_ severities: [Severity]) -> Severity? {
    let sorted = severities.sorted(by: >)
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }
}

package import Faults
internal import Reports

/// Two groups of sets of one lifter, the later against the earlier.
package struct Comparison: Sendable {
  package enum Verdict: String, Sendable {
    case better, worse, same
    case notComparable = "not_comparable"
  }

  /// What one side says of a mistake.
  package struct Side: Sendable, Equatable {
    /// Complete reps in which it could be judged, and those that show it or lie within the error.
    package var judged = 0
    package var present = 0
    package var borderline = 0
    /// Of the quantity that is compared with the limit.
    package var estimate: Estimate?
  }

  package struct FaultChange: Sendable {
    package var fault: FaultID
    package var verdict: Verdict
    package var first: Side
    package var second: Side
    /// The unit of the estimates; empty where they cannot be set against each other.
    package var unit: String
    /// What the estimates are of, in words; empty where that cannot be told.
    package var quantity = ""
    package var difference: Difference?
    /// A sentence.
    package var reason: String
  }

  package struct MeasureChange: Sendable {
    package var name: String
    package var first: Estimate
    package var second: Estimate
    package var difference: Difference
  }

  package var first: Group
  package var second: Group
  /// One for each mistake, in the order of the registry.
  package var faults: [FaultChange]
  /// Those that both sides have, in the order of the results.
  package var measures: [MeasureChange]

  package init(_ first: Group, _ second: Group) {
    self.first = first
    self.second = second
    faults = FaultRegistry.all.map { Self.change(of: $0, first, second) }
    let (a, b) = (first.measures, second.measures)
    measures = MeasureCatalog.names.compactMap { name in
      guard let x = a[name], let y = b[name] else { return nil }
      return MeasureChange(name: name, first: x, second: y, difference: Difference(x, y))
    }
  }

  // MARK: - One mistake

  private static func change(
    of rule: any Rule, _ first: Group, _ second: Group
  ) -> FaultChange {
    let (a, b) = (first.findings(rule.id), second.findings(rule.id))
    var change = FaultChange(
      fault: rule.id, verdict: .notComparable, first: side(a), second: side(b), unit: "",
      difference: nil, reason: "")
    for (word, group, judged) in [
      ("first", first, change.first.judged), ("second", second, change.second.judged),
    ] where judged == 0 {
      let why = group.reports.lazy.flatMap(\.setFindings).first { $0.fault == rule.id }?.reason
      change.reason = "It could not be judged in the \(word).\(why.map { " " + $0 } ?? "")"
      return change
    }
    let isQuiet = change.first.isQuiet && change.second.isQuiet
    guard let yardstick = Yardstick.shared(by: a, and: b),
      let x = yardstick.estimate(a), let y = yardstick.estimate(b)
    else {
      change.verdict = isQuiet ? .same : .notComparable
      change.reason =
        isQuiet ? "Within the limits both times." : "The two were measured or judged in other ways."
      return change
    }
    change.first.estimate = x
    change.second.estimate = y
    change.unit = yardstick.unit
    let limits = yardstick.limits(of: rule)
    change.quantity = limits?.title ?? ""
    let difference = Difference(x, y)
    change.difference = difference
    if isQuiet {
      change.verdict = .same
      change.reason = "Within the limits both times."
    } else if difference.counts {
      let worse = (limits ?? rule.documentation.limits[0]).direction
      let isMore = (worse == .above) == (difference.value > 0)
      change.verdict = isMore ? .worse : .better
      change.reason = "The difference is more than the error of measurement."
    } else {
      change.verdict = .same
      change.reason = "The difference lies within the error of measurement."
    }
    return change
  }

  private static func side(_ findings: [Finding]) -> Side {
    var side = Side()
    for finding in findings where finding.status != .notObservable {
      side.judged += 1
      if finding.status == .present { side.present += 1 }
      if finding.status == .borderline { side.borderline += 1 }
    }
    return side
  }
}

extension Comparison.Side {
  /// Nothing is past the limits, nor close to them.
  fileprivate var isQuiet: Bool { present == 0 && borderline == 0 }
}

/// What makes two findings' values comparable: the quantity in its unit, and the limit.
private struct Yardstick: Hashable {
  var unit: String
  var limit: Float

  /// The one that both sides have, with the most reps on the side that has fewer of it.
  static func shared(by a: [Finding], and b: [Finding]) -> Yardstick? {
    let (x, y) = (counts(a), counts(b))
    return x.keys.filter { y[$0] != nil }.max { one, other in
      let (p, q) = (min(x[one] ?? 0, y[one] ?? 0), min(x[other] ?? 0, y[other] ?? 0))
      if p != q { return p < q }
      return one.limit == other.limit ? one.unit < other.unit : one.limit < other.limit
    }
  }

  private static func counts(_ findings: [Finding]) -> [Yardstick: Int] {
    findings.reduce(into: [:]) { counts, finding in
      guard finding.status != .notObservable, !finding.value.isNaN, !finding.limit.isNaN else {
        return
      }
      counts[Yardstick(unit: finding.unit, limit: finding.limit), default: 0] += 1
    }
  }

  func estimate(_ findings: [Finding]) -> Estimate? {
    Estimate(
      findings.filter { $0.status != .notObservable && $0.unit == unit && $0.limit == limit }
        .map { (Double($0.value), Double($0.sd)) })
  }

  /// Those of the rule's limits that are of the quantity: by their value, and, where settings or a
  /// style replaced it, by the unit where no others have it. Nil where neither tells.
  func limits(of rule: any Rule) -> LimitSet? {
    let candidates = rule.documentation.limits.filter { $0.unit.rawValue == unit }
    let own = candidates.first { abs($0.mild - limit) < 0.0005 }
    return own ?? (candidates.count == 1 ? candidates[0] : nil)
  }
}

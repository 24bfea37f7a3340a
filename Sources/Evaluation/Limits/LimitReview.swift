package import Faults

/// A limit that would agree better with the labels.
package struct BetterLimit: Sendable, Equatable {
  package var fault: FaultID
  /// The limit's name in settings.
  package var name: String
  package var unit: Unit
  /// The mild limit in force, and the one to try.
  package var old: Double
  package var new: Double
  /// The reps that turned on it, and how many of them are labeled present.
  package var reps: Int
  package var labeledPresent: Int
  package var recordings: Int
  /// Of the values against the limit, whatever their error: as it is, and as it would be.
  package var kappaBefore: Double?
  package var kappaAfter: Double
  package var interval: Interval?
  /// With the limit chosen on other recordings; nil with a single one.
  package var kappaLeftOut: Double?
}

/// What the labels say of the limits of one mistake.
package struct LimitReview: Sendable, Equatable {
  /// Fewer labeled reps, or fewer of either answer, say too little.
  package static let fewestReps = 20
  package static let fewestOfEach = 5

  package enum Outcome: Sendable, Equatable {
    case better(BetterLimit)
    /// Why nothing is suggested: a sentence.
    case kept(String)
  }

  package var fault: FaultID
  package var outcome: Outcome

  /// Reviews the limits on which the reps among `pairs`, all of one mistake, turned.
  static func of(_ fault: FaultID, _ pairs: [Pair], _ bootstrap: Bootstrap) -> [LimitReview] {
    let measured = pairs.filter { $0.rep != nil && $0.finding.value != nil }
    let groups = Dictionary(grouping: measured) { JudgedLimit($0.finding) }
    let known = groups.compactMap { limit, pairs in limit.map { (limit: $0, pairs: pairs) } }
      .sorted { ($0.limit.name, $0.limit.mild) < ($1.limit.name, $1.limit.mild) }
    if known.isEmpty {
      let sentence =
        measured.isEmpty
        ? "No labeled rep has a measured value."
        : "The results do not tell which of its limits the reps turned on."
      return [LimitReview(fault: fault, outcome: .kept(sentence))]
    }
    return known.map { limit, pairs in
      LimitReview(fault: fault, outcome: outcome(limit, pairs, bootstrap))
    }
  }

  private static func outcome(
    _ limit: JudgedLimit, _ pairs: [Pair], _ bootstrap: Bootstrap
  ) -> Outcome {
    let values = pairs.compactMap { pair in
      pair.finding.value.map {
        LabeledValue(value: $0, isPresent: pair.isPresent, recording: pair.recording)
      }
    }
    let present = values.count(where: \.isPresent)
    guard values.count >= fewestReps, min(present, values.count - present) >= fewestOfEach else {
      return .kept(
        "'\(limit.name)': \(present) of \(values.count) labeled reps show it; at least "
          + "\(fewestReps) reps, and \(fewestOfEach) of each answer, are needed.")
    }
    let search = LimitSearch(values, direction: limit.usual.direction, limit: limit.mild)
    let before = sum(search.tables(limit.mild)).kappa
    let agrees = Outcome.kept("'\(limit.name)': no limit agrees better than the one in force.")
    guard let best = search.best else { return agrees }
    let tables = search.tables(best)
    guard let after = sum(tables).kappa, after > before ?? 0 else { return agrees }
    let leftOut = search.kappaLeftOut(bootstrap)
    if let leftOut, leftOut <= before ?? 0 {
      return .kept("'\(limit.name)': no other limit holds on recordings it was not chosen on.")
    }
    return .better(
      BetterLimit(
        fault: limit.fault, name: limit.name, unit: limit.usual.unit, old: limit.mild, new: best,
        reps: values.count, labeledPresent: present, recordings: tables.count,
        kappaBefore: before, kappaAfter: after,
        interval: bootstrap.intervals(tables, of: [\.kappa])[0], kappaLeftOut: leftOut))
  }

  private static func sum(_ tables: [ConfusionTable]) -> ConfusionTable {
    tables.reduce(into: ConfusionTable()) { $0 += $1 }
  }
}

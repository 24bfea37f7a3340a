import Faults

/// How well a run's results agree with a coach's labels.
package struct Evaluation: Sendable {
  /// All labels, and those that have a result.
  package var labels: Int
  package var matched: Int
  /// Recordings with a label that has a result.
  package var recordings: Int
  /// The mistakes that are labeled, in the order of the registry.
  package var faults: [FaultAgreement]
  /// One or more for each of them.
  package var reviews: [LimitReview]
  package var unmatched: [UnmatchedLabel]
  /// Recordings without any label, and reps left out of recordings that are labeled rep by rep.
  package var unlabeled: [String]
  package var bootstrap: Bootstrap

  package init(_ labels: LabelTable, _ results: ResultsTable, bootstrap: Bootstrap = Bootstrap()) {
    let pairing = Pairing(labels.labels, results)
    let byFault = Dictionary(grouping: pairing.pairs, by: \.fault)
    let labeled = FaultRegistry.all.map(\.id).compactMap { fault in
      byFault[fault].map { (fault: fault, pairs: $0) }
    }
    self.labels = labels.labels.count
    matched = pairing.pairs.count
    recordings = Set(pairing.pairs.map(\.recording)).count
    faults = labeled.map { FaultAgreement($0.fault, $0.pairs, bootstrap) }
    reviews = labeled.flatMap { LimitReview.of($0.fault, $0.pairs, bootstrap) }
    unmatched = pairing.unmatched
    unlabeled = pairing.unlabeled
    self.bootstrap = bootstrap
  }

  /// The limits that would agree better, in the order of the registry.
  package var betterLimits: [BetterLimit] {
    reviews.compactMap { if case .better(let limit) = $0.outcome { limit } else { nil } }
  }
}

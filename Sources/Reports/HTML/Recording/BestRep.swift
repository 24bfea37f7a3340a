internal import Faults

/// The rep that the others are shown beside.
enum BestRep {
  /// The index of the complete rep with the least to work on, then the fewest close calls, the
  /// first of those alike; nil where there is nothing to compare.
  static func index(_ report: RecordingReport) -> Int? {
    let complete = report.reps.filter(\.complete)
    guard complete.count > 1 else { return nil }
    return complete.min { weight($0) < weight($1) }?.index
  }

  private static func weight(_ rep: RepReport) -> Int {
    rep.findings.reduce(0) { sum, finding in
      switch (finding.status, finding.severity) {
      case (.present, .severe): sum + 1_000_000
      case (.present, .moderate): sum + 10_000
      case (.present, _): sum + 100
      case (.borderline, _): sum + 1
      default: sum
      }
    }
  }
}

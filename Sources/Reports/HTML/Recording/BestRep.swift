internal import Faults

/// The rep that the others are shown beside.
enum BestRep {
  /// The index of the complete rep with the least to work on, then the fewest close calls, then the
  /// least beyond the limits, the first of those alike; nil where there is nothing to compare.
  static func index(_ report: RecordingReport) -> Int? {
    let complete = report.reps.filter(\.complete)
    guard complete.count > 1 else { return nil }
    let ranked = complete.map { (index: $0.index, weight: weight($0), excess: excess($0)) }
    return ranked.min { ($0.weight, $0.excess) < ($1.weight, $1.excess) }?.index
  }

  /// How far beyond the limits the rep's mistakes are together, in standard deviations.
  private static func excess(_ rep: RepReport) -> Double {
    rep.findings.reduce(0) { sum, finding in
      let decimals = Precision.decimals(unit: finding.unit)
      let numbers = [finding.value, finding.limit, finding.sd].map {
        Precision.rounded(Double($0), decimals: decimals)
      }
      guard finding.status == .present, numbers[2] > 0 else { return sum }
      return sum + abs(numbers[0] - numbers[1]) / numbers[2]
    }
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

import Reps

/// What shows only when the reps of a set are compared.
enum SetComparison {
  /// Fewer reps make no trend and no spread.
  static let least = 4

  static func compare(_ measures: inout [RepMeasures], reps: [Rep]) {
    drift(of: .trunkInclination, as: .trunkDrift, in: &measures, reps: reps)
    drift(of: .lateralLean, as: .lateralDrift, in: &measures, reps: reps)
    deviation(of: .thighElevation, as: .depthDeviation, relative: false, in: &measures)
    deviation(of: .trunkInclination, as: .trunkDeviation, relative: false, in: &measures)
    deviation(of: .lowering, as: .tempoDeviation, relative: true, in: &measures)
  }

  /// How far a straight line through the set has moved since its first rep, whichever way, and the
  /// rep itself with it: one odd rep at the end turns the line for those before it.
  ///
  /// The systematic error is the same in every rep and cancels; what is left is how far the reps
  /// scatter about the line.
  private static func drift(
    of source: MeasureID, as id: MeasureID, in measures: inout [RepMeasures], reps: [Rep]
  ) {
    guard let values = values(of: source, as: id, in: &measures) else { return }
    let slope = Statistics.slope(values)
    let level = Statistics.median(values.enumerated().map { $1 - slope * Float($0) })
    let scatter = Statistics.deviation(
      values.enumerated().map { $1 - slope * Float($0) - level })
    let n = Float(values.count)
    let slopeSD = scatter * (12 / (n * (n * n - 1))).squareRoot()
    for i in measures.indices {
      let own = (values[i] - values[0]) * (slope < 0 ? -1 : 1)
      measures[i][id] = .measured(
        Quantity(
          value: min(abs(slope) * Float(i), max(0, own)),
          sd: Statistics.root(slopeSD * Float(i), 1),
          frame: reps[i].bottom
        ).magnitude)
    }
  }

  /// A rep's distance from the median of the set.
  private static func deviation(
    of source: MeasureID, as id: MeasureID, relative: Bool, in measures: inout [RepMeasures]
  ) {
    guard let values = values(of: source, as: id, in: &measures) else { return }
    let middle = Statistics.median(values)
    let scale = relative ? 100 / max(middle, 0.1) : 1
    for i in measures.indices {
      guard let quantity = measures[i][source].quantity else { continue }
      measures[i][id] = .measured(
        Quantity(
          value: (quantity.value - middle) * scale, sd: quantity.sdOfRep * scale,
          frame: quantity.frame
        ).magnitude)
    }
  }

  /// The values of all reps, or the reason why there are too few, written into each.
  private static func values(
    of source: MeasureID, as id: MeasureID, in measures: inout [RepMeasures]
  ) -> [Float]? {
    let values = measures.compactMap { $0[source].quantity?.value }
    if values.count == measures.count, values.count >= least { return values }
    for i in measures.indices {
      let reason =
        measures.count < least
        ? Absence.needsReps(least, have: measures.count)
        : measures.lazy.compactMap { $0[source].reason }.first ?? ""
      measures[i][id] = .missing(reason)
    }
    return nil
  }
}

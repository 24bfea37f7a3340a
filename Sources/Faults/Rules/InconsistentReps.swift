/// The reps of a set differ from each other.
///
/// The set is judged by the spread of its reps; a rep, by whether it lies outside the range that
/// nine in ten reps of a set at the limit would keep to, twice the spread.
struct InconsistentReps: Rule {
  let documentation = Documentation(
    id: .inconsistentReps,
    title: "Reps differ from each other",
    technicalTitle: "Spread of depth, tempo and trunk inclination",
    measures: "How much depth, time of the descent and trunk lean scatter over the set; for a rep, "
      + "how far it lies from the set's median (limits doubled).",
    formula:
      "standard deviation over the reps less the measurement's own; coefficient of variation "
      + "for the time",
    view: "any for the tempo; side or 3-D for the trunk",
    keypoints: "hips, knees, ankles, shoulders",
    limits: [
      LimitSet("depth", "spread of the depth", .degrees, .above, 4, 7, 10),
      LimitSet("tempo", "spread of the descent's time", .percent, .above, 15, 25, 40),
      LimitSet("trunk", "spread of the trunk's lean", .degrees, .above, 4, 7, 10),
      LimitSet("rep_depth", "depth from the set's median", .degrees, .above, 8, 14, 20),
      LimitSet("rep_tempo", "time from the set's median", .percent, .above, 30, 50, 80),
      LimitSet("rep_trunk", "lean from the set's median", .degrees, .above, 8, 14, 20),
    ],
    source: "a choice: Kristiansen et al. 2019 found variability in skilled lifters as well",
    confidence: "low",
    failureModes: "At least four reps are needed; a first rep from the rack often differs.",
    cue: "Make the reps alike before you make them heavier.",
    exercises: ["Tempo squats, three seconds down", "Box squats to a fixed height"])

  private static let sources:
    [(id: MeasureID, deviation: MeasureID, limit: String, words: String)] =
      [
        (.thighElevation, .depthDeviation, "depth", "depth"),
        (.lowering, .tempoDeviation, "tempo", "descent's time"),
        (.trunkInclination, .trunkDeviation, "trunk", "trunk's lean"),
      ]

  func measure(_ rep: RepContext) -> Measurement {
    rep.withAny(
      Self.sources.map { source in
        let unit = documentation.limits.first { $0.name == source.limit }?.unit ?? .degrees
        return (
          source.deviation, "rep_" + source.limit,
          { "The \(source.words) was about \($0.text(unit)) from the set's median" }
        )
      })
  }

  func measure(set reps: [RepContext]) -> Measurement? {
    guard reps.count >= SetComparison.least else {
      return .notObservable(Absence.needsReps(SetComparison.least, have: reps.count))
    }
    let found = Self.sources.compactMap { source -> Evidence? in
      let quantities = reps.compactMap { $0[source.id].quantity }
      guard quantities.count == reps.count else { return nil }
      let relative = source.id == .lowering
      let spread = spread(quantities, relative: relative)
      let text = spread.text(relative ? .percent : .degrees)
      return .one(
        Criterion(source.limit, spread, "The \(source.words) scattered by about \(text)"))
    }
    return found.isEmpty ? nil : .evidence(.any(found))
  }

  /// The standard deviation over the reps without the measurement's own part of it. Its error is
  /// that of a sample's standard deviation, SD / √(2 (n − 1)).
  private func spread(_ quantities: [Quantity], relative: Bool) -> Quantity {
    let values = quantities.map(\.value)
    let own = Statistics.median(quantities.map(\.sdOfRep))
    let raw = Statistics.deviation(values)
    let scale = relative ? 100 / max(Statistics.median(values), 0.1) : 1
    let net = max(0, raw * raw - own * own).squareRoot()
    return Quantity(
      value: net * scale,
      sd: max(raw, own) * scale / (2 * Float(values.count - 1)).squareRoot())
  }
}

/// The bar wanders forward and back.
struct BarPath: Rule {
  let documentation = Documentation(
    id: .barPath,
    title: "Bar path drifts",
    technicalTitle: "Horizontal range of the bar",
    measures: "How far the bar travels forward and back over the rep.",
    formula: "(95th − 5th percentile of the bar's forward position) / foot length",
    view: "side or 3-D",
    keypoints: "bar, heels, toes",
    limits: [
      LimitSet("range", "bar forward and back", .ratio, .above, 0.30, 0.45, 0.60)
    ],
    source:
      "a choice, as secondary evidence: skilled lifters with more travel were more consistent "
      + "(Kristiansen et al. 2019)",
    confidence: "low",
    failureModes: "Shoulders move with the trunk's lean and are no substitute for the bar.",
    cue: "Think of the bar on a rail straight over the middle of the foot.",
    exercises: ["Pause squats with light load", "Tempo squats, three seconds down"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.barPath) {
      .one(
        Criterion(
          "range", $0, "The bar traveled about \($0.text(.ratio)) foot lengths forward and back"))
    }
  }
}

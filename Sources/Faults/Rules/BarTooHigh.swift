/// The bar lies on the bony base of the neck rather than on the muscles below it.
struct BarTooHigh: Rule {
  let documentation = Documentation(
    id: .barTooHigh,
    title: "Bar placed too high",
    technicalTitle: "Bar at or above C7",
    measures: "How far the bar lies above the shoulders along the trunk's line.",
    formula: "((bar − mid-shoulder) · trunk direction) / trunk length, median over the rep",
    view: "side or 3-D",
    keypoints: "bar, shoulders, hips",
    limits: [
      LimitSet("bar_height", "bar above the shoulders", .ratio, .above, 0.13, 0.16, 0.20)
    ],
    source: "Glassbrook et al. 2017 (J Strength Cond Res 31:2618): a high bar lies just below C7, "
      + "which is 0.14 to 0.155 trunk lengths above the shoulders' centers by body proportions",
    confidence: "low: derived from proportions, not measured on lifters",
    failureModes: "Plates hide the shoulders; 1 cm is 0.02. Wrists are no substitute for the bar.",
    cue: "Rest the bar on the shelf just below the base of the neck, shoulder blades together.",
    exercises: ["Set-up practice with an empty bar", "Band pull-aparts", "Moving Blackburns"])

  func measure(_ rep: RepContext) -> Measurement {
    if let reason = rep.style.barIsElsewhere { return .notObservable(reason) }
    return rep.with(.barHeight) {
      .one(
        Criterion(
          "bar_height", $0,
          "The bar appears to sit about \($0.text(.ratio)) trunk lengths above the shoulders"))
    }
  }
}

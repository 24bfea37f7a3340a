/// The bar lies lower on the back than the shoulders allow.
struct BarTooLow: Rule {
  let documentation = Documentation(
    id: .barTooLow,
    title: "Bar placed too low",
    technicalTitle: "Bar below the spine of the scapula",
    measures: "How far the bar lies below the shoulders along the trunk's line.",
    formula: "((bar − mid-shoulder) · trunk direction) / trunk length, median over the rep",
    view: "side or 3-D",
    keypoints: "bar, shoulders, hips",
    limits: [
      LimitSet("bar_height", "bar above the shoulders", .ratio, .below, -0.06, -0.10, -0.15)
    ],
    source: "IPF technical rules: the bar's top not more than its thickness below the outer edge "
      + "of the shoulders, which is −0.02 to −0.05 trunk lengths by body proportions",
    confidence: "low: a low bar is a style of its own, and the limit only marks the unusual",
    failureModes:
      "Plates hide the shoulders; 1 cm is 0.02. State the style where low bar is meant.",
    cue: "Set the bar a little higher, on the shelf of the rear shoulders, chest up.",
    exercises: ["Set-up practice with an empty bar", "Shoulder mobility before the first set"])

  func measure(_ rep: RepContext) -> Measurement {
    if let reason = rep.style.barIsElsewhere { return .notObservable(reason) }
    return rep.with(.barHeight) {
      let place = $0.value < 0 ? "below" : "above"
      return .one(
        Criterion(
          "bar_height", $0,
          "The bar appears to sit about \($0.sizeText(.ratio)) trunk lengths \(place) the shoulders"
        ))
    }
  }
}

extension Style {
  /// Why the bar's place on the back cannot be judged in this style; nil for back squats.
  var barIsElsewhere: String? {
    switch self {
    case .highBar, .lowBar, .unknown: nil
    case .front, .bodyweight, .overhead: Absence.notForStyle(self)
    }
  }
}

/// The back flexes under load.
struct BackRounded: Rule {
  let documentation = Documentation(
    id: .backRounded,
    title: "Back rounded",
    technicalTitle: "Thoracic or lumbar flexion",
    measures: "How far the upper or the lower back bends forward from the own standing posture.",
    formula: "thoracic and lumbar flexion, median over the lowest third − standing; with a single "
      + "point on the spine the bend there, which is half of the whole",
    view: "side or 3-D",
    keypoints: "points on the spine, shoulders, hips",
    limits: [
      LimitSet("lumbar", "lower back bent forward", .degrees, .above, 20, 30, 40),
      LimitSet("thoracic", "upper back bent forward", .degrees, .above, 10, 15, 25),
      LimitSet("bend", "bend at a single point", .degrees, .above, 10, 15, 20),
    ],
    source: "McKean et al. 2010 (J Strength Cond Res 24:2731): good squats flex the lower back by "
      + "13° (women) and 26° (men) on average; the cut-offs are a choice above the usual",
    confidence: "medium to low",
    failureModes: "Skin, clothing; spine points that an estimator guesses from the outline. "
      + "Shoulders and hips alone cannot show it: 20° + 26° of bend shorten their line by 2 %.",
    cue: "Chest up and ribs down; brace before you go down and keep the back long.",
    exercises: [
      "Foam-roller thoracic extension", "Zercher squats and carries", "Chain Y-T-Ls",
      "Moving Blackburns",
    ])

  func measure(_ rep: RepContext) -> Measurement {
    SpineEvidence.measure(rep, sign: 1, towards: "forward")
  }
}

/// The comparison that rounding and arching share, with opposite signs.
enum SpineEvidence {
  static func measure(_ rep: RepContext, sign: Float, towards word: String) -> Measurement {
    if rep[.spineBend].quantity == nil, rep[.lumbarFlexion].quantity == nil,
      rep[.thoracicFlexion].quantity == nil
    {
      return .notObservable(rep[.spineBend].reason ?? "")
    }
    let parts: [(MeasureID, String, String)] = [
      (.lumbarFlexion, "lumbar", "lower back"), (.thoracicFlexion, "thoracic", "upper back"),
      (.spineBend, "bend", "back"),
    ]
    let evidence = parts.compactMap { id, limit, part -> Evidence? in
      guard let quantity = rep[id].quantity else { return nil }
      let turned = sign > 0 ? quantity : quantity.negated
      let way = turned.value >= 0 ? word : word == "forward" ? "backward" : "forward"
      return .one(
        Criterion(
          limit, turned,
          "The \(part) bent \(way) by about \(turned.sizeText(.degrees)) from standing"))
    }
    return .evidence(.any(evidence))
  }
}

/// The feet stand much narrower or wider than the shoulders.
struct StanceWidth: Rule {
  let documentation = Documentation(
    id: .stanceWidth,
    title: "Stance too narrow or too wide",
    technicalTitle: "Stance width ratio",
    measures: "The ankles' distance over the shoulders' distance, standing.",
    formula: "|left ankle − right ankle| / |left shoulder − right shoulder| from left to right",
    view: "front, oblique (less sure) or 3-D",
    keypoints: "ankles, shoulders",
    limits: [
      LimitSet("narrow", "stance over shoulder width", .ratio, .below, 0.6, 0.5, 0.4),
      LimitSet("wide", "stance over shoulder width", .ratio, .above, 1.6, 1.9, 2.2),
    ],
    source:
      "Escamilla et al. 2001: powerlifters stand at 107 to 169 % of shoulder width; guidelines "
      + "ask for hip to shoulder width: a wide band is neutral",
    confidence: "low",
    failureModes: "Shoulder points lie inside the shoulders' width; wide stances are a style.",
    cue: "Start with the feet between hip and shoulder width, toes slightly out.",
    exercises: ["Set-up practice with an empty bar"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.stanceWidth) {
      let text = "The stance was about \($0.text(.ratio)) shoulder widths"
      return .any([
        .one(Criterion("narrow", $0, text)), .one(Criterion("wide", $0, text)),
      ])
    }
  }
}

/// The toes point inwards or far outwards.
struct ToeAngle: Rule {
  let documentation = Documentation(
    id: .toeAngle,
    title: "Toes turned in or far out",
    technicalTitle: "Foot progression angle",
    measures: "Where the feet point over the ground, standing: the mean of both, which an error of "
      + "the forward axis does not move.",
    formula: "mean of atan2(outward, forward) of both lines heel to toe",
    view: "3-D only",
    keypoints: "heels, toes",
    limits: [
      LimitSet("out", "toes out", .degrees, .above, 30, 40, 45),
      LimitSet("in", "toes out", .degrees, .below, 0, -5, -10),
    ],
    source: "Lorenzetti et al. 2018: about 10° is advised, 42° with a narrow stance loads more; "
      + "Escamilla et al. 2001: 30° made no difference",
    confidence: "low",
    failureModes: "Foot points jump by 2 to 3 cm.",
    cue: "Turn the toes slightly out and let the knees follow them.",
    exercises: ["Set-up practice with an empty bar"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.toeAngleLeft, .toeAngleRight) { left, right in
      let mean = Quantity(
        value: (left.value + right.value) / 2, sd: max(left.sd, right.sd), frame: left.frame)
      let text =
        "The toes pointed about \(mean.sizeText(.degrees)) "
        + (mean.value < 0 ? "inwards" : "outwards")
      return .any([
        .one(Criterion("out", mean, text, faultless: 12)),
        .one(Criterion("in", mean, text, faultless: 12)),
      ])
    }
  }
}

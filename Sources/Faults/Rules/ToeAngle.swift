/// The toes point inwards or far outwards.
struct ToeAngle: Rule {
  let documentation = Documentation(
    id: .toeAngle,
    title: "Toes turned in or far out",
    technicalTitle: "Foot progression angle",
    measures: "Where each foot points over the ground, standing; the foot further from the usual.",
    formula: "atan2(outward, forward) of the line heel to toe",
    view: "3-D only",
    keypoints: "heels, toes",
    limits: [
      LimitSet("out", "toes out", .degrees, .above, 30, 40, 45),
      LimitSet("in", "toes out", .degrees, .below, 0, -5, -10),
    ],
    source: "Lorenzetti et al. 2018: about 10° is advised, 42° with a narrow stance loads more; "
      + "Escamilla et al. 2001: 30° made no difference",
    confidence: "low",
    failureModes: "Foot points jump by 2 to 3 cm; the body's forward axis is itself estimated.",
    cue: "Turn the toes slightly out and let the knees follow them.",
    exercises: ["Set-up practice with an empty bar"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.toeAngleLeft, .toeAngleRight) { left, right in
      let most = left.value >= right.value ? (left, "left") : (right, "right")
      let least = left.value < right.value ? (left, "left") : (right, "right")
      return .any([
        .one(Criterion("out", most.0, text(most.0, most.1))),
        .one(Criterion("in", least.0, text(least.0, least.1))),
      ])
    }
  }

  private func text(_ angle: Quantity, _ side: String) -> String {
    "The \(side) toes pointed about \(angle.sizeText(.degrees)) "
      + (angle.value < 0 ? "inwards" : "outwards")
  }
}

/// The heels leave the ground.
struct HeelsRise: Rule {
  let documentation = Documentation(
    id: .heelsRise,
    title: "Heels up",
    technicalTitle: "Heel rise",
    measures: "How far the heels rise against the toes from standing, in the lowest third.",
    formula: "(heel − toe) height / foot length, median over the lowest third − standing",
    view: "side or 3-D",
    keypoints: "heels, toes",
    limits: [
      LimitSet("rise", "heels off the ground", .ratio, .above, 0.06, 0.10, 0.15)
    ],
    source: "Myer et al. 2014, criterion 7: the whole foot stays down; the cut-offs are a choice",
    confidence: "medium",
    failureModes: "Foot points jump by 2 to 3 cm, a tenth of the foot.",
    cue: "Press the heels down and keep the weight over the middle of the foot.",
    exercises: ["Ankle mobility at a wall", "Calf stretches before the first set", "Goblet squats"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.heelRise) {
      .one(
        Criterion(
          "rise", $0,
          "The heels appeared to \($0.value < 0 ? "sink" : "rise") by about "
            + "\($0.sizeText(.ratio)) foot lengths", faultless: 0))
    }
  }
}

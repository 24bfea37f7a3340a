/// The knees come together under load.
struct KneeCave: Rule {
  let documentation = Documentation(
    id: .kneeCave,
    title: "Knees caving in",
    technicalTitle: "Knee-to-ankle separation ratio",
    measures: "The knees' distance over the ankles' distance with the knees bent by more than 60°: "
      + "how small it gets from the bottom on, and how far it falls below the way down at the "
      + "same depth.",
    formula: "|left knee − right knee| / |left ankle − right ankle| from left to right",
    view: "front, oblique (less sure) or 3-D",
    keypoints: "knees, ankles, hips",
    limits: [
      LimitSet("separation", "knees' over ankles' distance", .ratio, .below, 0.90, 0.75, 0.60),
      LimitSet("drop", "fall of the ratio in the ascent", .ratio, .above, 0.10, 0.20, 0.30),
    ],
    source:
      "Myer et al. 2014, criterion 5: the knee's inside crosses the inner ankle at a ratio of "
      + "about 0.5; knees over the toes give 1.2 to 1.3 at shoulder stance by geometry",
    confidence: "medium",
    failureModes: "Standing, the ratio is 0.76 by itself. Wide stances, feet turned out and loose "
      + "clothing. The ratio does not depend on where in front the camera stands.",
    cue: "Push the knees out in line with the toes, all the way up.",
    exercises: [
      "Banded squats with light load", "Goblet squats with a pause", "Side-lying hip raises",
    ]
  )

  func measure(_ rep: RepContext) -> Measurement {
    rep.withAny([
      (
        .kneeSeparation, "separation",
        { "The knees came to about \($0.text(.ratio)) of the ankles' distance" }
      ),
      (
        .kneeSeparationDrop, "drop",
        {
          "The knees were about \($0.sizeText(.ratio)) of the ankles' distance "
            + "\($0.value < 0 ? "wider" : "closer") on the way up than on the way down"
        }
      ),
    ])
  }
}

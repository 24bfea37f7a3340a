/// The hip crease stays above the knee.
struct InsufficientDepth: Rule {
  let documentation = Documentation(
    id: .insufficientDepth,
    title: "Not deep enough",
    technicalTitle: "Thigh elevation at the deepest point",
    measures: "The thigh's angle above the horizontal at the bottom. The hip crease is level "
      + "with the knee's top at about −2°, so a thigh above 0° is clearly not deep.",
    formula: "elevation of the line knee to hip: mean of both thighs from the side, the deeper one "
      + "in 3-D; from the front by heights, arcsin((hip − knee) / the same standing)",
    view: "any; from the front by heights and less sure",
    keypoints: "hips, knees",
    limits: [
      LimitSet("thigh_elevation", "thigh above the horizontal", .degrees, .above, 0, 10, 25)
    ],
    source: "IPF technical rules: hip crease below the knee's top; the crease lies 0.5 to 2 cm "
      + "higher over the joint's center than the knee's top does (Bell et al. 1989)",
    confidence: "medium to high, low within 6° of the limit",
    failureModes: "Estimators' hips differ from the joint by 30 to 50 mm, which is 4 to 7°; "
      + "clothing; plates in front of the hip; a high camera in front.",
    cue: "Let the hips sink to slightly below the knees, as deep as the back stays long.",
    exercises: [
      "Box squats to a lower box", "Goblet squats with a pause", "Ankle mobility at a wall",
    ]
  )

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.thighElevation) {
      .one(
        Criterion(
          "thigh_elevation", $0,
          "The thigh stopped about \($0.sizeText(.degrees)) "
            + "\($0.value < 0 ? "below" : "above") parallel"))
    }
  }
}

/// The squat turns into a hinge: hips far behind the feet over upright shanks.
struct HipsTooFarBack: Rule {
  let documentation = Documentation(
    id: .hipsTooFarBack,
    title: "Hips pushed too far back",
    technicalTitle: "Hip-back ratio with upright shanks",
    measures: "How far the hips lie behind the ankles at the bottom, together with how little the "
      + "shanks lean.",
    formula: "(ankle − mid-hip) forward / thigh length at the bottom, and shank inclination",
    view: "side or 3-D",
    keypoints: "hips, knees, ankles",
    limits: [
      LimitSet("hip_back", "hips behind the ankles", .ratio, .above, 0.65, 0.72, 0.80),
      LimitSet("shank", "shank inclination", .degrees, .below, 20, 16, 12),
    ],
    source: "Sato et al. 2013: trained lifters' shanks lean 27 to 31 ± 6° at the bottom; the "
      + "limits lie about 1.2, 2 and 2.5 standard deviations below, the ratio by geometry",
    confidence: "medium",
    failureModes: "Low-bar, box and powerlifting squats keep the shanks upright on purpose: name "
      + "the style.",
    cue: "Sit down between the heels, not only back; let the knees come forward over the toes.",
    exercises: ["Goblet squats", "Ankle mobility at a wall", "Box squats to a lower box"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.hipBack, .shankInclination) { back, shank in
      .all([
        .one(
          Criterion(
            "hip_back", back,
            "The hips were about \(back.sizeText(.ratio)) thigh lengths "
              + "\(back.value < 0 ? "ahead of" : "behind") the ankles at the bottom")),
        .one(
          Criterion(
            "shank", shank,
            "The shanks leaned forward by about \(shank.text(.degrees)) at the bottom")),
      ])
    }
  }
}

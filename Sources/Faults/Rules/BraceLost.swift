/// The trunk's position drifts as the set goes on.
struct BraceLost: Rule {
  let documentation = Documentation(
    id: .braceLost,
    title: "Brace lost",
    technicalTitle: "Drift of trunk inclination over the set",
    measures: "How far the trunk's lean at the bottom has moved since the first rep, along a "
      + "straight line through the set. Muscles are not seen; only the trunk's position is.",
    formula: "|Theil-Sen slope over the reps| × reps since the first, of trunk inclination (side, "
      + "3-D) and sideways lean (front, 3-D); of each √(size² − error²), since noise has a size",
    view: "side, front or 3-D",
    keypoints: "shoulders, hips",
    limits: [
      LimitSet("trunk", "trunk lean since the first rep", .degrees, .above, 5, 10, 15),
      LimitSet("lateral", "sideways lean since the first rep", .degrees, .above, 5, 10, 15),
    ],
    source: "a choice: no graded figure was found",
    confidence: "low",
    failureModes: "Fatigue changes speed and depth as well; at least four reps are needed.",
    cue: "Breathe in and brace before each rep, and again when it gets heavy.",
    exercises: ["Pause squats with light load", "Planks with long exhales", "Zercher carries"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.withAny([
      (
        .trunkDrift, "trunk",
        { "The trunk's lean had changed by about \($0.text(.degrees)) since the first rep" }
      ),
      (
        .lateralDrift, "lateral",
        { "The sideways lean had changed by about \($0.text(.degrees)) since the first rep" }
      ),
    ])
  }
}

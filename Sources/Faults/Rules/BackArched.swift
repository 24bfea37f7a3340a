/// The back extends further than it was standing.
struct BackArched: Rule {
  let documentation = Documentation(
    id: .backArched,
    title: "Back arched too much",
    technicalTitle: "Thoracic or lumbar hyperextension",
    measures: "How far the back bends backward from the own standing posture.",
    formula: "−(thoracic and lumbar flexion), median over the lowest third − standing; with a "
      + "single point on the spine the bend there, which is half of the whole",
    view: "side or 3-D",
    keypoints: "points on the spine, shoulders, hips",
    limits: [
      LimitSet("lumbar", "lower back bent backward", .degrees, .above, 10, 15, 25),
      LimitSet("thoracic", "upper back bent backward", .degrees, .above, 10, 15, 25),
      LimitSet("bend", "bend at a single point", .degrees, .above, 5, 7.5, 12.5),
    ],
    source: "a choice: no graded figure for loaded squats was found",
    confidence: "low",
    failureModes: "Skin, clothing; spine points that an estimator guesses from the outline.",
    cue: "Ribs down over the hips; brace all around instead of lifting the chest further.",
    exercises: ["Dead bugs", "Planks with long exhales", "Light pause squats"])

  func measure(_ rep: RepContext) -> Measurement {
    SpineEvidence.measure(rep, sign: -1, towards: "backward")
  }
}

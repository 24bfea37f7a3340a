/// The rep ends before the lifter stands.
struct NoLockout: Rule {
  let documentation = Documentation(
    id: .noLockout,
    title: "Not standing up all the way",
    technicalTitle: "Missing lockout",
    measures: "How much height the hips lack at the end of the rep.",
    formula: "(standing height − height at the end of the rep) / leg length",
    view: "any",
    keypoints: "hips, ankles",
    limits: [
      LimitSet("deficit", "height lacking at the top", .ratio, .above, 0.03, 0.05, 0.08)
    ],
    source:
      "IPF technical rules: knees locked at start and finish; 0.03, 0.05 and 0.08 leg lengths "
      + "are knees bent by about 28, 36 and 46° by geometry",
    confidence: "low",
    failureModes: "Touch-and-go sets leave out the lockout on purpose; a camera that moves. Who "
      + "steps back from the camera lacks height in its picture, so a step leaves little to tell.",
    cue: "Finish each rep tall: knees and hips straight before the next one.",
    exercises: ["Reps with a full stop at the top", "Glute bridges"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.topDeficit) {
      .one(
        Criterion(
          "deficit", $0,
          "The hips lacked about \($0.text(.ratio)) leg lengths at the end of the rep",
          faultless: 0)
      )
    }
  }
}

/// The head is pushed forward without turning.
struct HeadForward: Rule {
  let documentation = Documentation(
    id: .headForward,
    title: "Neck not neutral: head pushed forward",
    technicalTitle: "Head protraction",
    measures: "How far the ears move forward of the trunk's line from standing, while the face "
      + "does not turn down with it.",
    formula: "((mid-ear − mid-shoulder) · forward normal of the trunk) / trunk length − standing; "
      + "and face pitch + trunk lean, each as a change",
    view: "side or 3-D",
    keypoints: "ears, eyes or nose, shoulders, hips",
    limits: [
      LimitSet("protraction", "ears forward of the trunk", .ratio, .above, 0.06, 0.10, 0.14),
      LimitSet("face_to_trunk", "face against the trunk", .degrees, .above, -20, -20, -20),
    ],
    source: "a choice: 0.06 trunk lengths are about 3 cm. Computed squats tell a jut from a nod by "
      + "the face's angle to the trunk, not to the room; a face that stays level while the trunk "
      + "leans turns up against it",
    confidence: "low",
    failureModes: "Three pixels of noise at the ear are 3° of the neck's line.",
    cue: "Draw the chin back until the ears are over the shoulders, then brace.",
    exercises: ["Chin tucks", "Band pull-aparts", "Sweatt shrugs"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.headProtraction, .faceToTrunk) { forward, face in
      .all([
        .one(
          Criterion(
            "protraction", forward,
            "The head moved \(forward.value < 0 ? "back" : "forward") by about "
              + "\(forward.sizeText(.ratio)) trunk lengths from standing")),
        .one(
          Criterion(
            "face_to_trunk", face,
            "The face turned \(face.value < 0 ? "down" : "up") by about "
              + "\(face.sizeText(.degrees)) against the trunk")),
      ])
    }
  }
}

/// The head drops forward against the trunk.
struct NeckFlexed: Rule {
  let documentation = Documentation(
    id: .neckFlexed,
    title: "Neck not neutral: looking down",
    technicalTitle: "Cervical flexion",
    measures: "How far the head bends forward against the trunk from the own standing posture, "
      + "with the face turning down with it.",
    formula: "angle of mid-shoulder to mid-ear against the trunk, median over the lowest third − "
      + "standing; and face pitch + trunk lean, each as a change",
    view: "side or 3-D",
    keypoints: "ears, shoulders, hips, eyes or nose",
    limits: [
      LimitSet("neck_flexion", "neck bent forward", .degrees, .above, 15, 25, 35),
      LimitSet("face_to_trunk", "face against the trunk", .degrees, .below, -20, -20, -20),
    ],
    source: "Myer et al. 2014, criterion 1, with the corridor between an upright neck and one in "
      + "line with the trunk; the cut-offs are a choice",
    confidence: "low",
    failureModes: "A rounding upper back moves the trunk's line by up to 5° and carries the head "
      + "with it.",
    cue: "Keep the chin easy and look a few metres ahead rather than at the floor.",
    exercises: ["Goblet squats with the gaze on a fixed point", "Chin tucks", "Band pull-aparts"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.neckFlexion) { neck in
      let bend = Evidence.one(
        Criterion(
          "neck_flexion", neck,
          "The head bent \(neck.value < 0 ? "back" : "forward") by about "
            + "\(neck.sizeText(.degrees)) from standing"))
      guard let face = rep[.faceToTrunk].quantity else { return bend }
      return .all([
        bend,
        .one(
          Criterion(
            "face_to_trunk", face,
            "The face turned by about \(face.sizeText(.degrees)) against the trunk")),
      ])
    }
  }
}

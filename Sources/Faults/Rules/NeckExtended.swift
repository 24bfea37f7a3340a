/// The face turns up further than it was standing.
struct NeckExtended: Rule {
  let documentation = Documentation(
    id: .neckExtended,
    title: "Neck not neutral: looking up",
    technicalTitle: "Cervical extension",
    measures: "How far the face turns up from the lifter's own standing posture.",
    formula: "pitch of the line ear to eye, median over the lowest third of the rep − standing",
    view: "side or 3-D",
    keypoints: "ears, eyes or nose",
    limits: [LimitSet("face_pitch", "face turned up", .degrees, .above, 15, 25, 35)],
    source: "Myer et al. 2014 (Strength Cond J 36:4), criterion 1: gaze forward, neck upright; the "
      + "cut-offs are a choice",
    confidence: "low",
    failureModes:
      "Caps, plates and hair move ear and eye points; the eyes' own gaze is never seen.",
    cue: "Pick a point a few metres ahead and keep the chin easy.",
    exercises: ["Goblet squats with the gaze on a fixed point", "Light sets filmed from the side"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.facePitch) {
      .one(
        Criterion(
          "face_pitch", $0,
          "The face turned \($0.value < 0 ? "down" : "up") by about \($0.sizeText(.degrees)) from "
            + "standing"))
    }
  }
}

/// One side does something else than the other.
struct Asymmetry: Rule {
  let documentation = Documentation(
    id: .asymmetry,
    title: "Shifting to one side",
    technicalTitle: "Hip tilt, lateral hip shift, knee flexion asymmetry",
    measures: "How far the hip line tilts and the hips move sideways from standing, and how much "
      + "the knees' flexions differ.",
    formula:
      "tilt of the hip line; (mid-hip − mid-ankle) sideways / stance width; (greater − lesser "
      + "peak knee flexion) / greater; of each √(size² − error²), since noise has a size",
    view: "front or 3-D; knee flexion in 3-D only",
    keypoints: "hips, knees, ankles",
    limits: [
      LimitSet("tilt", "tilt of the hips", .degrees, .above, 5, 8, 12),
      LimitSet("shift", "hips sideways", .ratio, .above, 0.06, 0.10, 0.15),
      LimitSet("knee_flexion", "difference of knee flexion", .percent, .above, 10, 15, 20),
    ],
    source: "Myer et al. 2014, criterion 4: hips level; 10 to 15 % is the convention for strength; "
      + "no squat-specific figure was found",
    confidence: "low",
    failureModes: "Hips are the least well-defined points: 3 px of noise are 3° of tilt. A camera "
      + "off the front shows the hips' way back as a shift.",
    cue: "Stand evenly on both feet and come up through both.",
    exercises: ["Split squats", "Pause squats with light load in front of a mirror"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.withAny(
      [
        (.hipTilt, "tilt", { "The hip line tilted by about \($0.text(.degrees)) from standing" }),
        (
          .hipShift, "shift",
          { "The hips moved sideways by about \($0.text(.ratio)) of the stance" }
        ),
        (
          .kneeAsymmetry, "knee_flexion",
          { "The knees' greatest flexions differed by about \($0.text(.percent))" }
        ),
      ], faultless: 0)
  }
}

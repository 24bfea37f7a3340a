/// A knee travels inside its own foot's line.
struct KneeFootAlignment: Rule {
  let documentation = Documentation(
    id: .kneeFootAlignment,
    title: "Knees not in line with the feet",
    technicalTitle: "Angle of shank and foot over the ground",
    measures: "How far the knee's direction from the ankle lies inside the foot's direction in the "
      + "lowest third; the worse side.",
    formula: "bearing of heel to toe − bearing of ankle to knee over the ground, + knee inside",
    view: "3-D only",
    keypoints: "knees, ankles, heels, toes",
    limits: [
      LimitSet("inside", "knee inside the foot", .degrees, .above, 12, 20, 30)
    ],
    source: "Myer et al. 2014 and the functional movement screen: knees do not track inside the "
      + "feet; the cut-offs are a choice",
    confidence: "low",
    failureModes: "A shank that hardly leans exaggerates: it has to reach a quarter of its length.",
    cue: "Let each knee follow its second toe.",
    exercises: ["Goblet squats with a pause", "Banded squats with light load"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.kneeFootLeft, .kneeFootRight) { left, right in
      let leftIsWorse = left.value >= right.value
      let worse = leftIsWorse ? left : right
      return .one(
        Criterion(
          "inside", worse,
          "The \(leftIsWorse ? "left" : "right") knee pointed about \(worse.sizeText(.degrees)) "
            + "\(worse.value < 0 ? "outside" : "inside") its foot",
          faultless: 0))
    }
  }
}

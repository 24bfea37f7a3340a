/// The hips shoot up while the shoulders stay behind.
struct HipsRiseFirst: Rule {
  let documentation = Documentation(
    id: .hipsRiseFirst,
    title: "Hips rising before the shoulders",
    technicalTitle: "Rise ratio, increase of trunk inclination",
    measures: "How far the shoulders rise with the hips in the first 30 % of the way up, and how "
      + "much further the trunk leans half way.",
    formula: "rise of mid-shoulder / rise of mid-hip; trunk inclination (median of 40 to 60 % of "
      + "the way up − bottom)",
    view: "any for heights (less sure off the side); side or 3-D for the lean",
    keypoints: "shoulders, hips",
    limits: [
      LimitSet("rise_ratio", "shoulders' over hips' rise", .ratio, .below, 0.80, 0.65, 0.45),
      LimitSet("lean", "further lean in the ascent", .degrees, .above, 5, 8, 13),
    ],
    source: "Myer et al. 2014, criterion 10; 5° of further lean give a ratio of 0.79 by geometry. "
      + "Some lean is usual near a maximum",
    confidence: "medium",
    failureModes: "The first 30 % are a short window; bar and plates hide the shoulders.",
    cue: "Drive the shoulders up together with the hips.",
    exercises: ["Pause squats with light load", "Tempo squats", "Zercher squats"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.withAny([
      (
        .riseRatio, "rise_ratio",
        {
          "The shoulders rose about \($0.text(.ratio)) times as far as the hips at the start of "
            + "the way up"
        }
      ),
      (
        .leanIncrease, "lean",
        {
          "The trunk leaned about \($0.sizeText(.degrees)) \($0.value < 0 ? "less" : "further") on "
            + "the way up than at the bottom"
        }
      ),
    ])
  }
}

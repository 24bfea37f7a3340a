/// One knee moves inwards, and the other does not.
struct KneeCaveOneSide: Rule {
  let documentation = Documentation(
    id: .kneeCaveOneSide,
    title: "One knee caving in",
    technicalTitle: "Unilateral knee medial offset",
    measures: "How far one knee moves inwards of its ankle from standing, and how much further "
      + "than the other.",
    formula: "(ankle − knee) outwards / shank length: greatest from the bottom on − standing, the "
      + "worse side; and the difference of the sides",
    view: "3-D, or a camera known to stand within 5° of the front",
    keypoints: "knees, ankles",
    limits: [
      LimitSet("shift", "knee inwards of its ankle", .ratio, .above, 0.06, 0.12, 0.20),
      LimitSet("difference", "one knee more than the other", .ratio, .above, 0.06, 0.12, 0.20),
    ],
    source: "Myer et al. 2014, criterion 5: the literal failure is about 0.20 shank lengths; the "
      + "lower limits are a choice",
    confidence: "low",
    failureModes: "A camera or body axis 10° off makes one knee look caved and the other bowed.",
    cue: "Keep that knee in line with its own toes; press the whole foot into the floor.",
    exercises: ["Split squats", "Single-leg glute bridges", "Goblet squats with a pause"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.kneeMedialLeft, .kneeMedialRight) { left, right in
      let leftIsWorse = left.value >= right.value
      let worse = leftIsWorse ? left : right
      let other = leftIsWorse ? right : left
      let name = leftIsWorse ? "left" : "right"
      let difference = Quantity(
        value: worse.value - other.value, sd: Statistics.root(worse.sd, other.sd),
        frame: worse.frame)
      return .all([
        .one(
          Criterion(
            "shift", worse,
            "The \(name) knee moved \(worse.value < 0 ? "outwards" : "inwards") by about "
              + "\(worse.sizeText(.ratio)) shank lengths from standing")),
        .one(
          Criterion(
            "difference", difference,
            "The \(name) knee moved about \(difference.text(.ratio)) shank lengths further inwards "
              + "than the other")),
      ])
    }
  }
}

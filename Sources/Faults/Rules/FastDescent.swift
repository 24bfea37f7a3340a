/// The lifter drops rather than lowers.
struct FastDescent: Rule {
  let documentation = Documentation(
    id: .fastDescent,
    title: "Going down too fast",
    technicalTitle: "Eccentric duration",
    measures: "How long the way down takes, its slow beginning and end included.",
    formula: "time from 5 to 95 % of the hips' drop / the share of the whole that its shape "
      + "(time from 20 to 80 %) tells",
    view: "any",
    keypoints: "hips, ankles",
    limits: [
      LimitSet("time", "time of the descent", .seconds, .below, 1.2, 0.9, 0.6)
    ],
    source: "Myer et al. 2014, criterion 8: controlled, constant speed; van den Tillaar 2019: fast "
      + "controlled descents are legitimate; the cut-offs are a choice",
    confidence: "low",
    failureModes: "An assumed frame rate makes times wrong; shallow reps take less time.",
    cue: "Take two to three seconds on the way down.",
    exercises: ["Tempo squats, three seconds down", "Pause squats with light load"])

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.lowering) {
      .one(Criterion("time", $0, "The descent took about \($0.text(.seconds))"))
    }
  }
}

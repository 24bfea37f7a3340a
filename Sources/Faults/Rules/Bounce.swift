/// The turn at the bottom is a rebound.
struct Bounce: Rule {
  let documentation = Documentation(
    id: .bounce,
    title: "Bouncing out of the bottom",
    technicalTitle: "Reversal acceleration and time",
    measures: "How hard and how quickly the hips turn from down to up.",
    formula: "greatest upward acceleration of the hips around the bottom, with a leg of 0.9 m; and "
      + "time from 0.3 m/s down to 0.3 m/s up",
    view: "any",
    keypoints: "hips, ankles",
    limits: [
      LimitSet("acceleration", "upward acceleration", .gravity, .above, 0.4, 0.6, 0.9),
      LimitSet("time", "time of the reversal", .seconds, .below, 0.20, 0.15, 0.10),
    ],
    source: "a choice: a smooth descent of 0.45 m in 0.7 s peaks at 0.46 g, in 1.0 s at 0.23 g",
    confidence: "low",
    failureModes: "Filtering changes accelerations; a controlled stretch-shortening turn is a "
      + "legitimate technique.",
    cue: "Own the bottom: slow the last third of the way down and drive up from there.",
    exercises: ["Pause squats with light load", "Tempo squats, three seconds down"])

  func measure(_ rep: RepContext) -> Measurement {
    if rep.style == .bodyweight || rep.style == .overhead {
      return .notObservable(Absence.notForStyle(rep.style))
    }
    return rep.with(.reversalAcceleration, .reversalTime) { acceleration, time in
      .all([
        .one(
          Criterion(
            "acceleration", acceleration,
            "The hips turned upwards with about \(acceleration.text(.gravity))")),
        .one(Criterion("time", time, "The turn at the bottom took about \(time.text(.seconds))")),
      ])
    }
  }
}

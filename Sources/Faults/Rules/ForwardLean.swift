/// The trunk leans further than shank and balance ask for.
struct ForwardLean: Rule {
  let documentation = Documentation(
    id: .forwardLean,
    title: "Leaning too far forward",
    technicalTitle: "Trunk inclination relative to the shank",
    measures: "How much further the trunk leans than the shanks at the bottom, and further than a "
      + "balanced bar needs.",
    formula: "trunk − shank inclination; trunk − (92° − 1.55 × shank) where a bar is carried",
    view: "side or 3-D",
    keypoints: "shoulders, hips, knees, ankles",
    limits: [
      LimitSet("trunk_minus_shank", "trunk beyond the shank", .degrees, .above, 25, 35, 45),
      LimitSet("over_balance", "trunk beyond balance", .degrees, .above, 8, 15, 22),
    ],
    source:
      "Sato et al. 2013: experienced lifters lean 9 to 20° more than their shanks; a balanced "
      + "lifter with 80 kg for the second limit",
    confidence: "medium",
    failureModes: "Long thighs and stiff ankles explain most of it; low-bar squats lean up to 10° "
      + "more.",
    cue: "Chest and hips together; keep the bar over the middle of the foot.",
    exercises: [
      "Front or goblet squats", "Ankle mobility at a wall", "Pause squats with light load",
    ]
  )

  func measure(_ rep: RepContext) -> Measurement {
    rep.with(.trunkMinusShank) { beyond in
      let lean = Evidence.one(
        Criterion(
          "trunk_minus_shank", beyond,
          "The trunk leaned about \(beyond.sizeText(.degrees)) "
            + "\(beyond.value < 0 ? "less" : "more") than the shanks at the bottom"))
      guard rep.style.carriesBarOnBack, let balance = rep[.leanOverBalance].quantity else {
        return lean
      }
      return .any([
        lean,
        .one(
          Criterion(
            "over_balance", balance,
            "The trunk leaned about \(balance.sizeText(.degrees)) "
              + "\(balance.value < 0 ? "less" : "more") than a balanced bar needs")),
      ])
    }
  }
}

extension Style {
  /// The balance of a loaded bar on the back holds. Nobody said otherwise counts as one.
  var carriesBarOnBack: Bool { self == .highBar || self == .lowBar || self == .unknown }
}

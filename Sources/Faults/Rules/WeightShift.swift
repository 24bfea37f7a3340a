/// The load leaves the middle of the foot.
struct WeightShift: Rule {
  let documentation = Documentation(
    id: .weightShift,
    title: "Weight not over the middle of the foot",
    technicalTitle: "Bar-foot offset, toe rise",
    measures: "How far the bar lies before or behind the middle of the foot in the lowest third, "
      + "and whether the toes lift. Without bar points only the toes are judged: shoulders move with "
      + "the trunk's lean.",
    formula: "|(bar − middle of heel and toe) forward| / foot length; toe height over the heel − "
      + "standing",
    view: "side or 3-D",
    keypoints: "heels, toes; bar for the offset",
    limits: [
      LimitSet("offset", "bar from the middle of the foot", .ratio, .above, 0.20, 0.30, 0.40),
      LimitSet("toe_rise", "toes off the ground", .ratio, .above, 0.06, 0.10, 0.15),
    ],
    source:
      "common coaching: bar over the middle of the foot; the cut-offs are a choice. The foot's "
      + "pressure itself is not seen",
    confidence: "low",
    failureModes:
      "Foot points jump by 2 to 3 cm.",
    cue: "Keep the whole foot down and the bar over its middle.",
    exercises: ["Pause squats with light load", "Ankle mobility at a wall"])

  func measure(_ rep: RepContext) -> Measurement {
    let toes: (MeasureID, String, (Quantity) -> String) = (
      .toeRise, "toe_rise",
      {
        "The toes \($0.value < 0 ? "sank" : "rose") by about \($0.sizeText(.ratio)) foot lengths "
          + "against the heels"
      }
    )
    guard rep.style.carriesBarOnBack, let offset = rep[.barFootOffset].quantity else {
      return rep.withAny([toes], faultless: 0)
    }
    let place = offset.value < 0 ? "behind" : "before"
    let bar = Evidence.one(
      Criterion(
        "offset", offset.size,
        "The bar was about \(offset.sizeText(.ratio)) foot lengths \(place) the middle of the foot"
      ))
    guard case .evidence(let toe) = rep.withAny([toes], faultless: 0) else { return .evidence(bar) }
    return .evidence(.any([bar, toe]))
  }
}

/// The rules, in the order in which results list their mistakes.
package enum FaultRegistry {
  package static let all: [any Rule] = [
    BarTooHigh(),
    BarTooLow(),
    NeckExtended(),
    NeckFlexed(),
    HeadForward(),
    BackRounded(),
    BackArched(),
    HipsTooFarBack(),
    ForwardLean(),
    KneeCave(),
    KneeCaveOneSide(),
    InsufficientDepth(),
    BraceLost(),
    StanceWidth(),
    ToeAngle(),
    KneeFootAlignment(),
    WeightShift(),
    HeelsRise(),
    BarPath(),
    FastDescent(),
    Bounce(),
    HipsRiseFirst(),
    NoLockout(),
    InconsistentReps(),
    Asymmetry(),
  ]

  /// A rule with what the judgement of a rep asks of its documentation.
  struct Entry: Sendable {
    let rule: any Rule
    let id: FaultID
    let unit: Unit
    let limits: [LimitSet]
  }

  // A rule's documentation is long, and whoever asks for a part of it gets a copy of the whole.
  static let entries: [Entry] = all.map { rule in
    let documentation = rule.documentation
    return Entry(
      rule: rule, id: documentation.id, unit: documentation.unit, limits: documentation.limits)
  }

  private static let ids = entries.map(\.id)

  /// The place of a mistake's rule among all. Every id has one.
  static func place(of id: FaultID) -> Int {
    guard let place = ids.firstIndex(of: id) else {
      preconditionFailure("\(id.rawValue) has no rule")
    }
    return place
  }

  static func entry(_ id: FaultID) -> Entry { entries[place(of: id)] }

  /// The rule of a mistake.
  package static func rule(_ id: FaultID) -> any Rule { entry(id).rule }
}

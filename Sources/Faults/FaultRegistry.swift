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

  /// The rule of a mistake. Every id has one.
  package static func rule(_ id: FaultID) -> any Rule {
    guard let rule = all.first(where: { $0.id == id }) else {
      preconditionFailure("\(id.rawValue) has no rule")
    }
    return rule
  }
}

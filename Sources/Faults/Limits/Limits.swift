/// The limits in force for one set: the rules' defaults, moved by style, replaced by settings.
package struct Limits: Sendable, Equatable {
  /// One list a mistake, in the order of the registry.
  private var sets: [[LimitSet]]

  /// The rules' own limits, for a style of squat.
  package init(style: Style = .unknown) {
    sets = FaultRegistry.entries.map(\.limits)
    for adjustment in StyleAdjustment.all where adjustment.style == style {
      self[adjustment.fault, adjustment.limit] =
        self[adjustment.fault, adjustment.limit].adjusted(by: adjustment)
    }
  }

  /// The limits of one quantity of one mistake, by their name. The name has to be one of the rule's.
  package subscript(fault: FaultID, name: String) -> LimitSet {
    get {
      guard let set = self[fault].first(where: { $0.name == name }) else {
        preconditionFailure("\(fault.rawValue) has no limits named '\(name)'")
      }
      return set
    }
    set {
      guard let place = self[fault].firstIndex(where: { $0.name == name }) else {
        preconditionFailure("\(fault.rawValue) has no limits named '\(name)'")
      }
      sets[FaultRegistry.place(of: fault)][place] = newValue
    }
  }

  /// All limits of a mistake, the principal quantity first.
  package subscript(fault: FaultID) -> [LimitSet] { sets[FaultRegistry.place(of: fault)] }
}

/// How a style of squat moves limits that were set for a high-bar back squat.
package struct StyleAdjustment: Sendable, Equatable {
  package var style: Style
  package var fault: FaultID
  package var limit: String
  /// Each limit is multiplied by `scale`, then moved by `shift`.
  package var scale: Float = 1
  package var shift: Float = 0
  package var reason: String

  /// The low-bar squat leans more and sits further back by design (Glassbrook 2017, Swinton 2012).
  /// Without a heavy bar there is little to lower: a quick descent is usual, and the limits for
  /// it a choice.
  package static let all: [StyleAdjustment] = [
    StyleAdjustment(
      style: .lowBar, fault: .hipsTooFarBack, limit: "hip_back", shift: 0.1,
      reason: "low-bar lifters sit further back by design"),
    StyleAdjustment(
      style: .lowBar, fault: .forwardLean, limit: "trunk_minus_shank", shift: 10,
      reason: "a lower bar needs up to 10° more lean"),
    StyleAdjustment(
      style: .lowBar, fault: .forwardLean, limit: "over_balance", shift: 10,
      reason: "a lower bar needs up to 10° more lean"),
    StyleAdjustment(
      style: .lowBar, fault: .barTooLow, limit: "bar_height", shift: -0.06,
      reason: "the bar lies about 3 cm lower by design"),
    StyleAdjustment(
      style: .bodyweight, fault: .fastDescent, limit: "time", scale: 0.6,
      reason: "without a load a quick descent is usual"),
    StyleAdjustment(
      style: .overhead, fault: .fastDescent, limit: "time", scale: 0.6,
      reason: "without a heavy load a quick descent is usual"),
  ]
}

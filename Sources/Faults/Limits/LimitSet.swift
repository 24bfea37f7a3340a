/// The three graded limits of one quantity of one mistake.
package struct LimitSet: Sendable, Equatable {
  /// On which side of the limit the mistake lies.
  package enum Direction: String, Sendable {
    case above, below
  }

  /// The name that a settings file uses: `hip_back`.
  package var name: String
  /// What is compared with the limits, in words.
  package var title: String
  package var unit: Unit
  package var direction: Direction
  package var mild: Float
  package var moderate: Float
  package var severe: Float

  package init(
    _ name: String, _ title: String, _ unit: Unit, _ direction: Direction,
    _ mild: Float, _ moderate: Float, _ severe: Float
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.direction = direction
    self.mild = mild
    self.moderate = moderate
    self.severe = severe
  }

  /// Mild, moderate, severe.
  package var values: [Float] { [mild, moderate, severe] }

  /// No grade asks for less than the grade before it.
  package var isOrdered: Bool {
    direction == .above
      ? mild <= moderate && moderate <= severe : mild >= moderate && moderate >= severe
  }

  /// The worst grade whose limit the value passes; nil within the limits.
  package func grade(_ value: Float) -> Severity? {
    let passes: (Float) -> Bool = { self.direction == .above ? value > $0 : value < $0 }
    if passes(severe) { return .severe }
    if passes(moderate) { return .moderate }
    return passes(mild) ? .mild : nil
  }

  /// The probability that the true value lies beyond the mild limit.
  package func probability(_ quantity: Quantity) -> Float {
    let above = Normal.above(mild, value: quantity.value, sd: quantity.sd)
    return direction == .above ? above : 1 - above
  }

  /// The same limits for another style of squat.
  func adjusted(by style: StyleAdjustment) -> LimitSet {
    var adjusted = self
    adjusted.mild = mild * style.scale + style.shift
    adjusted.moderate = moderate * style.scale + style.shift
    adjusted.severe = severe * style.scale + style.shift
    return adjusted
  }
}

/// The unit of a measured value, as it stands in the results.
package enum Unit: String, Sendable, CaseIterable {
  case degrees = "deg"
  case ratio
  case seconds = "s"
  case percent = "%"
  /// Multiples of the acceleration of gravity.
  case gravity = "g"
  /// Leg lengths a second.
  case legsPerSecond = "legs/s"

  /// The value as a sentence shows it: whole degrees and percents, two digits for the rest.
  package func text(_ value: Float) -> String {
    text(value, digits: digits)
  }

  /// An error as a sentence shows it: never as none.
  func errorText(_ sd: Float) -> String {
    if digits > 0 { return text(max(sd, 0.01)) }
    return sd < 1 ? text(max(sd, 0.1), digits: 1) : text(sd)
  }

  private var digits: Int { self == .degrees || self == .percent ? 0 : 2 }

  private func text(_ value: Float, digits: Int) -> String {
    let number = Wording.fixed(value, digits: digits)
    return switch self {
    case .degrees: number + "°"
    case .percent: number + " %"
    case .ratio: number
    case .seconds: number + " s"
    case .gravity: number + " g"
    case .legsPerSecond: number + " leg lengths a second"
    }
  }
}

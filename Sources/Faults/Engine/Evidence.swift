/// A measured value with its standard deviation.
package struct Quantity: Sendable, Equatable {
  package var value: Float
  package var sd: Float
  /// The motion frame that shows it best.
  package var frame: Int?
  /// The part of `sd` that is another one in each rep of a set. Where keypoints lie on the body and
  /// how the camera was tilted is the same in all; so a quarter, unless something tells.
  package var sdOfRep: Float

  package init(value: Float, sd: Float, frame: Int? = nil, sdOfRep: Float? = nil) {
    self.value = value
    self.sd = sd
    self.frame = frame
    self.sdOfRep = sdOfRep ?? sd / 4
  }
}

/// One comparison of a quantity with the limits of a mistake.
package struct Criterion: Sendable, Equatable {
  /// The name of the limits among those of the mistake.
  package var limit: String
  package var quantity: Quantity
  /// What was measured, as the beginning of a sentence without full stop.
  package var statement: String
  /// The value of a faultless rep, where that is one number. With an error so large that even
  /// this could not be called absent, nothing but a present mistake is said.
  package var faultless: Float?

  package init(
    _ limit: String, _ quantity: Quantity, _ statement: String, faultless: Float? = nil
  ) {
    self.limit = limit
    self.quantity = quantity
    self.statement = statement
    self.faultless = faultless
  }
}

/// How several comparisons make one mistake.
package indirect enum Evidence: Sendable, Equatable {
  case one(Criterion)
  /// Each has to hold: as probable as the least probable of them.
  case all([Evidence])
  /// Either is enough: as probable as the most probable of them.
  case any([Evidence])
}

/// What a rule found out about one rep.
package enum Measurement: Sendable, Equatable {
  case evidence(Evidence)
  /// Why it cannot be judged and what would show it: a sentence.
  case notObservable(String)

  package static func one(
    _ limit: String, _ quantity: Quantity, _ statement: String
  ) -> Measurement {
    .evidence(.one(Criterion(limit, quantity, statement)))
  }
}

/// Evidence weighed against the limits.
struct Verdict {
  /// The probability that the mistake is there.
  var probability: Float
  /// The grade of the measured values; nil within the limits.
  var grade: Severity?
  /// The comparison on which it turned, and its limits.
  var criterion: Criterion
  var limits: LimitSet

  /// Nil when the measurement is too noisy to say anything.
  init?(_ evidence: Evidence, of fault: FaultID, limits: Limits) {
    switch evidence {
    case .one(let criterion):
      let set = limits[fault, criterion.limit]
      self.probability = set.probability(criterion.quantity)
      self.grade = set.grade(criterion.quantity.value)
      self.criterion = criterion
      self.limits = set
      if let faultless = criterion.faultless, probability < Judging.present {
        let best = Quantity(value: faultless, sd: criterion.quantity.sd)
        if set.probability(best) > Judging.absent { return nil }
      }
    case .all(let parts):
      var least: Verdict?
      var mildest: Severity? = .severe
      for part in parts {
        guard let verdict = Verdict(part, of: fault, limits: limits) else { return nil }
        if let own = verdict.grade, let known = mildest {
          mildest = min(own, known)
        } else {
          mildest = nil
        }
        if let known = least, verdict.probability >= known.probability { continue }
        least = verdict
      }
      guard let least else { return nil }
      self = least
      grade = mildest
    case .any(let parts):
      var worst: Verdict?
      for part in parts {
        guard let verdict = Verdict(part, of: fault, limits: limits) else { continue }
        if let known = worst, !verdict.isWorse(than: known) { continue }
        worst = verdict
      }
      guard let worst else { return nil }
      self = worst
    }
  }

  private func isWorse(than other: Verdict) -> Bool {
    let certain = Judging.present
    if probability >= certain, other.probability >= certain, let grade, let worst = other.grade,
      grade != worst
    {
      return grade > worst
    }
    return probability > other.probability
  }
}

/// The probabilities from which a mistake counts as there or as not there.
enum Judging {
  static let present: Float = 0.8
  static let absent: Float = 0.2
  /// Past the limit by one standard deviation.
  static let oneDeviation: Float = 0.8413
}

/// What a rule says about one rep.
package enum Status: String, Sendable, CaseIterable {
  case present, absent
  /// The limit lies within the measurement's error.
  case borderline
  /// The view, the keypoints or the noise do not allow a judgement; the reason says which.
  case notObservable = "not_observable"
}

/// How far beyond the limits a present mistake is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case mild, moderate, severe

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .mild ? 0 : self == .moderate ? 1 : 2 }
}

/// A rule's judgement of one rep, with what it rests on.
package struct Finding: Sendable, Equatable {
  package var fault: FaultID
  package var status: Status
  /// Set when present.
  package var severity: Severity?
  /// How probable the likelier side of the limit is, 0.5…1: that the mistake is there when
  /// present, that it is not when absent, either when borderline. NaN when not observable, and
  /// where another mistake hides this one.
  package var confidence: Float
  /// The measured value and its standard deviation in `unit`; NaN when not observable.
  package var value: Float
  package var sd: Float
  /// The limit of the mild degree.
  package var limit: Float
  /// "deg", "ratio", "s", "m/s²", "%".
  package var unit: String
  /// The motion frame that shows it best.
  package var frame: Int?
  /// A sentence.
  package var reason: String

  package init(
    fault: FaultID, status: Status, severity: Severity? = nil, confidence: Float = .nan,
    value: Float = .nan, sd: Float = .nan, limit: Float = .nan, unit: String, frame: Int? = nil,
    reason: String
  ) {
    self.fault = fault
    self.status = status
    self.severity = severity
    self.confidence = confidence
    self.value = value
    self.sd = sd
    self.limit = limit
    self.unit = unit
    self.frame = frame
    self.reason = reason
  }
}

/// A rule's judgement of the whole set.
package struct SetFinding: Sendable, Equatable {
  package var fault: FaultID
  package var status: Status
  package var severity: Severity?
  /// The indices of the reps in which it is present.
  package var reps: [Int]
  package var reason: String

  package init(
    fault: FaultID, status: Status, severity: Severity? = nil, reps: [Int], reason: String
  ) {
    self.fault = fault
    self.status = status
    self.severity = severity
    self.reps = reps
    self.reason = reason
  }
}

extension [Finding] {
  /// The mistakes of one status, in order.
  ///
  /// By places: findings hold texts, and a copy of each takes longer than to look at it.
  package func faults(_ status: Status) -> [FaultID] {
    indices.lazy.filter { self[$0].status == status }.map { self[$0].fault }
  }

  /// How many have a status.
  package func count(_ status: Status) -> Int { indices.count { self[$0].status == status } }
}

/// The mistakes that are judged, spelled as in the results.
package enum FaultID: String, Sendable, CaseIterable {
  case barTooHigh = "bar_too_high"
  case barTooLow = "bar_too_low"
  case neckExtended = "neck_extended"
  case neckFlexed = "neck_flexed"
  case headForward = "head_forward"
  case backRounded = "back_rounded"
  case backArched = "back_arched"
  case hipsTooFarBack = "hips_too_far_back"
  case forwardLean = "forward_lean"
  case kneeCave = "knee_cave"
  case kneeCaveOneSide = "knee_cave_one_side"
  case insufficientDepth = "insufficient_depth"
  case braceLost = "brace_lost"
  case stanceWidth = "stance_width"
  case toeAngle = "toe_angle"
  case kneeFootAlignment = "knee_foot_alignment"
  case weightShift = "weight_shift"
  case heelsRise = "heels_rise"
  case barPath = "bar_path"
  case fastDescent = "fast_descent"
  case bounce
  case hipsRiseFirst = "hips_rise_first"
  case noLockout = "no_lockout"
  case inconsistentReps = "inconsistent_reps"
  case asymmetry
}

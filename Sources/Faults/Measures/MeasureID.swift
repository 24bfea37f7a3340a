/// What is measured of each rep.
package enum MeasureID: Int, Sendable, CaseIterable {
  // Depth
  case depth
  case thighElevation
  case thighElevationLeft
  case thighElevationRight
  case kneeFlexionLeft
  case kneeFlexionRight
  case hipFlexionLeft
  case hipFlexionRight
  case topDeficit

  // Trunk and hips
  case trunkInclination
  case shankInclination
  case trunkMinusShank
  case leanOverBalance
  case leanIncrease
  case lateralLean
  case hipBack
  case riseRatio
  case kneePastToe

  // Tempo
  case descent
  /// The whole way down with its slow beginning and end, which `descent` leaves out in part.
  case lowering
  case pause
  case ascent
  case descentSpeed
  case ascentSpeed
  case reversalAcceleration
  case reversalTime

  // Head and spine, as changes from the lifter's own standing posture
  case neckFlexion
  case facePitch
  case faceToTrunk
  case headProtraction
  case thoracicFlexion
  case lumbarFlexion
  case spineBend

  // Knees
  case kneeSeparation
  case kneeSeparationDrop
  case kneeMedialLeft
  case kneeMedialRight
  case kneeFootLeft
  case kneeFootRight

  // Feet and bar
  case stanceWidth
  case toeAngleLeft
  case toeAngleRight
  case heelRise
  case toeRise
  case barHeight
  case barFootOffset
  case barPath

  // Sides
  case hipTilt
  case hipShift
  case kneeAsymmetry

  // Against the other reps of the set
  case trunkDrift
  case lateralDrift
  case depthDeviation
  case tempoDeviation
  case trunkDeviation
}

/// What became of one measure.
package enum Outcome: Sendable, Equatable {
  case measured(Quantity)
  /// Why not, and what would show it: a sentence.
  case missing(String)

  package var quantity: Quantity? {
    if case .measured(let quantity) = self { quantity } else { nil }
  }

  package var reason: String? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}

/// The measures of one rep. Rules read them from here, so that the number in a finding is the
/// number in the table.
package struct RepMeasures: Sendable, Equatable {
  /// One a measure, by its raw value.
  private var outcomes: [Outcome]

  package init() {
    outcomes = Array(repeating: .missing("It was not measured."), count: MeasureID.allCases.count)
  }

  package subscript(id: MeasureID) -> Outcome {
    get { outcomes[id.rawValue] }
    set { outcomes[id.rawValue] = newValue }
  }

  /// Counts the frames of all measures from another one.
  mutating func moveFrames(by frames: Int) {
    for place in outcomes.indices {
      guard case .measured(var quantity) = outcomes[place], let frame = quantity.frame else {
        continue
      }
      quantity.frame = frame + frames
      outcomes[place] = .measured(quantity)
    }
  }

  /// All measures in the order of their declaration, NaN where there is none.
  package var list: [Measure] {
    zip(MeasureID.names, outcomes).map { name, outcome in
      let quantity = outcome.quantity
      return Measure(name: name, value: quantity?.value ?? .nan, sd: quantity?.sd ?? .nan)
    }
  }
}

/// One measure as the results list it.
package struct Measure: Sendable, Equatable {
  /// The field's name, which ends in the unit: `knee_flexion_max_left_deg`.
  package var name: String
  /// NaN where it could not be measured.
  package var value: Float
  package var sd: Float

  package init(name: String, value: Float, sd: Float) {
    self.name = name
    self.value = value
    self.sd = sd
  }
}

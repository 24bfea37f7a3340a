/// What is measured of each rep, spelled as in the results: the name ends in the unit.
package enum MeasureID: String, Sendable, CaseIterable {
  // Depth
  case depth = "depth_ratio"
  case thighElevation = "thigh_elevation_min_deg"
  case thighElevationLeft = "thigh_elevation_min_left_deg"
  case thighElevationRight = "thigh_elevation_min_right_deg"
  case kneeFlexionLeft = "knee_flexion_max_left_deg"
  case kneeFlexionRight = "knee_flexion_max_right_deg"
  case hipFlexionLeft = "hip_flexion_max_left_deg"
  case hipFlexionRight = "hip_flexion_max_right_deg"
  case topDeficit = "top_deficit_ratio"

  // Trunk and hips
  case trunkInclination = "trunk_inclination_bottom_deg"
  case shankInclination = "shank_inclination_bottom_deg"
  case trunkMinusShank = "trunk_minus_shank_deg"
  case leanOverBalance = "lean_over_balance_deg"
  case leanIncrease = "lean_increase_deg"
  case lateralLean = "lateral_lean_deg"
  case hipBack = "hip_back_ratio"
  case riseRatio = "rise_ratio"
  case kneePastToe = "knee_past_toe_ratio"

  // Tempo
  case descent = "descent_s"
  /// The whole way down with its slow beginning and end, which `descent` leaves out in part.
  case lowering = "lowering_s"
  case pause = "pause_s"
  case ascent = "ascent_s"
  case descentSpeed = "descent_speed_peak_legs_per_s"
  case ascentSpeed = "ascent_speed_peak_legs_per_s"
  case reversalAcceleration = "reversal_acceleration_g"
  case reversalTime = "reversal_s"

  // Head and spine, as changes from the lifter's own standing posture
  case neckFlexion = "neck_flexion_change_deg"
  case facePitch = "face_pitch_change_deg"
  case faceToTrunk = "face_to_trunk_change_deg"
  case headProtraction = "head_protraction_ratio"
  case thoracicFlexion = "thoracic_flexion_change_deg"
  case lumbarFlexion = "lumbar_flexion_change_deg"
  case spineBend = "spine_bend_change_deg"

  // Knees
  case kneeSeparation = "kasr_min"
  case kneeSeparationDrop = "kasr_drop"
  case kneeMedialLeft = "knee_medial_shift_left_ratio"
  case kneeMedialRight = "knee_medial_shift_right_ratio"
  case kneeFootLeft = "knee_foot_angle_left_deg"
  case kneeFootRight = "knee_foot_angle_right_deg"

  // Feet and bar
  case stanceWidth = "stance_width_ratio"
  case toeAngleLeft = "toe_angle_left_deg"
  case toeAngleRight = "toe_angle_right_deg"
  case heelRise = "heel_rise_ratio"
  case toeRise = "toe_rise_ratio"
  case barHeight = "bar_height_ratio"
  case barFootOffset = "bar_foot_offset_ratio"
  case barPath = "bar_path_ratio"

  // Sides
  case hipTilt = "hip_tilt_deg"
  case hipShift = "hip_shift_ratio"
  case kneeAsymmetry = "knee_asymmetry_percent"

  // Against the other reps of the set
  case trunkDrift = "trunk_drift_deg"
  case lateralDrift = "lateral_drift_deg"
  case depthDeviation = "depth_deviation_deg"
  case tempoDeviation = "tempo_deviation_percent"
  case trunkDeviation = "trunk_deviation_deg"
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
  private var outcomes: [MeasureID: Outcome] = [:]

  package init() {}

  package subscript(id: MeasureID) -> Outcome {
    get { outcomes[id] ?? .missing("It was not measured.") }
    set { outcomes[id] = newValue }
  }

  /// Counts the frames of all measures from another one.
  mutating func moveFrames(by frames: Int) {
    outcomes = outcomes.mapValues { outcome in
      guard case .measured(var quantity) = outcome else { return outcome }
      quantity.frame = quantity.frame.map { $0 + frames }
      return .measured(quantity)
    }
  }

  /// All measures in the order of their declaration, NaN where there is none.
  package var list: [Measure] {
    MeasureID.allCases.map { id in
      let quantity = self[id].quantity
      return Measure(
        name: id.rawValue, value: quantity?.value ?? .nan, sd: quantity?.sd ?? .nan)
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

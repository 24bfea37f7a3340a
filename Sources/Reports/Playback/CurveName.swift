internal import Kinematics

/// The curves that a page shows, by the names of the tables of frames.
package enum CurveName: String, Sendable, CaseIterable {
  case kneeLeft = "knee_flexion_left"
  case kneeRight = "knee_flexion_right"
  case thighLeft = "thigh_elevation_left"
  case thighRight = "thigh_elevation_right"
  case hipLeft = "hip_flexion_left"
  case hipRight = "hip_flexion_right"
  case trunk = "trunk_inclination"
  case shankLeft = "shank_inclination_left"
  case shankRight = "shank_inclination_right"
  case separation = "knee_ankle_separation"
  case neck = "neck_flexion"
  case head = "head_pitch"
  case thoracic = "thoracic_flexion"
  case lumbar = "lumbar_flexion"

  /// Steps that a degree, or a ratio of 1, is cut into.
  var steps: Float { self == .separation ? 1000 : 10 }

  func curve(in angles: Angles) -> Curve {
    switch self {
    case .kneeLeft: angles.kneeFlexion.left
    case .kneeRight: angles.kneeFlexion.right
    case .thighLeft: angles.thighElevation.left
    case .thighRight: angles.thighElevation.right
    case .hipLeft: angles.hipFlexion.left
    case .hipRight: angles.hipFlexion.right
    case .trunk: angles.trunkInclination
    case .shankLeft: angles.shankInclination.left
    case .shankRight: angles.shankInclination.right
    case .separation: angles.kneeAnkleSeparation
    case .neck: angles.neckFlexion
    case .head: angles.headPitch
    case .thoracic: angles.thoracicFlexion
    case .lumbar: angles.lumbarFlexion
    }
  }
}

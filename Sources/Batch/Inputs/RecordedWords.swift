internal import Faults
internal import Kinematics
internal import Pose

/// The words that a sidecar or a manifest may say of a recording.
enum RecordedWords {
  static let views = ["auto"] + View.Kind.allCases.map(\.rawValue)
  static let styles = Style.allCases.map(\.rawValue)
  static let units = Units.allCases.map(\.rawValue)
}

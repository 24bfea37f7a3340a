internal import Kinematics
internal import Pose

/// How good a recording is, in sentences.
enum Quality {
  /// The view in words: "the side, facing right".
  static func words(_ view: View) -> String {
    let from =
      switch view.kind {
      case .side: "the side"
      case .front: view.facing == .away ? "behind" : "the front"
      case .oblique: "an angle"
      case .threeD: "everywhere (3-D)"
      }
    switch view.facing {
    case .left where view.kind != .threeD: return from + ", facing left"
    case .right where view.kind != .threeD: return from + ", facing right"
    default: return from
    }
  }

  static func sentences(_ report: RecordingReport) -> [String] {
    let accounts = report.accounts
    var sentences: [String] = []
    if let view = report.view, view.kind != .threeD {
      let source = view.given ? "as given" : "estimated from the keypoints"
      sentences.append(
        "The camera stood \(Shown.quantity(Double(view.yaw), sd: Double(view.yawSD), "deg")) from "
          + "a pure side view, \(source).")
    }
    let rate = Shown.number(report.fps, decimals: report.fps.rounded() == report.fps ? 0 : 2)
    sentences.append(
      "\(rate) frames a second (\(report.fpsSource)), coordinates in \(report.units).")
    sentences.append(
      "\(Shown.count(accounts.read, "row")) read: \(accounts.used) used, \(accounts.rejected) "
        + "rejected, \(accounts.blank) blank; \(Shown.count(accounts.filled, "frame")) with a gap "
        + "that was bridged, \(accounts.lost) missing from the file.")
    sentences += report.warnings.map { warning in
      let place = warning.frame.map { " (frame \($0))" } ?? ""
      return warning.message + place
    }
    return sentences
  }
}

import Pose

/// The joints without which no squat can be seen.
enum Needs {
  /// A joint in words, and the joints or markers of which any one will do.
  private static let needed: [(words: String, anyOf: [Joint])] = [
    ("hip", [.leftHip, .rightHip, .pelvis, .leftASIS, .rightASIS, .leftPSIS, .rightPSIS]),
    ("knee", [.leftKnee, .rightKnee, .leftLateralKnee, .rightLateralKnee]),
    ("ankle", [.leftAnkle, .rightAnkle, .leftLateralAnkle, .rightLateralAnkle]),
  ]

  /// Whether a squat can be seen with these joints.
  static func areMet(_ joints: [Joint]) -> Bool {
    needed.allSatisfy { $0.anyOf.contains(where: joints.contains) }
  }

  /// Throws when the hip, the knee or the ankle of both sides is not among the columns.
  static func check(_ joints: [Joint], unknown: [String]) throws(PoseCSVError) {
    let absent = needed.filter { !$0.anyOf.contains(where: joints.contains) }.map(\.words)
    guard !absent.isEmpty else { return }
    var message = "has no column for the \(absent.joined(separator: ", the "))"
    let wanted = absent.flatMap { ["left_\($0)", "right_\($0)", $0] }
    let near = wanted.lazy.compactMap { meant in
      NearMiss.nearest(to: meant, among: unknown).map { (found: $0.found, meant: meant) }
    }
    if let near = near.first {
      message += "; found '\(Shown.text(near.found))': did you mean '\(near.meant)'?"
    } else {
      message += "; a squat cannot be judged without"
    }
    throw PoseCSVError(.missingJoint, message, line: nil)
  }
}

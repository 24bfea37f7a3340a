import Pose

/// The joints' names as mapping files spell them: `left_knee`, `c7`, `left_asis`.
enum JointNames {
  static func name(_ joint: Joint) -> String {
    String(joint.words.map { $0 == " " ? "_" : $0 })
  }

  /// The joint of this name in any case and with any separators; nil if there is none.
  static func joint(named name: String) -> Joint? { byLetters[letters(name)] }

  private static let byLetters: [String: Joint] = Dictionary(
    Joint.allCases.map { (letters(String(describing: $0)), $0) }
  ) { first, _ in first }

  private static func letters(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

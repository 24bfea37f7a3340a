package import Kinematics

/// From where a person says that the camera saw the lifter: one of the views, or `auto`, which
/// leaves it to the keypoints.
package struct GivenView: Sendable, Equatable {
  package static let auto = GivenView(kind: nil)

  /// All words that name one.
  package static let words = [auto.word] + View.Kind.allCases.map(\.rawValue)

  /// Nil for `auto`.
  package let kind: View.Kind?

  private init(kind: View.Kind?) { self.kind = kind }

  /// Nil for a word that names none.
  package init?(_ word: String) {
    kind = View.Kind(rawValue: word)
    if kind == nil, word != Self.auto.word { return nil }
  }

  package var word: String { kind?.rawValue ?? "auto" }

  /// As the reader takes it; nil for `auto`.
  package var given: String? { kind?.rawValue }
}

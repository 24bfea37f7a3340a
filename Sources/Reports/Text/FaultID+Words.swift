package import Faults

extension FaultID {
  /// What a person should know about this mistake.
  var words: Documentation {
    Self.documentations[rawValue] ?? FaultRegistry.rule(self).documentation
  }

  /// What a coach calls it.
  package var title: String { words.title }

  private static let documentations = Dictionary(
    uniqueKeysWithValues: FaultRegistry.all.map { ($0.id.rawValue, $0.documentation) })
}

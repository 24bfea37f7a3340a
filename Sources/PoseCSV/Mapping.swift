/// A description of a file that no layout fits: which columns hold what.
package struct Mapping: Sendable, Equatable {
  /// The layout's id in results.
  package var name: String
  package init(name: String) { self.name = name }
}

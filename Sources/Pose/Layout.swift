/// A skeleton as one estimator or laboratory writes it: keypoint names in index order, and what
/// each is on the body.
///
/// A layout is data. To add one: a file in `Layouts`, and a line in `LayoutRegistry.all`.
package struct Layout: Sendable {
  /// A keypoint of the layout: its name as the source spells it, its joint if the analysis uses
  /// it, and other spellings under which files are known to carry it.
  package struct Keypoint: Sendable {
    package var name: String
    package var joint: Joint?
    package var aliases: [String]

    package init(_ name: String, _ joint: Joint? = nil, aliases: [String] = []) {
      self.name = name
      self.joint = joint
      self.aliases = aliases
    }
  }

  /// The id that results and options use: `coco17`.
  package var id: String
  /// What a person calls it, with the estimators that write it.
  package var title: String
  package var dimensions: Set<Int>
  /// In the index order of the source.
  package var keypoints: [Keypoint]
  /// The unit that the source writes where it is fixed.
  package var usualUnits: Units?
  /// The published sources disagree about which side comes first: check it by geometry.
  package var sidesDisputed: Bool
  /// The layout is recognized by names only; its keypoints have no fixed index order.
  package var namesOnly: Bool
  /// Where the order and the names were read.
  package var source: String

  package init(
    id: String, title: String, dimensions: Set<Int>, usualUnits: Units? = nil,
    sidesDisputed: Bool = false, namesOnly: Bool = false, source: String, keypoints: [Keypoint]
  ) {
    self.id = id
    self.title = title
    self.dimensions = dimensions
    self.keypoints = keypoints
    self.usualUnits = usualUnits
    self.sidesDisputed = sidesDisputed
    self.namesOnly = namesOnly
    self.source = source
  }
}

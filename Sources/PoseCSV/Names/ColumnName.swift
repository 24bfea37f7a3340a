import Pose

/// What a header cell says: whose coordinate along which axis, or what else.
struct ColumnName {
  /// The coordinate that a column holds.
  enum Axis: Hashable { case x, y, z, score }

  /// The cell as it stands in the file.
  var text: String
  /// The words that name the keypoint, without those of the axis; empty for a bare `x`.
  var words: [String]
  var axis: Axis?
  /// The word of a unit behind the axis.
  var unit: String?

  /// Axis words stand last (`left_knee_x`, `LeftKneeX`, `nose.score`), or first (`x_nose`), or before
  /// the keypoint's number (`x0`, `pose_x0`), a unit behind them left aside (`left_knee_x (px)`), as
  /// is a word beside them that says no more than they do (`nose_position_x`, `nose_x_coordinate`).
  ///
  /// Read loosely, the axis may be the last letter of a word (`lefthipx`), and `u`, `v` are x and y.
  init(_ text: String, loosely: Bool = false) {
    self.text = text
    var words = loosely ? Self.loosened(Words.of(text)) : Words.of(text)
    while words.count > 1, let last = words.last, Self.axis(of: words[words.count - 2]) != nil {
      if Self.units.contains(last) {
        unit = words.removeLast()
      } else if Self.silent.contains(last) {
        words.removeLast()
      } else {
        break
      }
    }
    if let last = words.last, let axis = Self.axis(of: last) {
      words.removeLast()
      if let before = words.last, Self.silent.contains(before) { words.removeLast() }
      self.words = words
      self.axis = axis
    } else if words.count > 1, let first = words.first, let axis = Self.axis(of: first) {
      self.words = Array(words.dropFirst())
      self.axis = axis
    } else if let last = words.last, let (stem, number) = Words.numbered(last),
      let axis = Self.axis(of: stem)
    {
      self.words = words.dropLast() + [String(number)]
      self.axis = axis
    } else {
      self.words = words
      axis = nil
    }
  }

  private static func loosened(_ words: [String]) -> [String] {
    guard let last = words.last else { return words }
    let rest = Array(words.dropLast())
    switch last {
    case "u": return rest + ["x"]
    case "v": return rest + ["y"]
    default:
      guard last.count > 3,
        let axis = ["x", "y", "z", "score", "conf"].first(where: last.hasSuffix)
      else { return words }
      let stem = String(last.dropLast(axis.count))
      return stem.isEmpty ? words : rest + [stem, axis]
    }
  }

  /// What the units of several columns say; nil where one has none or another.
  static func unit(of columns: [String?]) -> Units? {
    let units = Set(columns)
    guard units.count == 1, let unit = units.first ?? nil else { return nil }
    return StackedForm.unit(unit)
  }

  static func axis(of word: String) -> Axis? { axes[word] }

  private static let axes: [String: Axis] = [
    "x": .x, "y": .y, "z": .z,
    "score": .score, "conf": .score, "confidence": .score, "c": .score, "s": .score,
    "v": .score, "vis": .score, "visibility": .score, "likelihood": .score, "p": .score,
    "prob": .score, "probability": .score, "state": .score, "certainty": .score,
    "xcoord": .x, "ycoord": .y, "zcoord": .z, "xpos": .x, "ypos": .y, "zpos": .z,
    "posx": .x, "posy": .y, "posz": .z, "coordx": .x, "coordy": .y, "coordz": .z,
  ]

  /// Words beside an axis that add nothing to it.
  private static let silent: Set<String> = [
    "coord", "coords", "coordinate", "coordinates", "pos", "position", "loc", "location",
    "translation", "tracking", "2d", "3d",
  ]

  private static let units: Set<String> = ["px", "pixel", "pixels", "mm", "cm", "m", "norm"]
}

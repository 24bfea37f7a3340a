import Pose

/// A keypoint's name without its spelling: the side, and the rest run together.
///
/// `left_big_toe`, `LBigToe` and `BigToeLeft` have the key (left, "bigtoe").
struct NameKey: Hashable {
  var side: Side?
  var stem: String

  /// The key of a name's words, a side word at either end taken off.
  init(_ words: [String]) {
    if words.count > 1, let first = words.first, let side = Self.side(of: first) {
      self.init(side: side, stem: Self.joined(words.dropFirst()))
    } else if words.count > 1, let last = words.last, let side = Self.side(of: last) {
      self.init(side: side, stem: Self.joined(words.dropLast()))
    } else {
      self.init(side: nil, stem: Self.joined(words[...]))
    }
  }

  private init(side: Side?, stem: String) {
    self.side = side
    self.stem = stem
  }

  /// The key itself, then the keys that a side hidden in the word would give: `leftknee`,
  /// `kneeleft`, `lknee`, `kneel`. Best first.
  var readings: [NameKey] {
    guard side == nil else { return [self] }
    var readings = [self]
    for (word, side) in Self.sides where stem.count > word.count + 1 {
      if stem.hasPrefix(word) {
        readings.append(NameKey(side: side, stem: String(stem.dropFirst(word.count))))
      }
      if stem.hasSuffix(word) {
        readings.append(NameKey(side: side, stem: String(stem.dropLast(word.count))))
      }
    }
    return readings
  }

  private static let sides: [(String, Side)] = [
    ("left", .left), ("right", .right), ("l", .left), ("r", .right),
  ]

  static func side(of word: String) -> Side? {
    sides.first { $0.0 == word }?.1
  }

  private static let silent: Set = ["joint", "keypoint", "landmark", "marker"]

  /// Words run together; a number's leading zeros and words that say nothing are dropped.
  private static func joined(_ words: ArraySlice<String>) -> String {
    let telling = words.filter { !silent.contains($0) }
    return (telling.isEmpty ? Array(words) : telling).reduce(into: "") { stem, word in
      guard let (letters, number) = Words.numbered(word) else { return stem += word }
      stem += "\(letters)\(number)"
    }
  }
}

/// Finds the word that was probably meant.
package enum Spelling {
  /// The known word with the fewest letters to change, add, take out or swap; nil when that is
  /// more than a third of it. O(known × length²).
  package static func nearest(to word: String, among known: [String]) -> String? {
    let scored = known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }
    guard let best = scored.min(by: { $0.0 < $1.0 }) else { return nil }
    return best.0 <= max(1, best.1.utf8.count / 3) ? best.1 : nil
  }

  /// The restricted edit distance (Damerau 1964).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}

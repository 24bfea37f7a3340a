/// Finds the name that was probably meant.
enum Suggestion {
  /// The pair of a wanted and a given name that lie nearest to each other, if at most a third of
  /// the letters differ.
  static func nearest(
    to wanted: [String], among given: [String]
  ) -> (meant: String, found: String)? {
    var best: (meant: String, found: String, distance: Int)?
    for meant in wanted {
      for found in given {
        let limit = max(1, meant.count / 3)
        let distance = distance(meant, found.lowercased(), limit: limit)
        if distance <= limit, distance < best?.distance ?? .max { best = (meant, found, distance) }
      }
    }
    return best.map { ($0.meant, $0.found) }
  }

  /// Letters to change, add or drop (Levenshtein); the greatest number where the lengths alone
  /// differ by more than the limit. O(product of the lengths).
  static func distance(_ a: String, _ b: String, limit: Int) -> Int {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard abs(a.count - b.count) <= limit else { return .max }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let changed = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

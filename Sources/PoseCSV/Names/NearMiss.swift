import Pose

/// A keypoint that a file lacks, and the unexplained name in it that was probably meant for it.
enum NearMiss {
  /// A sentence for each missing keypoint of a layout that an unknown name comes near; a name
  /// serves once, for the keypoint it is nearest to.
  static func sentences(_ layout: Layout, present: [Joint], unknown: [String]) -> [String] {
    let missing = layout.keypoints.filter { keypoint in
      keypoint.joint.map { !present.contains($0) } ?? false
    }
    var best: [String: (place: Int, distance: Int)] = [:]
    for (place, keypoint) in missing.enumerated() {
      guard let near = nearest(to: keypoint.name, among: unknown) else { continue }
      if near.distance < best[near.found]?.distance ?? .max {
        best[near.found] = (place, near.distance)
      }
    }
    return best.sorted { $0.value.place < $1.value.place }.compactMap { found, near in
      let meant = missing[near.place]
      return meant.joint.map {
        "no column for the \($0.words); found '\(Shown.text(found))': did you mean "
          + "'\(meant.name)'?"
      }
    }
  }

  /// The given name nearest to a wanted one: of the same side, and at most a third of the other
  /// letters differ. Names of less than three letters are like too many others.
  static func nearest(
    to wanted: String, among given: [String]
  ) -> (found: String, distance: Int)? {
    let key = NameKey(Words.of(wanted))
    guard key.stem.count >= 3 else { return nil }
    let limit = max(1, key.stem.count / 3)
    var best: (found: String, distance: Int)?
    for found in given {
      for reading in NameKey(Words.of(found)).readings where reading.side == key.side {
        let distance = Suggestion.distance(key.stem, reading.stem, limit: limit)
        if distance <= limit, distance < best?.distance ?? .max { best = (found, distance) }
      }
    }
    return best
  }
}

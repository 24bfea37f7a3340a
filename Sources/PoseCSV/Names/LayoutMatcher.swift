import Pose

/// Finds the layout that explains a file's keypoint names, and the joint of each.
struct LayoutMatcher {
  /// A layout's names by key, aliases included.
  private struct Index {
    var layout: Layout
    var keypoints: [NameKey: Int]

    init(_ layout: Layout) {
      self.layout = layout
      keypoints = [:]
      for (i, keypoint) in layout.keypoints.enumerated() {
        let key = NameKey(Words.of(keypoint.name))
        if keypoints[key] == nil { keypoints[key] = i }
      }
      for (i, keypoint) in layout.keypoints.enumerated() {
        for alias in keypoint.aliases {
          let key = NameKey(Words.of(alias))
          if keypoints[key] == nil { keypoints[key] = i }
        }
      }
    }

    func keypoint(_ name: NameKey) -> Int? {
      for reading in name.readings {
        if let keypoint = keypoints[reading] { return keypoint }
      }
      return nil
    }
  }

  /// What the names were taken for.
  struct Match {
    var layout: Layout
    /// The joint of each name, nil where it is none that the analysis uses.
    var joints: [Joint?]
    /// Whether each name is a keypoint of some layout.
    var known: [Bool]
  }

  private let indices: [Index]

  init(_ layouts: [Layout]) { indices = layouts.map(Index.init) }

  private static let registry = LayoutMatcher(LayoutRegistry.all)

  /// Matches against every layout of the registry.
  static func match(_ names: [[String]]) -> Match { registry.match(names) }

  /// Matches against one layout, with the free names for what it does not know.
  static func match(_ names: [[String]], as layout: Layout) -> Match {
    let keys = names.map { NameKey($0) }
    let matcher = LayoutMatcher([layout])
    return matcher.resolve(keys, by: matcher.indices[0])
  }

  /// The layout that knows most of the names, of several the smallest. It must have 85 % of its
  /// keypoints in the file, or know half of the names, two of which are no free names; else the
  /// names are free names.
  func match(_ names: [[String]]) -> Match {
    let keys = names.map { NameKey($0) }
    var best: (index: Index, found: Int)?
    for index in indices where index.layout.id != Layout.named.id {
      let found = Set(keys.compactMap(index.keypoint)).count
      guard found > 0 else { continue }
      let isBetter =
        best.map {
          found > $0.found
            || found == $0.found && index.layout.keypoints.count < $0.index.layout.keypoints.count
        } ?? true
      if isBetter { best = (index, found) }
    }
    let free = Self.free
    if let best {
      let unexplained = keys.count { best.index.keypoint($0) != nil && free.keypoint($0) == nil }
      // Many names beyond the layout's own, all of them free names: a table of free names.
      let byFree = Set(keys.compactMap(free.keypoint)).count
      if unexplained == 0, 5 * byFree > 6 * best.found { return resolve(keys, by: free) }
      let isWhole = Double(best.found) >= 0.85 * Double(best.index.layout.keypoints.count)
      if isWhole || unexplained >= 2 && 2 * best.found >= keys.count {
        return resolve(keys, by: best.index)
      }
    }
    return resolve(keys, by: free)
  }

  private static let free = Index(.named)

  /// A name is looked up in its layout, then among the free names, then in every other layout.
  /// A joint is given once; the first name has it.
  private func resolve(_ keys: [NameKey], by index: Index) -> Match {
    let order = [index, Self.free] + Self.registry.indices
    var taken = Set<Joint>()
    var joints: [Joint?] = []
    var known: [Bool] = []
    for key in keys {
      var joint: Joint?
      var isKnown = false
      for index in order {
        guard let keypoint = index.keypoint(key) else { continue }
        isKnown = true
        joint = index.layout.keypoints[keypoint].joint
        break
      }
      if let found = joint, !taken.insert(found).inserted { joint = nil }
      joints.append(joint)
      known.append(isKnown)
    }
    return Match(layout: index.layout, joints: joints, known: known)
  }
}

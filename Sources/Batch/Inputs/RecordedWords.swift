internal import Faults
internal import Pose

/// The words that a sidecar or a manifest may say of a recording.
enum RecordedWords {
  static let styles = Style.allCases.map(\.rawValue)
  static let units = Units.allCases.map(\.rawValue)

  /// The keys of a sidecar, and with `path` the columns of a manifest.
  static let keys = [
    "athlete", "date", "set", "load_kg", "style", "fps", "width", "height", "view", "units",
  ]

  /// What is said of keys that mean nothing here: a clause with what was probably meant; nil
  /// without any. `kind` is what one of them is called.
  static func unknown(_ keys: [String], kind: String) -> String? {
    guard !keys.isEmpty else { return nil }
    let told = keys.prefix(mostTold).map { key in
      "'\(key)'" + (meant(key).map { " (did you mean '\($0)'?)" } ?? "")
    }
    let rest = keys.count > mostTold ? ["\(keys.count - mostTold) more"] : []
    return "passed over the \(kind)\(keys.count == 1 ? "" : "s") "
      + Wording.list(told + rest)
  }

  /// Other words for a key, whose letters would lead elsewhere: 'weight' to 'height'.
  private static let synonyms = [
    "weight": "load_kg", "load": "load_kg", "lifter": "athlete", "frame_rate": "fps",
  ]

  /// The known key that a word stands for or is nearest to; nil where none is near.
  static func meant(_ key: String) -> String? {
    let key = key.lowercased()
    return synonyms[key] ?? Spelling.nearest(to: key, among: keys)
  }

  /// Keys that a sentence names.
  private static let mostTold = 3
}

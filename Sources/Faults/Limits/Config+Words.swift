extension Config {
  /// Every setting as a name and a value, in a fixed order: what reports print, so that a reader
  /// knows by which limits a set was judged.
  package var words: [(name: String, value: String)] {
    var words: [(name: String, value: String)] = []
    if let style { words.append(("style", style.rawValue)) }
    words += limits.map { Self.words($0, for: nil) }
    for style in Style.allCases {
      words += (styles[style] ?? []).map { Self.words($0, for: "style \(style.rawValue)") }
    }
    for group in classes {
      words.append(("class \(group.name)", group.members.joined(separator: ", ")))
      if let style = group.settings.style {
        words.append(("style of class \(group.name)", style.rawValue))
      }
      words += group.settings.limits.map { Self.words($0, for: "class \(group.name)") }
    }
    for name in athletes.keys.sorted() {
      guard let athlete = athletes[name] else { continue }
      if let style = athlete.style { words.append(("style of \(name)", style.rawValue)) }
      words += athlete.limits.map { Self.words($0, for: name) }
    }
    return words
  }

  private static func words(
    _ override: Override, for whom: String?
  ) -> (name: String, value: String) {
    let degrees: [(String, Float?)] = [
      ("mild", override.mild), ("moderate", override.moderate), ("severe", override.severe),
    ]
    let values = degrees.compactMap { degree, value in value.map { "\(degree) \($0)" } }
    let name = "limit \(override.fault.rawValue).\(override.limit)"
    return (whom.map { "\(name) of \($0)" } ?? name, values.joined(separator: ", "))
  }
}

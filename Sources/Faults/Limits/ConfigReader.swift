import Yams

extension Config {
  /// Reads settings from YAML. `file` is the name that errors show.
  ///
  /// Every key has to be known and every limit in its place: a misspelled setting that is passed
  /// over would judge by other limits than the reader believes. Empty text gives no settings.
  package init(yaml: String, file: String) throws(ConfigError) {
    self.init()
    guard let root = try ConfigReader.compose(yaml, file: file) else { return }
    let reader = ConfigReader(file: file)
    for (key, value) in try reader.pairs(root, of: "the settings") {
      switch key.text {
      case "style": style = try reader.style(value)
      case "limits": limits = try reader.overrides(value)
      case "styles":
        for (name, faults) in try reader.pairs(value, of: "'styles'") {
          let style = try reader.style(named: name)
          styles[style] = try reader.overrides(faults)
        }
      case "classes":
        for (name, settings) in try reader.pairs(value, of: "'classes'") {
          classes.append(try reader.group(settings, name: name.text))
        }
      case "athletes":
        for (name, settings) in try reader.pairs(value, of: "'athletes'") {
          athletes[name.text] = try reader.athlete(settings, name: name.text)
        }
      default:
        throw reader.unknown(
          key, among: ["style", "limits", "styles", "classes", "athletes"], what: "setting")
      }
    }
    try checkOrder(reader)
  }

  /// Merged with what they change, all limits have to grow from mild to severe.
  private func checkOrder(_ reader: ConfigReader) throws(ConfigError) {
    let named = Set(athletes.keys).union(classes.flatMap(\.members))
    let everyone = named.sorted().map { ($0 as String?, style(of: $0)) }
    let all = Style.allCases.map { (nil as String?, $0) } + everyone
    for (athlete, style) in all {
      let limits = limits(style: style, athlete: athlete)
      for fault in FaultID.allCases {
        for set in limits[fault] where !set.isOrdered {
          let values = set.values.map { Wording.fixed($0, digits: 2) }
          throw ConfigError(
            file: reader.file, line: 1, column: 1,
            message: "the limits '\(set.name)' of \(fault.rawValue) are \(Wording.list(values)) "
              + "for style \(style.rawValue); expected them to \(set.direction.growth) from mild "
              + "to severe")
        }
      }
    }
  }
}

extension LimitSet.Direction {
  fileprivate var growth: String { self == .above ? "rise" : "fall" }
}

/// Walks the nodes of a settings file, with the place of each at hand.
struct ConfigReader {
  let file: String

  struct Key {
    var text: String
    var node: Node
  }

  static func compose(_ yaml: String, file: String) throws(ConfigError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      var place = (line: 1, column: 1)
      var problem = "not valid YAML"
      switch error as? YamlError {
      case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
        .composer(_, let text, let mark, _):
        place = (mark.line, mark.column)
        problem += ": \(text)"
      case .duplicatedKeysInMapping(_, let context):
        place = (context.mark.line, context.mark.column)
        problem = "a key is given twice"
      default: break
      }
      throw ConfigError(file: file, line: place.line, column: place.column, message: problem)
    }
  }

  func error(_ node: Node, _ message: String) -> ConfigError {
    ConfigError(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message)
  }

  func unknown(_ key: Key, among known: [String], what: String) -> ConfigError {
    if let near = Spelling.nearest(to: key.text, among: known) {
      return error(key.node, "unknown \(what) '\(key.text)'; did you mean '\(near)'?")
    }
    let list = Wording.list(known, joinedBy: "or")
    return error(key.node, "unknown \(what) '\(key.text)'; expected \(list)")
  }

  func pairs(_ node: Node, of what: String) throws(ConfigError) -> [(Key, Node)] {
    if node.scalar?.string.isEmpty == true || node.null != nil { return [] }
    guard let mapping = node.mapping else {
      throw error(node, "expected names and values in \(what)")
    }
    var pairs: [(Key, Node)] = []
    for (key, value) in mapping {
      guard let text = key.scalar?.string else { throw error(key, "expected a name") }
      pairs.append((Key(text: text, node: key), value))
    }
    return pairs
  }

  func style(_ node: Node) throws(ConfigError) -> Style {
    guard let text = node.scalar?.string else { throw error(node, "expected a style of squat") }
    return try style(named: Key(text: text, node: node))
  }

  func style(named key: Key) throws(ConfigError) -> Style {
    guard let style = Style(rawValue: key.text) else {
      throw unknown(key, among: Style.allCases.map(\.rawValue), what: "style")
    }
    return style
  }

  func athlete(_ node: Node, name: String) throws(ConfigError) -> Config.Athlete {
    var athlete = Config.Athlete(style: nil, limits: [])
    for (key, value) in try pairs(node, of: "'\(name)'") {
      switch key.text {
      case "style": athlete.style = try style(value)
      case "limits": athlete.limits = try overrides(value)
      default: throw unknown(key, among: ["style", "limits"], what: "setting")
      }
    }
    return athlete
  }

  func group(_ node: Node, name: String) throws(ConfigError) -> Config.Group {
    var group = Config.Group(
      name: name, members: [], settings: Config.Athlete(style: nil, limits: []))
    for (key, value) in try pairs(node, of: "'\(name)'") {
      switch key.text {
      case "athletes": group.members = try names(value)
      case "style": group.settings.style = try style(value)
      case "limits": group.settings.limits = try overrides(value)
      default: throw unknown(key, among: ["athletes", "style", "limits"], what: "setting")
      }
    }
    guard !group.members.isEmpty else {
      throw error(node, "the class '\(name)' has no athletes; expected a list 'athletes'")
    }
    return group
  }

  private func names(_ node: Node) throws(ConfigError) -> [String] {
    guard let list = node.sequence else { throw error(node, "expected a list of names") }
    var names: [String] = []
    for item in list {
      guard let name = item.scalar?.string else { throw error(item, "expected a name") }
      names.append(name)
    }
    return names
  }

  /// Limits by mistake and name.
  func overrides(_ node: Node) throws(ConfigError) -> [Config.Override] {
    var overrides: [Config.Override] = []
    for (key, value) in try pairs(node, of: "the limits") {
      guard let fault = FaultID(rawValue: key.text) else {
        throw unknown(key, among: FaultID.allCases.map(\.rawValue), what: "mistake")
      }
      let sets = FaultRegistry.rule(fault).documentation.limits
      for (name, values) in try pairs(value, of: "'\(key.text)'") {
        guard let set = sets.first(where: { $0.name == name.text }) else {
          throw unknown(name, among: sets.map(\.name), what: "limit of \(key.text)")
        }
        overrides.append(try override(values, fault: fault, set: set))
      }
    }
    return overrides
  }

  private func override(
    _ node: Node, fault: FaultID, set: LimitSet
  ) throws(ConfigError) -> Config.Override {
    var result = Config.Override(fault: fault, limit: set.name)
    if let list = node.sequence {
      guard list.count == 3 else {
        throw error(
          node, "\(list.count) values for '\(set.name)'; expected three: mild, moderate, severe")
      }
      result.mild = try number(list[0])
      result.moderate = try number(list[1])
      result.severe = try number(list[2])
      return result
    }
    for (key, value) in try pairs(node, of: "'\(set.name)'") {
      switch Severity(rawValue: key.text) {
      case .mild: result.mild = try number(value)
      case .moderate: result.moderate = try number(value)
      case .severe: result.severe = try number(value)
      case nil: throw unknown(key, among: Severity.allCases.map(\.rawValue), what: "severity")
      }
    }
    return result
  }

  private func number(_ node: Node) throws(ConfigError) -> Float {
    guard let text = node.scalar?.string, let value = Float(text), value.isFinite else {
      throw error(node, "'\(node.scalar?.string ?? "…")' is not a number")
    }
    return value
  }
}

import Pose
import Yams

extension Mapping {
  /// Reads a mapping file. Throws with the line and column of what it does not understand: a key
  /// that is unknown (with the one that was probably meant), a joint that is none, a value of the
  /// wrong kind.
  package init(yaml: String, file: String) throws(PoseCSVError) {
    let root: Node?
    do {
      root = try compose(yaml: yaml)
    } catch {
      throw Self.syntax(error, file)
    }
    guard let root, case .mapping(let mapping) = root else {
      throw PoseCSVError(
        .mapping, "is no mapping file: expected 'keypoints:' with a list", file: file, line: 1)
    }
    var reader = MappingReader(file: file)
    self = try reader.read(mapping)
  }

  private static func syntax(_ error: any Error, _ file: String) -> PoseCSVError {
    guard let error = error as? YamlError else {
      return PoseCSVError(.mapping, "is no YAML: \(error)", file: file)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return PoseCSVError(
        .mapping, "is no YAML: \(problem)", file: file, line: mark.line, column: mark.column)
    default: return PoseCSVError(.mapping, "is no YAML", file: file)
    }
  }
}

/// Walks a mapping file's nodes.
private struct MappingReader {
  var file: String

  static let keys = [
    "name", "title", "dimensions", "units", "fps", "header", "frame", "time", "time_unit",
    "person", "keypoints",
  ]
  static let keypointKeys = ["name", "joint", "aliases", "x", "y", "z", "score"]

  mutating func read(_ root: Node.Mapping) throws(PoseCSVError) -> Mapping {
    var mapping = Mapping(
      layout: Layout(
        id: "mapping", title: file, dimensions: [2, 3], source: file, keypoints: []))
    for (keyNode, value) in root {
      let key = try text(keyNode)
      switch key {
      case "name": mapping.layout.id = try text(value)
      case "title": mapping.layout.title = try text(value)
      case "dimensions": mapping.layout.dimensions = [Int(try number(value, in: 2...3))]
      case "units": mapping.units = try units(value)
      case "fps": mapping.fps = try number(value, in: 1...10_000)
      case "header": mapping.isHeaderless = try !bool(value)
      case "frame": mapping.frame = try column(value)
      case "time": mapping.time = try column(value)
      case "time_unit": mapping.timeUnit = try timeUnit(value)
      case "person": mapping.person = try column(value)
      case "keypoints": try keypoints(value, &mapping)
      default: throw unknown(key, among: Self.keys, at: keyNode)
      }
    }
    guard !mapping.layout.keypoints.isEmpty else {
      throw error("has no keypoints; expected a list 'keypoints:'", at: nil)
    }
    return mapping
  }

  private func keypoints(_ node: Node, _ mapping: inout Mapping) throws(PoseCSVError) {
    guard case .sequence(let items) = node else {
      throw error("expected a list of keypoints", at: node)
    }
    var taken: [Joint: String] = [:]
    for item in items {
      let (keypoint, columns) = try keypoint(item)
      if let joint = keypoint.joint, let other = taken.updateValue(keypoint.name, forKey: joint) {
        throw error("'\(other)' and '\(keypoint.name)' are the same joint", at: item)
      }
      mapping.layout.keypoints.append(keypoint)
      mapping.columns.append(columns)
    }
  }

  private func keypoint(
    _ node: Node
  ) throws(PoseCSVError) -> (Layout.Keypoint, Mapping.Columns?) {
    if case .scalar = node {
      let name = try text(node)
      return (Layout.Keypoint(name, JointNames.joint(named: name)), nil)
    }
    guard case .mapping(let fields) = node else {
      throw error("expected a keypoint: a name, or 'name:' and 'joint:'", at: node)
    }
    var keypoint = Layout.Keypoint("")
    var columns: [String: Mapping.Column] = [:]
    for (keyNode, value) in fields {
      let key = try text(keyNode)
      switch key {
      case "name": keypoint.name = try text(value)
      case "joint": keypoint.joint = try joint(value)
      case "aliases":
        guard case .sequence(let names) = value else {
          throw error("expected a list of names", at: value)
        }
        for name in names { keypoint.aliases.append(try text(name)) }
      case "x", "y", "z", "score": columns[key] = try column(value)
      default: throw unknown(key, among: Self.keypointKeys, at: keyNode)
      }
    }
    if keypoint.name.isEmpty { throw error("the keypoint has no 'name:'", at: node) }
    guard !columns.isEmpty else { return (keypoint, nil) }
    guard let x = columns["x"], let y = columns["y"] else {
      throw error("'\(keypoint.name)' needs both 'x:' and 'y:'", at: node)
    }
    return (keypoint, Mapping.Columns(x: x, y: y, z: columns["z"], score: columns["score"]))
  }

  // MARK: - Values

  private func joint(_ node: Node) throws(PoseCSVError) -> Joint? {
    let name = try text(node)
    if name.isEmpty || name == "none" || name == "~" { return nil }
    guard let joint = JointNames.joint(named: name) else {
      throw unknown(name, among: Joint.allCases.map(JointNames.name), at: node)
    }
    return joint
  }

  private func column(_ node: Node) throws(PoseCSVError) -> Mapping.Column {
    let name = try text(node)
    if let number = Int(name) {
      guard number >= 1 else { throw error("columns count from 1", at: node) }
      return .number(number)
    }
    return .named(name)
  }

  private func units(_ node: Node) throws(PoseCSVError) -> Units {
    let name = try text(node)
    if name == "normalized" { return .normalized }
    guard let units = Units(rawValue: name) else {
      throw unknown(name, among: Units.allCases.map(\.rawValue), at: node)
    }
    return units
  }

  private func timeUnit(_ node: Node) throws(PoseCSVError) -> KeyColumns.TimeUnit {
    switch try text(node) {
    case "s": .seconds
    case "ms": .milliseconds
    case "us": .microseconds
    case "ns": .nanoseconds
    case let name: throw unknown(name, among: ["s", "ms", "us", "ns"], at: node)
    }
  }

  private func bool(_ node: Node) throws(PoseCSVError) -> Bool {
    switch try text(node).lowercased() {
    case "true", "yes": true
    case "false", "no": false
    case let other: throw error("'\(Shown.text(other))' is neither true nor false", at: node)
    }
  }

  private func number(
    _ node: Node, in range: ClosedRange<Double>
  ) throws(PoseCSVError) -> Double {
    let text = try text(node)
    guard let value = Double(text), range.contains(value) else {
      throw error(
        "'\(Shown.text(text))' is no number from \(Int(range.lowerBound)) to "
          + "\(Int(range.upperBound))", at: node)
    }
    return value
  }

  private func text(_ node: Node) throws(PoseCSVError) -> String {
    guard case .scalar(let scalar) = node else {
      throw error("expected one value, not a list or a mapping", at: node)
    }
    return scalar.string
  }

  private func unknown(_ name: String, among known: [String], at node: Node) -> PoseCSVError {
    let near = Suggestion.nearest(to: known, among: [name])
    let hint =
      near.map { "did you mean '\($0.meant)'?" }
      ?? "expected one of \(known.prefix(12).joined(separator: ", "))"
    return error("'\(Shown.text(name))' is not known; \(hint)", at: node)
  }

  private func error(_ message: String, at node: Node?) -> PoseCSVError {
    PoseCSVError(
      .mapping, message, file: file, line: node?.mark?.line, column: node?.mark?.column)
  }
}

import ArgumentParser
import Batch
import Pose
import PoseCSV

/// What a person knows of the recordings; it beats what stands beside a file or in it.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The keypoints' layout, by name or as a mapping file (.yml); recognized where not given. "
        + "'formcheck layouts' lists the names.", valueName: "name|file"))
  var layout: String?

  @Option(help: ArgumentHelp("Frames a second.", valueName: "n"))
  var fps: Double?

  @Option(
    name: .customLong("image-size"),
    help: ArgumentHelp(
      "The video's width and height in pixels, which normalized coordinates need.",
      valueName: "WxH"), transform: ImageShape.init)
  var imageSize: ImageShape?

  @Option(
    help: ArgumentHelp(
      "The unit of the coordinates: px, m, mm or normalised; recognized where not given.",
      valueName: "unit"), transform: Self.units)
  var units: Units?

  @Option(help: "From where the camera saw the lifter; 'auto' estimates it.")
  var view = GivenView.auto

  @Option(
    help: ArgumentHelp(
      "Which person of a file to analyze: an identity, 'all', or 'main' for the largest who "
        + "squats. (default: everyone who squats)", valueName: "id|all|main"))
  var person: String?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "What a file may ask of the reader, such as rows=20000000; repeatable. The limits are "
        + LimitSetting.list + ".", valueName: "name=n"), transform: LimitSetting.init)
  var limits: [LimitSetting] = []

  func validate() throws {
    if let fps, !(fps >= 1 && fps <= 10_000) {
      throw ValidationError("'--fps' is a number from 1 to 10000.")
    }
  }

  /// The options as the reader takes them.
  func read() throws -> ReadOptions {
    var options = ReadOptions()
    options.option.fps = fps
    options.option.width = imageSize?.width
    options.option.height = imageSize?.height
    options.option.view = view.given
    options.units = units
    for limit in limits { options.limits[limit.name] = limit.value }
    switch person {
    case nil: break
    case "all": options.person = .all
    case "main": options.person = .main
    case .some(let id): options.person = .id(id)
    }
    if let layout { options.layout = try Self.layout(layout) }
    return options
  }

  /// The bytes of files that shape the results.
  var sources: [[UInt8]] {
    guard let layout, LayoutRegistry.layout(named: layout) == nil,
      let text = try? TextFile.read(Arguments.bytes(of: [layout])[0])
    else { return [] }
    return [Array(text.utf8)]
  }

  /// What of this shaped the results, for `run.json`.
  var settings: [(name: String, value: String)] {
    var settings: [(name: String, value: String)] = []
    if let layout { settings.append(("layout", layout)) }
    if let fps { settings.append(("fps", "\(fps)")) }
    if let imageSize {
      settings.append(("image-size", "\(Int(imageSize.width))x\(Int(imageSize.height))"))
    }
    if let units { settings.append(("units", units.rawValue)) }
    settings.append(("view", view.word))
    if let person { settings.append(("person", person)) }
    settings += limits.map { ("limit \($0.name.rawValue)", "\($0.value)") }
    return settings
  }

  private static func layout(_ text: String) throws -> LayoutChoice {
    if let layout = LayoutRegistry.layout(named: text) { return .layout(layout) }
    guard text.hasSuffix(".yml") || text.hasSuffix(".yaml") else {
      let names = LayoutRegistry.all.map(\.id).joined(separator: ", ")
      throw ValidationError(
        "'\(text)' is neither a layout nor a mapping file (.yml) for '--layout'; the layouts are "
          + "\(names).")
    }
    do {
      let yaml = try TextFile.read(Arguments.bytes(of: [text])[0])
      return .mapping(try Mapping(yaml: yaml, file: text))
    } catch {
      throw ValidationError("'--layout': \(error)")
    }
  }

  private static func units(_ text: String) throws -> Units {
    if let units = Units(rawValue: text) { return units }
    if text == "normalized" { return .normalized }
    throw ValidationError("'\(text)' is not a unit of '--units'; there are px, m, mm, normalised.")
  }
}

/// One limit as the command line gives it: "rows=20000000".
struct LimitSetting: Sendable {
  var name: Limits.Name
  var value: Int

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = Limits.Name(rawValue: String(parts[0])) else {
      throw ValidationError("'\(text)' is no limit of '--limit'; there are \(Self.list).")
    }
    guard let value = Int(parts[1]), name.range.contains(value) else {
      throw ValidationError(
        "'--limit \(name.rawValue)' is a number from \(name.range.lowerBound) to "
          + "\(name.range.upperBound).")
    }
    self.name = name
    self.value = value
  }

  /// Every limit with what it counts and what it is.
  static let list = Limits.Name.allCases.map {
    "\($0.rawValue) (\($0.meaning), \(Limits()[$0]))"
  }.joined(separator: ", ")
}

/// The video's shape as the command line gives it: "1080x1920".
struct ImageShape: Sendable {
  var width: Double
  var height: Double

  init(_ text: String) throws {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    guard sides.count == 2, sides.allSatisfy({ (1...100_000).contains($0) }) else {
      throw ValidationError("'--image-size' is a width and a height in pixels, such as 1080x1920.")
    }
    width = Double(sides[0])
    height = Double(sides[1])
  }
}

extension GivenView: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }

  package var defaultValueDescription: String { word }

  package static var allValueStrings: [String] { words }
}

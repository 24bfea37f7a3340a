import ArgumentParser
import Batch
import Kinematics
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
  var view: ViewChoice = .auto

  @Option(
    help: ArgumentHelp(
      "Which person of a file to analyze: an identity, 'all', or 'main' for the largest who "
        + "squats. (default: everyone who squats)", valueName: "id|all|main"))
  var person: String?

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
    options.option.view = view == .auto ? nil : view.rawValue
    options.units = units
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
    settings.append(("view", view.rawValue))
    if let person { settings.append(("person", person)) }
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

/// The camera's view as the command line gives it.
enum ViewChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, side, front, oblique
  case threeD = "3d"
}

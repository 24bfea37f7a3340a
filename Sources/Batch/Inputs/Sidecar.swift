internal import Glibc
internal import Pose
internal import PoseCSV
internal import Reports

/// What stands beside a recording `NAME.csv` in `NAME.json`.
struct Sidecar {
  var given = ReadOptions.Given()
  var warnings: [Warning] = []
  /// What the file holds, and why it could not be read.
  private(set) var source: [UInt8] = []

  /// Bytes of the largest sidecar that is read.
  private static let limit = 64 << 10

  /// Reads the sidecar of a recording; empty where there is none. One that cannot be read costs
  /// the recording nothing but a warning.
  init(besides file: InputFile) {
    guard PathText.ending(file.path) != "json" else { return }
    let ending = Array(".json".utf8)
    let name = PathText.text(
      PathText.recordingStem(PathText.lastComponent(file.name)) + ending)
    do throws(SystemError) {
      guard
        let bytes = try Self.bytes(
          PathText.recordingStem(file.path) + ending, isNamed: file.isNamed)
      else { return }
      source = bytes
      take(bytes, from: name)
    } catch {
      guard error.code != ENOENT else { return }
      source = Array("\(error)".utf8)
      warn("\(name) was passed over: \(error).")
    }
  }

  /// Takes the bytes of the sidecar of an archive's member.
  init(_ bytes: [UInt8], besides member: InputFile) {
    let name = PathText.recordingStem(PathText.lastComponent(member.name)) + Array(".json".utf8)
    take(bytes, from: PathText.text(name))
  }

  private mutating func take(_ bytes: [UInt8], from name: String) {
    guard bytes.count <= Self.limit else {
      warn("\(name) is larger than \(Self.limit) bytes and was passed over.")
      return
    }
    do throws(JSONFailure) {
      let value = try JSONValue(bytes)
      guard case .object(let members) = value else {
        return warn("\(name) was passed over: expected an object in braces.")
      }
      given.fps = number(value, "fps", in: 1...10_000, name)
      given.width = number(value, "width", in: 1...100_000, name)
      given.height = number(value, "height", in: 1...100_000, name)
      given.loadKilograms = number(value, "load_kg", in: 0...2000, name)
      given.view = text(value, "view", name, of: GivenView.words).flatMap { GivenView($0)?.given }
      given.athlete = text(value, "athlete", name)
      given.date = text(value, "date", name)
      given.set = text(value, "set", name)
      given.style = text(value, "style", name, of: RecordedWords.styles)
      given.units = text(value, "units", name, of: RecordedWords.units).flatMap(Units.init)
      // Other programs put JSON beside a recording too: only what looks like a slip is told.
      let unknown = members.map { String($0.key.prefix(40)) }
        .filter { !RecordedWords.keys.contains($0) && RecordedWords.meant($0) != nil }
      if let said = RecordedWords.unknown(unknown, kind: "key") {
        warn("\(name): \(said).", .givenUnused)
      }
    } catch {
      warn("\(name):\(error.line):\(error.column): was passed over: \(error.message).")
    }
  }

  private mutating func number(
    _ value: JSONValue, _ key: String, in range: ClosedRange<Double>, _ name: String
  ) -> Double? {
    switch value[key] {
    case nil, .null: return nil
    case .number(let number) where range.contains(number): return number
    default:
      warn(
        "\(name): '\(key)' was passed over: expected a number from \(Int(range.lowerBound)) to "
          + "\(Int(range.upperBound)).")
      return nil
    }
  }

  private mutating func text(
    _ value: JSONValue, _ key: String, _ name: String, of known: [String]? = nil
  ) -> String? {
    let text: String
    switch value[key] {
    case nil, .null: return nil
    case .text(let given): text = String(given.prefix(200))
    case .number(let number) where number == number.rounded() && abs(number) < 1e9:
      text = "\(Int(number))"
    default:
      warn("\(name): '\(key)' was passed over: expected a text in double quotes.")
      return nil
    }
    // A form that nobody filled in says nothing.
    if text.allSatisfy(\.isWhitespace) { return nil }
    guard let known, !known.contains(text) else { return text }
    let words = known.joined(separator: ", ")
    warn("\(name): '\(key)' was passed over: expected one of \(words).")
    return nil
  }

  private mutating func warn(_ message: String, _ code: WarningCode = .sidecarUnreadable) {
    warnings.append(Warning(code: code, message: "The sidecar \(message)"))
  }

  /// The file's bytes, at most one more than the limit; nil when it is no regular file.
  private static func bytes(_ path: [UInt8], isNamed: Bool) throws(SystemError) -> [UInt8]? {
    let follow = isNamed ? 0 : O_NOFOLLOW
    let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY | follow)
    guard try FileKind(file.status()) == .regular else { return nil }
    return try file.read(atMost: limit + 1)
  }
}

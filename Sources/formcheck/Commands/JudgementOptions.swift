import ArgumentParser
import Batch
import Faults
import Reports

/// By which limits the reps are judged.
struct JudgementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with other limits: for everyone, a style of squat, a class or an athlete; "
        + "'formcheck explain' lists the names and the limits that hold without it.",
      valueName: "file.yml"))
  var config: String?

  /// The settings of the file; those that hold without one where none is named.
  func read() throws -> Config {
    guard let config else { return Config() }
    do {
      let yaml = try TextFile.read(Arguments.bytes(of: [config])[0])
      return try Config(yaml: yaml, file: config)
    } catch {
      throw ValidationError("'--config': \(Terminal.visible("\(error)"))")
    }
  }
}

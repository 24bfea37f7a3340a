import ArgumentParser
import Batch

/// The program: a command line over `Batch`, and nothing else.
@main
struct Formcheck: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "formcheck",
    abstract: "Checks the form of filmed squats from keypoint files.",
    discussion: """
      Reads tables of keypoints that a pose estimator or a motion-capture system wrote, finds the \
      reps of every set, measures the joints' angles, and says which of the usual mistakes each \
      rep shows, which it does not, and which the recording cannot show. What it says is an \
      estimate from video, not a diagnosis.
      """,
    version: version,
    subcommands: [
      Analyze.self, Report.self, Inspect.self, Explain.self, Layouts.self, Evaluate.self,
      Worker.self, Compare.self, Trend.self,
    ])

  /// Swift takes the command line from /proc. Where that cannot be read there is none, not even the
  /// program's own name, and nothing must pass for done.
  static func main() {
    guard CommandLine.argc > 0 else {
      let console = Console(color: .never, quiet: true)
      console.complain("the command line cannot be read: /proc/self/maps cannot be opened")
      exit(withError: ExitStatus.internalError)
    }
    Interruption.letWritesFail()
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        // Left to the parser, what only the run finds out would lead to the list of commands.
        let console = Console(color: .never, quiet: true)
        console.say(
          "Error: \(error.message)\nUsage: \(usage(of: type(of: command)))")
        exit(withError: ExitCode.validationFailure)
      }
    } catch {
      exit(withError: error)
    }
  }

  /// How a command is called, and where its options are listed.
  private static func usage(of command: any ParsableCommand.Type) -> String {
    let name = "formcheck \(command.configuration.commandName ?? "")"
    return "\(usageString(for: command))\n  See '\(name) --help' for more information."
  }
}

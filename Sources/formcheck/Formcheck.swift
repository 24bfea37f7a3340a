import ArgumentParser

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
    main(nil)
  }
}

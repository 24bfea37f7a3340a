import ArgumentParser
import Batch
import Comparison
import Pose
import Reports

/// `formcheck compare`: better, worse or the same, against the error of measurement.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two results of a lifter: better, worse or the same.",
    usage: """
      formcheck compare <results> <results> [--athlete <name>] [--json]
      formcheck compare <results> --dates <date> <date> [--athlete <name>] [--json]
      """,
    discussion: """
      Takes two output folders, the earlier first, and compares each athlete that both name; or one \
      folder and two dates:

        formcheck compare january march
        formcheck compare report --athlete 'M. Lindner' --dates 2026-03-02 2026-03-23

      A change counts when it is more than 1.96 times the error of the difference. The error of a \
      side is √(m² + s²/n): m is the error of measurement, which the reps of a set share and which \
      therefore does not shrink with their number n; s is how much they differ. A mistake that every \
      rep of both sides is clear of is the same, whatever changed within its limits. What could not \
      be judged on one of the sides, or was measured in another way, is not compared.

      Exit codes: 0 done; 64 the command line is wrong; 66 there is nothing to compare.
      """)

  @Argument(
    help: ArgumentHelp(
      "Output folders of two runs, or of one; also their formcheck.sqlite or results.ndjson.",
      valueName: "results"))
  var results: [String] = []

  @Option(help: ArgumentHelp("Compare only this athlete's sets.", valueName: "name"))
  var athlete: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two dates as the results have them, of one folder.", valueName: "date"))
  var dates: [String] = []

  @Flag(help: "Print a line of JSON for each athlete.")
  var json = false

  /// The option takes two dates; the parser hands it every word up to the next option.
  private var twoDates: [String] { Array(dates.prefix(2)) }
  private var folders: [String] { Array(dates.dropFirst(2)) + results }

  func validate() throws {
    switch (folders.count, twoDates.count) {
    case (1, 2), (2, 0): break
    case (1, _): throw ValidationError("one folder of results needs '--dates' with two dates")
    case (2, _): throw ValidationError("'--dates' are of one folder of results")
    default: throw ValidationError("two folders of results are compared, or two dates of one")
    }
  }

  func run() throws {
    let console = Console(color: .never, quiet: true)
    let (results, dates) = (folders, twoDates)
    do {
      let sides = try Arguments.bytes(of: results).map(EarlierResults.reports(at:))
      let first = dates.isEmpty ? sides[0] : sides[0].filter { $0.metadata.date == dates[0] }
      let second = dates.isEmpty ? sides[1] : sides[0].filter { $0.metadata.date == dates[1] }
      let names = dates.isEmpty ? results : dates
      var isCompared = false
      let wanted = athlete.map { [$0 as String?] } ?? first.athletes
      for athlete in wanted {
        let a = Group(name: names[0], reports: first.of(athlete))
        let b = Group(name: names[1], reports: second.of(athlete))
        if a.completeReps == 0 || b.completeReps == 0 {
          let who = athlete ?? "the sets without an athlete"
          let place = a.completeReps == 0 ? names[0] : names[1]
          console.complain("\(place): has no complete rep of \(who)")
          continue
        }
        let comparison = Comparison(a, b)
        let text =
          (isCompared ? "\n" : "")
          + ComparisonText.render(comparison, of: athlete, width: Console.outputWidth)
        isCompared = true
        guard
          try Console.answer(
            json ? ComparisonJSON.render(comparison, of: athlete) : Array(text.utf8))
        else { return }
      }
      if !isCompared {
        console.complain("there is nothing to compare: no athlete has complete reps on both sides")
        throw ExitStatus.noInput
      }
      if !json {
        let rule = Terminal.wrapped(ComparisonText.rule, width: Console.outputWidth)
        _ = try Console.answer(Array(("\n" + rule.joined(separator: "\n") + "\n").utf8))
      }
    } catch let error as TextFileError {
      console.complain(error.description)
      throw ExitStatus.noInput
    }
  }
}

import ArgumentParser
import Batch
import Comparison
import Reports

/// `formcheck history`: how each athlete's sets change over dates.
struct Trend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Tell how each athlete's reps change over dates.",
    discussion: """
      Reads the databases (or results.ndjson) of one or more output folders and puts the sets of \
      each athlete in the order of their dates: good reps, the mistakes that the sets show, and \
      measures with the error of their mean. Dates are ordered as texts, so write them as \
      2026-03-23. The results of one recording count once, from the folder that is named last.

      Exit codes: 0 done; 64 the command line is wrong; 66 there are no such results.
      """)

  @Argument(
    help: ArgumentHelp(
      "Output folders, or their formcheck.sqlite or results.ndjson.", valueName: "results"))
  var results: [String]

  @Option(help: ArgumentHelp("Only this athlete.", valueName: "name"))
  var athlete: String?

  @Flag(help: "Print a line of JSON for each athlete, with all measures.")
  var json = false

  func run() throws {
    let console = Console(color: .never, quiet: true)
    do {
      var reports: [RecordingReport] = []
      for path in Arguments.bytes(of: results) {
        reports += try EarlierResults.reports(at: path)
      }
      var histories = History.all(reports.lastOfEach)
      if let athlete { histories = histories.filter { $0.athlete == athlete } }
      if histories.isEmpty {
        console.complain(
          athlete.map { "there are no sets of \($0) in these results" }
            ?? "there are no sets in these results")
        throw ExitStatus.noInput
      }
      for (place, history) in histories.enumerated() {
        let text = (place > 0 ? "\n" : "") + HistoryText.render(history, width: Console.outputWidth)
        guard try Console.answer(json ? ComparisonJSON.render(history) : Array(text.utf8)) else {
          return
        }
      }
    } catch let error as TextFileError {
      console.complain(error.description)
      throw ExitStatus.noInput
    }
  }
}

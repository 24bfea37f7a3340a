import ArgumentParser
import Batch
import Evaluation
import Reports

/// `formcheck evaluate`: how well results agree with a coach's labels.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare results with a coach's labels.",
    discussion: """
      LABELS is a table with a header, in one of two forms. Long: columns recording, rep, fault, \
      present. Wide: columns recording, rep, and one for each mistake, named as results name it; \
      an empty cell is no label. An answer is yes, no, 1, 0, true or false. Without a rep the \
      whole set is meant. A recording is named as in the results, or by the end of its path where \
      that tells it. A column 'person' tells the people of one recording apart; columns note, \
      notes, comment, coach and date are passed over.

      Prints for each mistake how often both agree, precision, recall, F1 and Cohen's kappa with \
      95 % intervals, and which limits would agree better. No limit is changed: --suggest writes \
      them to a file to try with --config.

      Exit codes: 0 done; 2 done, but some labels have no result; 64 the command line, the labels \
      or the results are wrong; 66 there is no such file; 74 the output cannot be written.
      """)

  @Argument(help: "The table of labels (.csv).")
  var labels: String

  @Argument(help: "The output folder of a run with results.ndjson, or that file.")
  var results: String

  @Option(
    help: ArgumentHelp(
      "Write the limits that would agree better to this file, as settings to try.",
      valueName: "file.yml"))
  var suggest: String?

  @Flag(help: "Print a line of JSON.")
  var json = false

  func run() throws {
    let console = Console(color: .never, quiet: true)
    do {
      let labels = try NamedFile(Arguments.bytes(of: [labels])[0])
      let results = try NamedFile(
        Arguments.bytes(of: [results])[0], orInFolder: "results.ndjson")
      let evaluation = Evaluation(
        try LabelTable(labels.bytes, file: labels.name),
        try ResultsTable(ndjson: results.bytes, file: results.name))
      if let suggest {
        try NamedFile.write(
          SettingsToTry.yaml(evaluation), to: Arguments.bytes(of: [suggest])[0])
      }
      _ = try Console.answer(
        json ? EvaluationJSON.render(evaluation) : EvaluationText.render(evaluation))
      for row in evaluation.unmatched {
        console.complain("\(labels.name):\(row.line): \(row.reason)")
      }
      if !evaluation.unmatched.isEmpty { throw ExitStatus.someUnusable }
    } catch let error as TextFileError {
      console.complain(error.description)
      throw ExitStatus.noInput
    } catch let error as EvaluationError {
      console.complain(error.description)
      throw ExitCode.validationFailure
    } catch let error as RunError {
      console.complain(error.description)
      throw ExitStatus.of(error)
    }
  }
}

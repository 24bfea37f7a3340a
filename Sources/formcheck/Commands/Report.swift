import ArgumentParser
import Batch
import Reports

/// `formcheck report`: the pages again, from results alone.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the pages of an output folder again from its results.",
    discussion: """
      Reads results.ndjson, run.json and the data beside the pages, and analyzes nothing: for pages \
      in the form of this version, or after pages were lost. Results and data stay as they are.

      Exit codes: 0 done; 66 the folder does not hold the results of a finished run; 74 a page \
      cannot be written; 75 another run is writing into the folder.
      """)

  @Argument(help: ArgumentHelp("A folder that 'analyze' wrote.", valueName: "dir"))
  var folder: String

  @Flag(help: "Also print the athletes' pages as athletes.pdf, an A4 page each; needs Chromium.")
  var pdf = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    let console = Console(color: .auto, quiet: quiet)
    let path = Arguments.bytes(of: [folder])[0]
    do {
      let result = try PagesAgain(folder: path, version: Formcheck.version).execute()
      if !result.withoutData.isEmpty, !quiet {
        let (count, first) = (result.withoutData.count, result.withoutData[0])
        console.complain(
          "\(count) of \(result.recordings) pages have no figure and no curves, because their data "
            + "is not there: \(first)\(count > 1 ? " and others" : "")")
      }
      if !quiet {
        for recording in result.withoutPage {
          console.complain("\(Terminal.visible(recording)): has too many reps for a page")
        }
      }
      if pdf { try Printing.athletes(in: path) }
    } catch let error as TextFileError {
      console.complain(error.description)
      throw ExitStatus.noInput
    } catch let error as RunError {
      console.complain(error.description)
      throw ExitStatus.of(error)
    }
  }
}

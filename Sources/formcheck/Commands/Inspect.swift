import ArgumentParser
import Batch
import PoseCSV
import Reports

/// `formcheck inspect`: what was recognized, and why.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Tell what was recognized in files, and what they allow to judge.",
    discussion: """
      Prints each file's layout, joints found and missing, units, frame rate, people, view, and \
      the mistakes that it cannot show, with the reasons. Writes no report.

      Exit codes: 0 all files can be used; 2 some cannot; 64 the command line is wrong; 66 there \
      is no input.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files with keypoints, also compressed or in archives, folders of them, or - for standard "
        + "input."))
  var inputs: [String]

  @OptionGroup(title: "Recordings") var recordings: RecordingOptions

  @Flag(help: "Print a line of JSON for each file.")
  var json = false

  func run() throws {
    let console = Console(color: .never, quiet: true)
    let options = try recordings.read()
    let discovery = Discovery(inputs: Arguments.bytes(of: inputs))
    for sentence in discovery.absent { console.complain(sentence) }
    if discovery.files.isEmpty {
      if discovery.absent.isEmpty { console.complain("there is no file to inspect") }
      throw ExitStatus.noInput
    }
    var isAllUsable = discovery.absent.isEmpty
    for file in discovery.files {
      let (inspections, passedOver) = Inspection.all(
        file, options: options, settings: AnalysisSettings())
      if let passedOver { console.complain(passedOver) }
      for inspection in inspections {
        if let failure = inspection.failure {
          isAllUsable = false
          console.complain(failure)
          if !json { continue }
        }
        guard try Console.answer(bytes(of: inspection)) else { return }
      }
    }
    if !isAllUsable { throw ExitStatus.someUnusable }
  }

  private func bytes(of inspection: Inspection) -> [UInt8] {
    guard json else { return Array((inspection.text + "\n").utf8) }
    var writer = JSONWriter()
    inspection.write(to: &writer)
    return writer.bytes
  }
}

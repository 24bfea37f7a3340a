import ArgumentParser
import Batch
import Faults
import Reports

/// `formcheck worker`: answers to a stream, for engines that run many of them.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answer recordings named on standard input, for cluster engines.",
    discussion: """
      Reads what to analyze from standard input and writes, in the same order, the lines that \
      'analyze' writes into results.ndjson: one for a recording, one each for the people in a \
      file that holds several, one each for the members of an archive. Each answer is written \
      before the next input is turned to. What cannot be read is a line with the status \
      'rejected' and an error, and the stream goes on.

      With --tar, standard input is a tar archive, also compressed, or several one behind \
      another: a folder on its way. It is read as it comes, with one member in memory at a time. \
      A sidecar NAME.json stands directly before or behind its recording; a member .manifest.csv \
      at the top says what is known of the recordings behind it, up to the next one. A recording \
      without a sidecar in front is answered when the next member begins.

      With --tables, each line is followed by one such as {"reps":412,"findings":5321}, and that \
      by as many bytes of the recording's rows of reps.csv and of findings.csv. Their texts stand \
      as they are; an empty one is in quotes, unlike a missing one.

      With --receipts, a line such as {"input":3,"lines":1} closes the answer to each input, \
      counted from 1. With --hello, the first line is an object with the version, the settings, \
      the names of the measures and the columns of the tables.

      Exit codes: 0 the stream was answered to its end, whatever the answers; 2 the tar archive \
      is damaged or cut short, as the last answer says; 64 the command line is wrong, the folder \
      of --root is not there, or the rows have no column 'path'; 74 standard output cannot be \
      written.
      """)

  @Flag(help: "What standard input holds.") var form: StreamForm = .paths

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "Paths end with a NUL rather than a line feed.")
  var endsWithNull = false

  @Option(
    help: ArgumentHelp(
      "The folder that paths are relative to, and must not lead out of; results call a recording "
        + "by its path in there.", valueName: "dir"))
  var root: String?

  @Option(
    help: ArgumentHelp(
      "What results call the tar archive before a member's name. (default: the member's alone)",
      valueName: "name"))
  var name: String?

  @OptionGroup(title: "Recordings") var recordings: RecordingOptions
  @OptionGroup(title: "Judgement") var judging: JudgementOptions

  @Flag(help: "Begin with a line that names the version, the settings, measures and columns.")
  var hello = false

  @Flag(help: "Follow each line with its rows of reps.csv and findings.csv.")
  var tables = false

  @Flag(help: "Say of reps, in the lines, no more than their index and whether they are complete.")
  var brief = false

  @Flag(help: "Close the answer to each input with a line that counts its lines.")
  var receipts = false

  @Option(
    help: ArgumentHelp("How many inputs at the beginning to leave unanswered.", valueName: "n"))
  var skip = 0

  func validate() throws {
    if endsWithNull, form != .paths { throw ValidationError("'--null' is for '--paths'.") }
    if root != nil, form == .tar { throw ValidationError("'--root' is not for '--tar'.") }
    if name != nil, form != .tar { throw ValidationError("'--name' is for '--tar'.") }
    if skip < 0 { throw ValidationError("'--skip' is a number from 0.") }
  }

  func run() throws {
    Memory.keepWhatIsFreed(jobs: 1)
    let config = try judging.read()
    var settings = AnalysisSettings()
    settings.config = config
    settings.keepsFrames = false
    var options = StreamRun.Options()
    options.read = try recordings.read()
    options.root = root.flatMap { Arguments.bytes(of: [$0]).first }
    options.name = name.flatMap { Arguments.bytes(of: [$0]).first } ?? []
    options.isBrief = brief
    options.tables = tables
    options.receipts = receipts
    options.skipped = skip
    if hello {
      let line = HelloWriter.render(
        version: Formcheck.version, settings: recordings.settings + config.words)
      guard Console.output(line) else { throw ExitStatus.outputFailed }
    }
    var run = StreamRun(
      0, options: options, analyze: { [settings] in Pipeline.analyze($0, settings: settings) },
      write: Console.output)
    do throws(StreamRun.Failure) {
      switch form {
      case .paths: try run.answerPaths(endedBy: endsWithNull ? 0 : UInt8(ascii: "\n"))
      case .rows: try run.answerRows()
      case .tar: try run.answerTar()
      }
    } catch {
      Console(color: .never, quiet: true).complain(error.description)
      throw ExitStatus.of(error)
    }
  }
}

/// What standard input holds.
enum StreamForm: EnumerableFlag {
  case paths, rows, tar

  static func help(for form: StreamForm) -> ArgumentHelp? {
    switch form {
    case .paths: "Paths, one a line, byte for byte."
    case .rows: "The rows of a manifest behind its header, as --manifest of 'analyze' takes them."
    case .tar: "A tar archive of recordings."
    }
  }
}

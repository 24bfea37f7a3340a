import ArgumentParser
import Batch
import Faults
import PoseCSV
import Reports

/// `formcheck analyze`: the main job.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyze recordings and write reports.",
    discussion: """
      Searches folders to any depth; results come in the order of the files' names, whatever the \
      number of jobs. A file that cannot be used is named on standard error and listed in the \
      report, and the others are analyzed. Hidden files, and a file NAME.json beside a recording \
      NAME.csv, are no recordings; links within a folder are not followed.

      Exit codes: 0 done; 1 done, and --fail-on was met; 2 done, but some inputs could not be \
      used; 64 the command line is wrong; 66 there is no input; 70 internal error; 74 an output \
      cannot be written; 75 another run is writing into the output folder; 130 and 143 \
      interrupted.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files with keypoints, also compressed or in archives, folders of them, or - for standard "
        + "input."))
  var inputs: [String]

  @OptionGroup(title: "Recordings") var recordings: RecordingOptions

  @Option(
    help: ArgumentHelp(
      "A table of what is known of the recordings: a column 'path', as results name the files, and "
        + "any of athlete, date, set, load_kg, style, fps, width, height, view, units.",
      valueName: "file.csv"))
  var manifest: String?

  @OptionGroup(title: "Judgement") var judging: JudgementOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run() throws {
    let console = Console(color: running.color, quiet: running.quiet)
    let manifest = try manifest.map(Self.manifest)
    let jobs = running.jobs ?? Processors.count
    let batch = try batch(manifest, config: judging.read(), jobs: jobs)
    Interruption.watch()
    Memory.keepWhatIsFreed(jobs: jobs)
    let folderPath = output.folderPath
    let discovery = Discovery(inputs: Arguments.bytes(of: inputs), output: folderPath)
    let missing = discovery.absent + (manifest?.unmatched(discovery) ?? [])
    if let note = manifest?.note, !running.quiet { console.complain(note) }
    for sentence in missing { console.complain(sentence) }
    if discovery.files.isEmpty {
      if discovery.absent.isEmpty { console.complain("there is no file to analyze") }
      throw ExitStatus.noInput
    }
    let result: BatchRun.Result
    do {
      let folder = try folderPath.map { try OutputFolder($0) }
      result = try batch.execute(discovery, into: folder, telling: listener(console))
    } catch let error as RunError {
      console.complain(error.description)
      throw ExitStatus.of(error)
    }
    try finish(result, isComplete: missing.isEmpty, on: console)
  }

  private static func manifest(_ text: String) throws -> Manifest {
    do {
      return try Manifest(path: Arguments.bytes(of: [text])[0])
    } catch {
      throw ValidationError("'--manifest': \(Terminal.visible(error.description))")
    }
  }

  private func batch(_ manifest: Manifest?, config: Config, jobs: Int) throws -> BatchRun {
    var settings = AnalysisSettings()
    settings.config = config
    settings.keepsFrames = output.angles || output.formats.contains(.html)
    var options = BatchRun.Options()
    options.formats = output.formats
    options.angles = output.angles
    options.printed = output.pdf ? output.folderPath : nil
    options.jobs = jobs
    options.version = Formcheck.version
    options.settings = recordings.settings + config.words + output.settings
    options.sources = recordings.sources
    options.isFresh = running.taking == .fresh
    if running.verbose { options.toldSets = nil }
    return BatchRun(
      options: options, read: Reading.with(try recordings.read(), manifest: manifest),
      analyze: { [settings] in Pipeline.analyze($0, settings: settings) })
  }

  private func listener(_ console: Console) -> BatchRun.Listener {
    var listener = BatchRun.Listener()
    listener.failed = { console.complain($0) }
    if !running.quiet { listener.noted = { console.complain($0) } }
    listener.advanced = { console.progress($0, of: $1) }
    if output.writesResults {
      listener.results = { bytes throws(SystemError) in try Console.emit(bytes) }
    }
    return listener
  }

  private func finish(
    _ result: BatchRun.Result, isComplete: Bool, on console: Console
  ) throws {
    if let signal = result.interruption {
      console.complain("interrupted; the same command goes on from here")
      throw ExitStatus.interrupted(by: signal)
    }
    if !running.quiet {
      let summary = SummaryText(
        result.sets, accounts: result.accounts, usesColor: console.usesColor,
        width: console.width, isVerbose: running.verbose)
      console.say(summary.text)
      if let report = output.shownReport { console.say("\nReport: \(Terminal.visible(report))") }
    }
    if result.accounts.unusable > 0 || !isComplete { throw ExitStatus.someUnusable }
    if let limit = output.failOn.severity, let gravest = result.sets.gravest, gravest >= limit {
      throw ExitStatus.found
    }
  }
}

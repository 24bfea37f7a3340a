package import Reports

/// Analyzes every input, side by side, and loses none.
package struct BatchRun: Sendable {
  /// What goes where.
  package struct Options: Sendable {
    package var formats: Set<Format> = Set(Format.allCases)
    package var angles = false
    /// The path of the output folder, where its athletes' pages are to be printed as well.
    package var printed: [UInt8]?
    /// How many files are in work at a time, at least 1. No output depends on it.
    package var jobs = 1
    package var version = ""
    /// The settings that shaped the results, for `run.json`, by option name.
    package var settings: [(name: String, value: String)] = []
    /// Whatever else the results depend on, such as the bytes of a mapping file.
    package var sources: [[UInt8]] = []
    /// Nothing is taken over from an earlier run.
    package var isFresh = false
    /// How many sets the result tells of, those with the most to do; nil for all.
    package var toldSets: Int? = SummaryText.mostRows

    package init() {}
  }

  /// What a run says while it goes, always in the order of the inputs.
  package struct Listener: Sendable {
    /// A file that could not be used, in a sentence.
    package var failed: @Sendable (String) -> Void = { _ in }
    /// Something about a file that costs it nothing, in a sentence.
    package var noted: @Sendable (String) -> Void = { _ in }
    /// Files done, of all.
    package var advanced: @Sendable (Int, Int) -> Void = { _, _ in }
    /// Lines of NDJSON for standard output, one call after another; nil when nobody wants them.
    package var results: (@Sendable ([UInt8]) throws(SystemError) -> Void)?

    package init() {}
  }

  /// What a finished run leaves to say.
  package struct Result: Sendable {
    package var accounts: RunAccounts
    package var sets: WorstSets
    /// The signal that ended the run before its time.
    package var interruption: Int32?
  }

  private let options: Options
  private let read: ReadTables
  private let analyze: AnalyzeRecording

  package init(
    options: Options, read: @escaping ReadTables, analyze: @escaping AnalyzeRecording
  ) {
    self.options = options
    self.read = read
    self.analyze = analyze
  }

  /// Runs, and writes everything into the folder when there is one; `run.json` comes last.
  package func execute(
    _ discovery: Discovery, into folder: OutputFolder?, telling listener: Listener
  ) throws(RunError) -> Result {
    let files = discovery.files
    let resumption = try folder.map { folder throws(RunError) in
      try Resumption(folder, settings: options.digest, isFresh: options.isFresh)
    }
    if let resumption { Interruption.note(in: resumption.marks) }
    let worker = Worker(
      read: read, analyze: analyze, formats: options.formats, anglesWanted: options.angles,
      names: OutputNames(files), folder: folder,
      pages: options.formats.contains(.html) ? Pages(version: options.version) : nil,
      resultsWanted: options.formats.contains(.json) || listener.results != nil,
      resumption: resumption)
    var collector = try Collector(
      folder: folder, resumption: resumption, options: options, listener: listener)
    collector.accounts.passedOver = discovery.passedOver

    try analyze(files, with: worker) { outcome, count throws(RunError) in
      try collector.collect(outcome)
      listener.advanced(count, files.count)
    }
    if let signal = Interruption.signal {
      try collector.save()
      return collector.result(interruption: signal)
    }
    return try collector.finish()
  }

  /// Analyzes the files side by side, and hands on their shares, and how many those are by then, in
  /// the order of the files and on this thread.
  private func analyze(
    _ files: InputFiles, with worker: Worker,
    _ collect: (Outcome, Int) throws(RunError) -> Void
  ) throws(RunError) {
    let schedule = Shared(
      Schedule(count: files.count, jobs: options.jobs) {
        worker.resumption?.isSuspect(files[$0]) ?? false
      })
    @Sendable func process(_ job: Schedule.Job) {
      let outcome = worker.process(files[job.index], isAlone: job.isAlone)
      schedule.with { schedule in
        schedule.finish(job, outcome)
        if Interruption.signal != nil { schedule.stop() }
      }
    }
    // Collecting waits for the disk at times: with more than one job it has this thread for itself.
    let jobs = min(options.jobs, files.count)
    let helpers = Helpers(jobs > 1 ? jobs : 0) {
      while case .analyze(let job) = schedule.wait({ $0.start().map(Step.analyze) ?? $0.end }) {
        process(job)
      }
    }
    let isAlone = helpers.count == 0
    defer {
      schedule.with { $0.stop() }
      helpers.join()
      // Whatever happens from here on, no file was the cause.
      worker.resumption?.marks.end()
    }
    while true {
      let step: Step = schedule.wait { schedule in
        if let (outcome, count) = schedule.collect() { return .collect(outcome, count) }
        if isAlone, let job = schedule.start() { return .analyze(job) }
        return schedule.isIdle ? schedule.end : nil
      }
      switch step {
      case .analyze(let job): process(job)
      case .collect(let outcome, let count): try collect(outcome, count)
      case .end: return
      }
    }
  }
}

/// What a thread of a run does next.
private enum Step {
  case analyze(Schedule.Job)
  case collect(Outcome, Int)
  case end
}

extension Schedule {
  /// The end, once no other file will begin.
  fileprivate var end: Step? { isOver ? .end : nil }
}

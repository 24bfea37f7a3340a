package import Reports

/// Analyzes every input, side by side, and loses none.
package struct BatchRun: Sendable {
  /// What goes where.
  package struct Options: Sendable {
    package var formats: Set<Format> = Set(Format.allCases)
    package var angles = false
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
  ) async throws(RunError) -> Result {
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

    var failure: RunError?
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var started = 0
      var finished = 0
      var collected = 0
      var waiting: [Int: Outcome] = [:]
      // Files that finish early wait for those before them; the window bounds how many.
      let window = options.jobs * 16
      // A file that was in work when a process died has no other beside it.
      var isAlone = false
      func start(_ group: inout TaskGroup<(Int, Outcome)>) {
        while started - finished < options.jobs, started < files.count,
          started - collected < window, failure == nil, Interruption.signal == nil
        {
          let index = started
          if isAlone, started > finished { return }
          isAlone = resumption?.isSuspect(files[index]) ?? false
          if isAlone, started > finished { return }
          let hasNoOther = isAlone || options.jobs == 1
          group.addTask { (index, worker.process(files[index], isAlone: hasNoOther)) }
          started += 1
        }
      }
      start(&group)
      while let (index, outcome) = await group.next() {
        finished += 1
        waiting[index] = outcome
        // Of a file that the run ended in, there is nothing to collect, nor of those behind it.
        while failure == nil, waiting[collected]?.isUnfinished != true,
          let outcome = waiting.removeValue(forKey: collected)
        {
          collected += 1
          do throws(RunError) {
            try collector.collect(outcome)
          } catch {
            failure = error
          }
          listener.advanced(collected, files.count)
        }
        start(&group)
      }
    }
    // Whatever happens from here on, no file was the cause.
    resumption?.marks.end()
    if let failure { throw failure }
    if let signal = Interruption.signal {
      try collector.save()
      return collector.result(interruption: signal)
    }
    return try collector.finish()
  }
}

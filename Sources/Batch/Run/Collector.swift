internal import Faults
internal import Reports

/// Puts the files' shares together, in the order of the inputs.
struct Collector: ~Copyable {
  var accounts = RunAccounts()
  private var sets: WorstSets
  /// All sets, for the pages; empty where there are none.
  private var summaries: [SetSummary] = []
  private var judged = Judged()
  private let options: BatchRun.Options
  private let listener: BatchRun.Listener
  private let folder: OutputFolder?
  private let resumption: Resumption?
  private var results: OutputFile?
  private var reps: OutputFile?
  private var findings: OutputFile?
  private var database: DatabaseFile?
  private var ledger: LedgerWriter?
  private var outputs: [String] = []
  /// Bytes of each shared output so far.
  private var lengths = [Int](repeating: 0, count: SharedOutput.allCases.count)
  /// Places of the outputs that recordings have for themselves.
  private var own: Set<UInt64> = []
  /// Why standard output takes no more.
  private var unsaid: RunError?
  /// Files since what was collected was last saved, and when that was.
  private var unsaved = 0
  private var saved = ContinuousClock.now

  /// What was collected is saved after so many files, or so much time.
  private static let filesBetweenSaves = 128
  private static let timeBetweenSaves = Duration.seconds(1)

  /// Opens the outputs that grow with every file.
  init(
    folder: OutputFolder?, resumption: Resumption?, options: BatchRun.Options,
    listener: BatchRun.Listener
  ) throws(RunError) {
    self.folder = folder
    self.resumption = resumption
    self.options = options
    self.listener = listener
    sets = WorstSets(most: options.toldSets)
    guard let folder else { return }
    if options.formats.contains(.json) {
      results = try folder.openShared(SharedOutput.results.name)
      outputs.append(SharedOutput.results.name)
    }
    if options.formats.contains(.csv) {
      reps = try folder.openShared(SharedOutput.reps.name)
      findings = try folder.openShared(SharedOutput.findings.name)
      outputs += [SharedOutput.reps.name, SharedOutput.findings.name]
      var header = CSVWriter()
      RepsTable.writeHeader(to: &header)
      _ = try append(header.bytes, to: .reps)
      header = CSVWriter()
      FindingsTable.writeHeader(to: &header)
      _ = try append(header.bytes, to: .findings)
    }
    if options.formats.contains(.sqlite) {
      database = try DatabaseFile("formcheck.sqlite", in: folder)
      outputs.append("formcheck.sqlite")
    }
    ledger = try LedgerWriter(into: folder, settings: options.digest)
  }

  mutating func collect(_ outcome: Outcome) throws(RunError) {
    if let error = outcome.outputError { throw error }
    for note in outcome.notes { listener.noted(note) }
    for failure in outcome.failures { listener.failed(failure) }
    accounts.add(outcome.isReused ? outcome.accounts.asReused : outcome.accounts)
    for summary in outcome.summaries { sets.add(summary) }
    if options.formats.contains(.html) { summaries += outcome.summaries }
    judged.add(outcome.judged)
    if let spill = outcome.spill { try take(spill) }
    try say(outcome.results)
    let slices = [
      try append(outcome.results, to: .results), try append(outcome.reps, to: .reps),
      try append(outcome.findings, to: .findings),
    ]
    for line in outcome.lines { try database?.add(line) }
    for output in outcome.own { own.insert(output.place) }
    if let fingerprint = outcome.fingerprint {
      try ledger?.add(
        LedgerEntry(
          key: outcome.key, fingerprint: fingerprint, own: outcome.own, slices: slices,
          accounts: outcome.accounts, failures: outcome.failures, notes: outcome.notes,
          summaries: outcome.summaries, judged: outcome.judged))
    }
    unsaved += 1
    if unsaved >= Self.filesBetweenSaves || saved.duration(to: .now) >= Self.timeBetweenSaves {
      try save()
    }
  }

  /// Appends what a recording could not keep in memory.
  private mutating func take(_ spill: Spill) throws(RunError) {
    try say(spill.opening)
    _ = try append(spill.opening, to: .results)
    for output in SharedOutput.allCases {
      try spill[output].forEachBlock { block throws(RunError) in
        if output == .results { try say(block) }
        _ = try append(block, to: output)
      }
    }
  }

  /// Writes lines to standard output, where they are wanted. The folder gets its outputs even when
  /// nobody takes them there.
  private mutating func say(_ lines: [UInt8]) throws(RunError) {
    guard unsaid == nil, let results = listener.results else { return }
    do throws(SystemError) {
      try results(lines)
    } catch {
      let failure = RunError.failed(path: "standard output", reason: error.description)
      if folder == nil { throw failure }
      unsaid = failure
    }
  }

  /// Puts the recordings' own outputs under their names, and hands everything else to the system,
  /// so that a run which goes on from this one finds it.
  mutating func save() throws(RunError) {
    try results?.flush()
    try reps?.flush()
    try findings?.flush()
    try folder?.settle()
    try ledger?.flush()
    unsaved = 0
    saved = .now
  }

  /// Completes the outputs; `run.json` last, when all others are safe.
  consuming func finish() throws(RunError) -> BatchRun.Result {
    guard accounts.balances else { throw .unbalanced(accounts) }
    guard let folder else { return result(interruption: nil) }
    if let file = results.take() { try folder.take(file) }
    if let file = reps.take() { try folder.take(file) }
    if let file = findings.take() { try folder.take(file) }
    try database.take()?.complete()
    if options.formats.contains(.html) {
      let run = Pages.Run(settings: options.settings, accounts: accounts)
      let files = PageFiles(pages: Pages(version: options.version), folder: folder)
      outputs = try files.write(summaries, judged: judged, run: run) + outputs
    } else {
      try PageFiles.remove(from: folder)
    }
    try folder.settle()
    try resumption?.removeOutputs(exceptShared: outputs, own: own)
    try folder.synchronize()
    // What cannot be printed costs none of the results: it is said when they are complete.
    var unprinted: RunError?
    if let path = options.printed {
      do throws(RunError) {
        try Printing.athletes(in: path)
      } catch {
        unprinted = error
      }
    }
    let run = RunWriter.render(
      version: options.version, settings: options.settings, accounts: accounts, outputs: outputs)
    try folder.write(run, to: "run.json")
    try folder.settle()
    try folder.synchronize()
    // Only now is this a run to take files over from, rather than one to go on from.
    try ledger?.finish(outputs, in: folder)
    try folder.settle()
    folder.finish()
    if let unsaid { throw unsaid }
    if let unprinted { throw unprinted }
    return result(interruption: nil)
  }

  func result(interruption: Int32?) -> BatchRun.Result {
    BatchRun.Result(accounts: accounts, sets: sets, interruption: interruption)
  }

  /// Appends to an output, where it is wanted; returns where that lies.
  private mutating func append(
    _ bytes: [UInt8], to output: SharedOutput
  ) throws(RunError) -> LedgerEntry.Slice {
    let isWanted: Bool
    switch output {
    case .results:
      isWanted = results != nil
      try results?.append(bytes)
    case .reps:
      isWanted = reps != nil
      try reps?.append(bytes)
    case .findings:
      isWanted = findings != nil
      try findings?.append(bytes)
    }
    guard isWanted else { return LedgerEntry.Slice(start: 0, count: 0, checksum: 0) }
    let start = lengths[output.rawValue]
    lengths[output.rawValue] += bytes.count
    return LedgerEntry.Slice(start: start, count: bytes.count, checksum: Checksum.of(bytes))
  }
}

internal import Faults
internal import Reports

/// Puts the files' shares together, in the order of the inputs.
struct Collector: ~Copyable {
  var accounts = RunAccounts()
  private var summaries: [SetSummary] = []
  private let listener: BatchRun.Listener
  private let folder: OutputFolder?
  private var results: OutputFile?
  private var reps: OutputFile?
  private var findings: OutputFile?
  private var outputs: [String] = []

  /// Opens the outputs that grow with every file.
  init(
    folder: OutputFolder?, formats: Set<Format>, listener: BatchRun.Listener
  ) throws(RunError) {
    self.folder = folder
    self.listener = listener
    guard let folder else { return }
    if formats.contains(.json) {
      results = try folder.open("results.ndjson")
      outputs.append("results.ndjson")
    }
    if formats.contains(.csv) {
      reps = try folder.open("reps.csv")
      findings = try folder.open("findings.csv")
      outputs += ["reps.csv", "findings.csv"]
      var header = CSVWriter()
      RepsTable.writeHeader(to: &header)
      try reps?.append(header.bytes)
      header = CSVWriter()
      FindingsTable.writeHeader(to: &header)
      try findings?.append(header.bytes)
    }
  }

  mutating func collect(_ outcome: Outcome) throws(RunError) {
    if let error = outcome.outputError { throw error }
    for note in outcome.notes { listener.noted(note) }
    for failure in outcome.failures { listener.failed(failure) }
    accounts.add(outcome.accounts)
    summaries += outcome.summaries
    listener.results?(outcome.results)
    try results?.append(outcome.results)
    try reps?.append(outcome.reps)
    try findings?.append(outcome.findings)
  }

  /// Completes the outputs; `run.json` last, when all others are safe.
  consuming func finish(_ options: BatchRun.Options) throws(RunError) -> BatchRun.Result {
    guard accounts.balances else { throw .unbalanced(accounts) }
    try results.take()?.commit()
    try reps.take()?.commit()
    try findings.take()?.commit()
    if let folder {
      if options.formats.contains(.html) {
        outputs.insert("index.html", at: 0)
        let run = Pages.Run(settings: options.settings, accounts: accounts)
        let index = Pages(version: options.version).index(summaries, run: run)
        try folder.write(index, to: "index.html")
      }
      try folder.synchronize()
      let run = RunWriter.render(
        version: options.version, settings: options.settings, accounts: accounts,
        outputs: outputs)
      try folder.write(run, to: "run.json")
      try folder.synchronize()
    }
    return result(interruption: nil)
  }

  func result(interruption: Int32?) -> BatchRun.Result {
    let severities = summaries.flatMap { summary in
      summary.cells.values.filter { $0.status == .present }.compactMap(\.severity)
    }
    return BatchRun.Result(
      accounts: accounts, summaries: summaries, worst: severities.max(),
      interruption: interruption)
  }
}

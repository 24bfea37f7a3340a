internal import Faults
internal import Pose
internal import Reports

/// What became of one input file: its share of every output.
struct Outcome: Sendable {
  /// Why the file, or members of it, could not be used: sentences with file, line and column.
  var failures: [String] = []
  /// What else is to be said of it, in sentences.
  var notes: [String] = []
  var results: [UInt8] = []
  var reps: [UInt8] = []
  var findings: [UInt8] = []
  var summaries: [SetSummary] = []
  var judged = Judged()
  /// For the database, without their frames; empty when none is wanted.
  var lines: [ResultsReader.Line] = []
  var accounts = RunAccounts()
  /// The outputs that the file has for itself.
  var own: [OwnOutput] = []
  /// The same file gives the same another time.
  var isRepeatable = true
  /// The digest of the file's name, where a ledger is kept.
  var key = Digest(high: 0, low: 0)
  /// What all this was made from; nil when another run cannot go by it.
  var fingerprint: Fingerprint?
  /// A finished run has made it.
  var isReused = false
  /// What of the shared outputs stands before `results`, `reps` and `findings`, where that is too
  /// much for memory.
  var spill: Spill?
  /// The run ended in the middle of the file: there is no share of it.
  var isUnfinished = false
  /// An output of its own could not be written; the run ends.
  var outputError: RunError?

  /// Puts another share behind this one.
  mutating func add(_ other: Outcome) {
    failures += other.failures
    notes += other.notes
    results += other.results
    reps += other.reps
    findings += other.findings
    summaries += other.summaries
    judged.add(other.judged)
    lines += other.lines
    accounts.add(other.accounts)
    own += other.own
    isRepeatable = isRepeatable && other.isRepeatable
    isUnfinished = isUnfinished || other.isUnfinished
    fingerprint = fingerprint ?? other.fingerprint
    spill = spill ?? other.spill
    outputError = outputError ?? other.outputError
  }
}

extension RunAccounts {
  /// Counts one file, or one member of an archive, and the reports made from it.
  mutating func count(_ reports: [RecordingReport]) {
    files += 1
    if reports.contains(where: { $0.status == .warned }) {
      warned += 1
    } else if reports.contains(where: { $0.status == .ok }) {
      ok += 1
    } else {
      rejected += 1
      unusable += 1
    }
    for report in reports where report.status != .rejected {
      recordings += 1
      let counts = report.counts
      reps += counts.all
      completeReps += counts.complete
      goodReps += counts.good
      findingsPresent += counts.present
    }
    // Everyone in a file is read from the same rows.
    guard let rows = reports.first?.accounts else { return }
    rowsRead += rows.read
    rowsUsed += rows.used
    rowsRejected += rows.rejected
    rowsBlank += rows.blank
  }
}

internal import Glibc
internal import Reports

/// A run that wrote into the folder before, finished or not, with the shares of its files.
///
/// Nothing of it is believed unseen: a share is handed out only when the lines it points to and
/// the pages it names are the bytes that were written.
final class EarlierRun: Sendable {
  /// Whether it came to its end.
  let isFinished: Bool
  private let ledger: Descriptor
  private let results: Descriptor?
  private let reps: Descriptor?
  private let findings: Descriptor?
  private let settings: Digest?
  /// Where the ledger has the entry of each file.
  private let places: [Digest: (fingerprint: Fingerprint, place: Int)]
  /// Outputs of the run as a whole.
  let outputs: [String]

  /// Nil when there is no ledger.
  init?(_ kind: OutputFolder.Earlier, in folder: OutputFolder) {
    guard let ledger = folder.openEarlier(OutputFolder.ledgerName, of: kind) else { return nil }
    isFinished = kind == .finished
    results = folder.openEarlier(SharedOutput.results.name, of: kind)
    reps = folder.openEarlier(SharedOutput.reps.name, of: kind)
    findings = folder.openEarlier(SharedOutput.findings.name, of: kind)
    var settings: Digest?
    var places: [Digest: (fingerprint: Fingerprint, place: Int)] = [:]
    var outputs: [String] = []
    LedgerFile.walk(ledger) { kind, body, place in
      var record = RecordReader(body, from: 1)
      do throws(RecordReader.Damaged) {
        switch kind {
        case .beginning:
          guard try record.text() == LedgerFile.form else { return false }
          settings = try record.digest()
        case .entry:
          let (key, fingerprint) = try LedgerEntry.head(from: &record)
          places[key] = (fingerprint, place)
        case .end:
          outputs = try record.list { record throws(RecordReader.Damaged) in try record.text() }
        }
        return settings != nil
      } catch {
        return false
      }
    }
    self.ledger = ledger
    self.settings = settings
    self.places = places
    self.outputs = outputs
  }

  /// Whether its results are those that a run with these settings would have.
  func isOf(_ settings: Digest) -> Bool { self.settings == settings }

  func holds(_ key: Digest, _ fingerprint: Fingerprint) -> Bool {
    places[key]?.fingerprint == fingerprint
  }

  /// The share of a file that is still as it was; nil when it is not, or not wholly there.
  func share(of key: Digest, _ fingerprint: Fingerprint, in folder: OutputFolder) -> Outcome? {
    guard let known = places[key], known.fingerprint == fingerprint,
      var record = LedgerFile.record(ledger, at: known.place),
      let entry = try? LedgerEntry(from: &record), entry.key == key,
      let results = lines(entry.slices[0], in: results),
      let reps = lines(entry.slices[1], in: reps),
      let findings = lines(entry.slices[2], in: findings),
      entry.own.allSatisfy({ folder.checksum(of: $0) == $0.checksum })
    else { return nil }
    var outcome = Outcome()
    outcome.failures = entry.failures
    outcome.notes = entry.notes
    outcome.results = results
    outcome.reps = reps
    outcome.findings = findings
    outcome.summaries = entry.summaries
    outcome.judged = entry.judged
    outcome.accounts = entry.accounts
    outcome.own = entry.own
    return outcome
  }

  /// Hands on every output that one recording had for itself.
  func forEachOwnOutput(_ take: (OwnOutput) -> Void) {
    for (_, place) in places.values {
      guard var record = LedgerFile.record(ledger, at: place),
        (try? LedgerEntry.head(from: &record)) != nil,
        let own = try? LedgerEntry.own(from: &record)
      else { continue }
      own.forEach(take)
    }
  }

  private func lines(
    _ slice: LedgerEntry.Slice, in file: borrowing Descriptor?
  ) -> [UInt8]? {
    if slice.count == 0 { return [] }
    guard slice.start >= 0, slice.count > 0,
      let bytes = Self.read(slice, from: file), bytes.count == slice.count,
      Checksum.of(bytes) == slice.checksum
    else { return nil }
    return bytes
  }

  private static func read(
    _ slice: LedgerEntry.Slice, from file: borrowing Descriptor?
  ) -> [UInt8]? {
    switch file {
    case .some(let file): try? file.read(slice.count, at: slice.start)
    case .none: nil
    }
  }
}

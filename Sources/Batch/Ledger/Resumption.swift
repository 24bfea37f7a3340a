/// What earlier runs into a folder left that this one need not do again.
final class Resumption: Sendable {
  let marks: StartMarks
  private let folder: OutputFolder
  private let finished: EarlierRun?
  private let unfinished: EarlierRun?
  private let settings: Digest
  private let isFresh: Bool

  /// With `isFresh`, nothing is taken over; what earlier runs wrote is still known.
  init(_ folder: OutputFolder, settings: Digest, isFresh: Bool) throws(RunError) {
    self.folder = folder
    self.settings = settings
    self.isFresh = isFresh
    marks = try folder.openMarks()
    unfinished = EarlierRun(.unfinished, in: folder)
    finished = EarlierRun(.finished, in: folder)
  }

  /// The share of a file that an earlier run made, when the file is still the same.
  func share(of key: Digest, _ fingerprint: Fingerprint) -> Outcome? {
    guard !isFresh else { return nil }
    // A run that was cut short goes on as if it had not been: only what the run before it had
    // finished counts as taken over.
    let isReused = finished?.isOf(settings) == true && finished?.holds(key, fingerprint) == true
    for run in [unfinished, finished] {
      guard let run, run.isOf(settings),
        var outcome = run.share(of: key, fingerprint, in: folder)
      else { continue }
      outcome.isReused = isReused
      return outcome
    }
    return nil
  }

  /// The file was in work when a process died.
  func isSuspect(_ file: InputFile) -> Bool {
    !marks.suspicions.isEmpty && marks.suspicions[Digest(file.name)] != nil
  }

  /// The file is not to be analyzed again.
  func isCondemned(_ key: Digest) -> Bool {
    !isFresh && marks.suspicions[key]?.isProven == true
  }

  /// Takes away what earlier runs wrote and this one did not.
  func removeOutputs(exceptShared shared: [String], own: Set<UInt64>) throws(RunError) {
    var stale: [OwnOutput] = []
    for run in [finished, unfinished].compactMap(\.self) {
      for name in run.outputs where !shared.contains(name) { try folder.remove(name) }
      run.forEachOwnOutput { if !own.contains($0.place) { stale.append($0) } }
    }
    for output in stale { try folder.remove(output.name, in: output.section) }
  }
}

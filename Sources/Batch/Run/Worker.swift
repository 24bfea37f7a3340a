internal import Faults
package import Pose
package import PoseCSV
package import Reports

/// Takes one table of an input file: the file itself or a member of an archive, with the
/// recordings in it, one a person, or a sentence with its place.
package typealias UseTable = (InputFile, Result<[Recording], any Error>) -> Void

/// Takes a recording that is too long to be taken as a whole.
package typealias UseLongTable = (InputFile, LongTable) -> Void

/// Looks at a file before it is taken apart; false when that is not needed.
package typealias GlimpseFile = (Glimpse) -> Bool

/// Reads an input file and hands on each table in it; returns what an archive holds besides, or
/// throws a sentence with its place. A glimpse is offered to whoever wants one, and a long
/// recording to whoever takes it in stretches.
package typealias ReadTables =
  @Sendable (
    InputFile, GlimpseFile?, UseLongTable?, UseTable
  ) throws -> PassedOverMembers

/// Analyzes a recording.
package typealias AnalyzeRecording = @Sendable (Recording) -> RecordingReport

/// Turns one input file, or the members of one archive, into their share of the outputs. Files do not know of each other, so that
/// one cannot change what is said of another.
struct Worker: Sendable {
  var read: ReadTables
  var analyze: AnalyzeRecording
  var formats: Set<Format>
  var anglesWanted: Bool
  var names: OutputNames
  /// Nil when nothing goes to a folder.
  var folder: OutputFolder?
  /// Nil when no pages are wanted.
  var pages: Pages?
  /// The lines of `results.ndjson` are wanted, for the folder or for standard output.
  var resultsWanted: Bool
  /// Nil when nothing goes to a folder.
  var resumption: Resumption?

  /// The file's share: that of its tables, by the bytes of their names. `isAlone` when no other
  /// file can be in work.
  func process(_ file: InputFile, isAlone: Bool) -> Outcome {
    guard let resumption else { return make(file, beginLong: { true }, nil) }
    let key = Digest(file.name)
    var known: Outcome?
    var fingerprint: Fingerprint?
    var isCondemned = false
    var isStarted = false
    func start() -> Bool {
      isCondemned = resumption.isCondemned(key)
      guard !isCondemned else { return false }
      resumption.marks.start(key, alone: isAlone)
      isStarted = true
      return true
    }
    // A long recording is not looked at beforehand, which would be to read it twice: it is analyzed
    // in every run.
    var outcome = make(file, beginLong: start) { glimpse in
      let print = glimpse.fingerprint(of: file, outputName: names.name(of: file))
      fingerprint = print
      known = resumption.share(of: key, print).flatMap(complete)
      return known == nil && start()
    }
    if isStarted { resumption.marks.finish(key) }
    if let known { outcome = known }
    if isCondemned {
      outcome = share(of: file, .failure(Refusal(file: file, reason: Refusal.condemned)))
    }
    outcome.key = key
    outcome.fingerprint = outcome.isRepeatable ? fingerprint ?? outcome.fingerprint : nil
    return outcome
  }

  /// An earlier run's share with what the database needs; nil where its lines do not tell.
  private func complete(_ known: Outcome) -> Outcome? {
    guard formats.contains(.sqlite) else { return known }
    var known = known
    for line in known.results.split(separator: UInt8(ascii: "\n")) {
      guard let line = try? ResultsReader.read(Array(line)) else { return nil }
      known.lines.append(line)
    }
    return known.lines.count == known.summaries.count ? known : nil
  }

  /// The file's share; `beginLong` is asked before a long recording is taken apart.
  private func make(
    _ file: InputFile, beginLong: () -> Bool, _ glimpse: GlimpseFile?
  ) -> Outcome {
    var shares: [(name: [UInt8], outcome: Outcome)] = []
    var outcome = Outcome()
    do {
      if let obstacle = file.obstacle { throw Refusal(file: file, reason: obstacle) }
      let passedOver = try withoutActuallyEscaping(beginLong) { beginLong in
        try read(file, glimpse) { file, table in
          shares.append((file.name, beginLong() ? share(of: file, table) : Outcome()))
        } _: { file, recordings in
          shares.append((file.name, share(of: file, recordings)))
        }
      }
      outcome.accounts.passedOver = passedOver.count
      if let words = passedOver.words {
        outcome.notes.append("\(PathText.text(file.name)): passed over \(words)")
      }
      // An archive of which nothing but such members was seen holds no recording.
      if shares.isEmpty { throw Refusal(file: file, reason: "holds no recording") }
    } catch {
      shares.append((file.name, share(of: file, .failure(error))))
    }
    shares.sort { $0.name.lexicographicallyPrecedes($1.name) }
    for share in shares { outcome.add(share.outcome) }
    return outcome
  }

  /// One table's share.
  private func share(of file: InputFile, _ read: Result<[Recording], any Error>) -> Outcome {
    do {
      let recordings = try read.get()
      if recordings.isEmpty { throw Refusal(file: file, reason: "holds no recording") }
      return share(of: file, recordings.map(analyze))
    } catch {
      return refused(file, error)
    }
  }

  /// The share of a table that was read, and analyzed.
  private func share(of file: InputFile, _ reports: [RecordingReport]) -> Outcome {
    var outcome = Outcome()
    if reports.allSatisfy({ $0.status == .rejected }), let error = reports[0].error {
      outcome.failures = [error]
    }
    outcome.accounts.count(reports)
    do {
      try write(reports, of: file, to: &outcome)
    } catch {
      outcome.outputError = error
    }
    return outcome
  }

  /// The share of a table that cannot be used.
  private func refused(_ file: InputFile, _ error: any Error) -> Outcome {
    let sentence = String(describing: error)
    var outcome = share(of: file, [Self.rejected(file, because: sentence)])
    outcome.isRepeatable = (error as? PoseCSVError)?.isOfTheMoment != true
    return outcome
  }

  /// The share of a table that is read in stretches.
  private func share(of file: InputFile, _ table: LongTable) -> Outcome {
    var analysis = LongAnalysis(of: PathText.text(file.name), folder: folder, analyze: analyze)
    do {
      while let stretch = try table.next() {
        if Interruption.signal != nil {
          var outcome = Outcome()
          outcome.isUnfinished = true
          return outcome
        }
        try analysis.add(stretch)
      }
    } catch let error as RunError {
      var outcome = Outcome()
      outcome.outputError = error
      return outcome
    } catch {
      return refused(file, error)
    }
    let found = analysis.finish()
    var outcome = found.spill.map { spilled(found, $0) } ?? share(of: file, [found.report])
    outcome.fingerprint = Fingerprint.unseen
    outcome.notes.append(
      "\(found.report.recording): is long, so it was analyzed in stretches, each judged by itself"
        + without(found))
    return outcome
  }

  /// What of the wanted outputs a recording in stretches has not, in words.
  private func without(_ found: LongAnalysis.Finished) -> String {
    guard folder != nil else { return "" }
    let isSpilled = found.spill != nil
    var missing: [String] = []
    if pages != nil { missing.append(isSpilled ? "no page" : "no curves") }
    if anglesWanted { missing.append("no table of angles") }
    if isSpilled, formats.contains(.sqlite) { missing.append("no rows in the database") }
    return missing.isEmpty ? "" : ", and has \(Wording.list(missing))"
  }

  /// The share of a recording whose reps are too many for memory.
  private func spilled(_ found: LongAnalysis.Finished, _ spill: Spill) -> Outcome {
    var outcome = Outcome()
    outcome.accounts.count([found.report])
    var spill = spill
    (spill.opening, outcome.results) = ResultsWriter.around(found.report)
    var findings = CSVWriter()
    FindingsTable.write(found.report, to: &findings)
    outcome.findings = findings.bytes
    outcome.summaries = [SetSummary(found.report, trends: found.trends)]
    outcome.judged = found.judged
    outcome.spill = spill
    return outcome
  }

  private func write(
    _ reports: [RecordingReport], of file: InputFile, to outcome: inout Outcome
  ) throws(RunError) {
    var json = JSONWriter()
    var reps = CSVWriter()
    var findings = CSVWriter()
    for report in reports {
      let name = names.name(of: file, person: reports.count > 1 ? report.person : nil)
      var anglesFile: String?
      if anglesWanted, let folder, let table = AnglesTable.render(report) {
        try save(table, as: name + ".csv", in: .angles, of: folder, noting: &outcome)
        anglesFile = "angles/\(name).csv"
      }
      if formats.contains(.csv) {
        RepsTable.write(report, to: &reps)
        FindingsTable.write(report, to: &findings)
      }
      let playback = pages == nil ? nil : Playback(report)
      var summary = SetSummary(report, playback)
      if let pages, let folder, report.status != .rejected {
        let page = pages.recording(report, playback, name: name)
        try save(page, as: name + ".html", in: .recordings, of: folder, noting: &outcome)
        if let playback {
          let data = PlaybackScript.render(playback)
          try save(data, as: name + ".js", in: .recordings, of: folder, noting: &outcome)
        }
        summary.page = "recordings/\(name).html"
      }
      if resultsWanted {
        ResultsWriter.write(report, anglesFile: anglesFile, page: summary.page, to: &json)
      }
      if folder != nil, formats.contains(.sqlite) {
        outcome.lines.append(
          ResultsReader.Line(
            report: report.withoutFrames, anglesFile: anglesFile, page: summary.page))
      }
      outcome.summaries.append(summary)
      outcome.judged.add(report)
    }
    outcome.results = json.bytes
    outcome.reps = reps.bytes
    outcome.findings = findings.bytes
  }

  /// Writes an output that the file has for itself.
  private func save(
    _ bytes: [UInt8], as name: String, in section: OutputFolder.Section, of folder: OutputFolder,
    noting outcome: inout Outcome
  ) throws(RunError) {
    try folder.write(bytes, to: name, in: section)
    outcome.own.append(OwnOutput(section: section, name: name, checksum: Checksum.of(bytes)))
  }

  private static func rejected(_ file: InputFile, because sentence: String) -> RecordingReport {
    var report = RecordingReport(
      recording: PathText.text(file.name), person: "0", status: .rejected)
    report.error = sentence
    return report
  }
}

/// A file that is not read, in a sentence.
private struct Refusal: Error, CustomStringConvertible {
  var file: InputFile
  var reason: String

  var description: String { "\(PathText.text(file.name)): \(reason)" }

  static let condemned =
    "was left out: twice the program died with this file alone in work; --fresh tries it again"
}

extension PoseCSVError {
  /// Another time the same file may be readable.
  fileprivate var isOfTheMoment: Bool { kind == .unreadable || kind == .changedWhileReading }
}

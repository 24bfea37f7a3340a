import Batch
import PoseCSV
import Reports

extension FuzzTarget {
  /// Whole file → all reports: well-formed, the same every time.
  package static let reports = FuzzTarget(name: "reports") { bytes in
    let file = Headers.completed(bytes)
    guard let result = try? PoseReader.read(file, name: "=fuzz<b>.csv") else { return nil }
    for recording in result.recordings {
      let report = Pipeline.analyze(recording)
      let written = Written(report)
      if let violation = written.violation { return violation }
      if written.bytes != Written(Pipeline.analyze(recording)).bytes {
        return "the same recording gives other bytes"
      }
    }
    return nil
  }
}

/// Everything that is written of one report.
private struct Written {
  private var lines = JSONWriter()
  private var tables: [CSVWriter] = []
  private var angles: [UInt8]?
  private var pages: [[UInt8]] = []
  private var terminal: String

  init(_ report: RecordingReport) {
    ResultsWriter.write(report, to: &lines)
    var reps = CSVWriter()
    RepsTable.writeHeader(to: &reps)
    RepsTable.write(report, to: &reps)
    var findings = CSVWriter()
    FindingsTable.writeHeader(to: &findings)
    FindingsTable.write(report, to: &findings)
    tables = [reps, findings]
    angles = AnglesTable.render(report)
    let playback = Playback(report)
    let summaries = [SetSummary(report, playback)]
    var judged = Judged()
    judged.add(report)
    let pages = Pages(version: "0")
    let run = Pages.Run(settings: [], accounts: RunAccounts())
    self.pages =
      [
        pages.recording(report, playback, name: "fuzz"),
        pages.index(summaries, judged: judged, run: run), playback.map(PlaybackScript.render) ?? [],
      ] + pages.athletes(summaries).map(\.page)
    var sets = WorstSets()
    for summary in summaries { sets.add(summary) }
    terminal = SummaryText(sets, accounts: RunAccounts(), usesColor: false).text
  }

  var bytes: [[UInt8]] {
    [lines.bytes] + tables.map(\.bytes) + [angles ?? []] + pages + [Array(terminal.utf8)]
  }

  var violation: String? {
    guard let value = try? JSONValue(Array(lines.bytes.dropLast())), value["status"] != nil else {
      return "results.ndjson is no JSON"
    }
    for table in tables.map(\.bytes) + [angles ?? []] where !table.isEmpty {
      guard let rows = try? CellDump.rows(table) else { return "a table cannot be read" }
      if rows.contains(where: { $0.count != rows[0].count }) { return "a table is ragged" }
    }
    for page in pages where String(decoding: page, as: UTF8.self).contains("=fuzz<b>") {
      return "a name is markup"
    }
    if terminal.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) { return "a terminal obeys" }
    return nil
  }
}

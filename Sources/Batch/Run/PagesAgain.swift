internal import Glibc
internal import Reports

/// Writes the pages of an output folder again, from the results in it and the data beside the
/// pages, without analyzing anything.
package struct PagesAgain {
  /// What was done.
  package struct Result: Sendable {
    package var recordings = 0
    /// Pages without a figure and curves, because their data is not there.
    package var withoutData: [String] = []
    /// Recordings without a page, because they have too many reps for one.
    package var withoutPage: [String] = []
  }

  /// Pages get their names so many at a time.
  private static let pagesBetweenSettling = 128

  private let path: [UInt8]
  private let pages: Pages

  package init(folder path: [UInt8], version: String) {
    self.path = path
    pages = Pages(version: version)
  }

  /// Writes every page. Results and data stay as they are; `TextFileError` says in a sentence why
  /// they cannot be used, `RunError` why a page cannot be written.
  package func execute() throws -> Result {
    guard let settings = try? TextFile.read(PathText.joined(path, Array("run.json".utf8))) else {
      throw TextFileError(
        description: "\(PathText.text(path)): holds no results of a finished run: it has no "
          + "run.json that can be read")
    }
    guard let run = RunReader.read(Array(settings.utf8)) else {
      throw TextFileError(
        description: "\(PathText.text(path))/run.json: is not what a finished run writes")
    }
    var results = try ResultsFile(path)
    let folder = try OutputFolder(path, keepingResults: true)
    var summaries: [SetSummary] = []
    var judged = Judged()
    var result = Result()
    while let line = try results.next() {
      let report = line.report
      judged.add(report)
      guard report.status != .rejected else {
        summaries.append(SetSummary(report))
        continue
      }
      if line.page == nil, report.reps.count > LongAnalysis.mostReps {
        result.withoutPage.append(report.recording)
        summaries.append(SetSummary(report))
        continue
      }
      let name =
        line.page.flatMap(Self.name) ?? OutputNames.alone(report.recording, person: report.person)
      let playback = playback(name)
      if playback == nil { result.withoutData.append("recordings/\(name).js") }
      var summary = SetSummary(report, playback)
      summary.page = "recordings/\(name).html"
      summaries.append(summary)
      try folder.write(
        pages.recording(report, playback, name: name), to: name + ".html", in: .recordings)
      result.recordings += 1
      if result.recordings.isMultiple(of: Self.pagesBetweenSettling) { try folder.settle() }
    }
    _ = try PageFiles(pages: pages, folder: folder).write(summaries, judged: judged, run: run)
    try folder.settle()
    try folder.synchronize()
    return result
  }

  /// The name in a page's path, when it is one that this program gives: results may come from
  /// anywhere.
  private static func name(_ page: String) -> String? {
    let (start, end) = ("recordings/", ".html")
    guard page.hasPrefix(start), page.hasSuffix(end) else { return nil }
    let name = page.dropFirst(start.count).dropLast(end.count)
    return OutputNames.isSafe(String(name)) ? String(name) : nil
  }

  private func playback(_ name: String) -> Playback? {
    let place = PathText.joined(path, Array("recordings/\(name).js".utf8))
    guard let file = try? NamedFile(place) else { return nil }
    return PlaybackScript.read(file.bytes)
  }
}

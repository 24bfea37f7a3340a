internal import Pose

/// The pages of a report: pure functions of the results.
package struct Pages: Sendable {
  /// What the pages say about the run.
  package struct Run: Sendable {
    package var settings: [(name: String, value: String)]
    package var accounts: RunAccounts

    package init(settings: [(name: String, value: String)], accounts: RunAccounts) {
      self.settings = settings
      self.accounts = accounts
    }
  }

  private let version: String

  package init(version: String) { self.version = version }

  /// `index.html`. Rejected recordings are those that could not be used.
  package func index(_ summaries: [SetSummary], judged: Judged, run: Run) -> [UInt8] {
    let shell = PageShell(
      title: "Squat form report", root: "", version: version, isWide: true,
      data: summaries.used.count > IndexGrid.mostRows
        ? "assets/\(Assets.setsName)" : nil)
    return shell.page(capacity: 20_000 + min(summaries.count, IndexGrid.mostRows) * 2_000) { html in
      IndexPage(summaries: summaries, judged: judged, run: run).draw(&html)
    }
  }

  /// `assets/sets.js`, the index's rows as data; nil when the page holds all of them.
  package func sets(_ summaries: [SetSummary]) -> [UInt8]? {
    IndexGrid(summaries.used.worstFirst).script
  }

  /// `recordings/NAME.html`; its playback, when there is one, is `recordings/NAME.js` beside it.
  package func recording(
    _ report: RecordingReport, _ playback: Playback?, name: String
  ) -> [UInt8] {
    let shell = PageShell(
      title: "\(Terminal.visible(report.recording)) – squat form", root: "../", version: version,
      data: playback == nil ? nil : name + ".js")
    return shell.page(capacity: 40_000 + report.reps.count * 16_000) { html in
      let athlete = report.metadata.athlete.flatMap { $0.isEmpty ? nil : Athlete.page($0) }
      RecordingPage(report: report, playback: playback, athlete: athlete).draw(&html)
    }
  }

  /// The pages of the athletes that the sets name, each a file of the folder `athletes`.
  package func athletes(_ summaries: [SetSummary]) -> [(file: String, page: [UInt8])] {
    Athlete.all(summaries.used).map { athlete in
      let shell = PageShell(
        title: "\(Terminal.visible(athlete.name)) – squat form", root: "../", version: version)
      let page = shell.page(capacity: 20_000) { html in
        html.tag("<nav class=\"small screen top\"><a href=\"../index.html\">All sets</a></nav>\n")
        html.tag("<main id=\"main\">\n")
        AthleteArticle(athlete: athlete, root: "../").draw(&html)
        html.tag("</main>\n")
      }
      return (Athlete.file(athlete.name) + ".html", page)
    }
  }

  /// Whether a file of that folder has a name as `athletes` gives them.
  package static func isAthletes(_ file: String) -> Bool {
    let stem = file.utf8.dropLast(5)
    return file.hasSuffix(".html") && stem.count >= 8
      && stem.suffix(8).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// `athletes.html`: all athletes, each on a sheet of paper of their own; nil when no set names
  /// one.
  package func allAthletes(_ summaries: [SetSummary]) -> [UInt8]? {
    let athletes = Athlete.all(summaries.used)
    guard !athletes.isEmpty else { return nil }
    let shell = PageShell(title: "Athletes – squat form", root: "", version: version)
    return shell.page(capacity: athletes.count * 12_000) { html in
      html.tag("<nav class=\"small screen top\"><a href=\"index.html\">All sets</a></nav>\n")
      html.tag("<main id=\"main\">\n")
      for athlete in athletes { AthleteArticle(athlete: athlete, root: "").draw(&html) }
      html.tag("</main>\n")
    }
  }
}

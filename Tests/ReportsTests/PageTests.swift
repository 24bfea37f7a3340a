import Faults
import Testing

@testable import Reports

@Suite struct PageTests {
  private let pages = Pages(version: "1.2.3")

  private func recording(_ report: RecordingReport) -> String {
    let page = pages.recording(report, Playback(report), name: "monday_set1")
    return String(decoding: page, as: UTF8.self)
  }

  private func index(_ reports: [RecordingReport]) -> String {
    let run = Pages.Run(settings: [("formats", "html")], accounts: RunAccounts())
    var judged = Judged()
    for report in reports { judged.add(report) }
    let summaries = reports.map { SetSummary($0, Playback($0)) }
    return String(decoding: pages.index(summaries, judged: judged, run: run), as: UTF8.self)
  }

  private func athlete(_ reports: [RecordingReport]) -> String {
    let pages = pages.athletes(reports.map { SetSummary($0, Playback($0)) })
    return pages.map { String(decoding: $0.page, as: UTF8.self) }.joined()
  }

  @Test func saysWhatACoachNeeds() {
    let page = recording(Sample.report())
    for text in [
      "A. Lifter", "monday/set1.csv", "0 of 1", "Not deep enough", "Sit between the heels.",
      "Goblet squats", "6° ± 5°", "▲ mild", "≈ close", "Side view: the knees hide each other.",
      "One gap was bridged. (frame 2)", "<svg class=\"figure\"", "<svg class=\"chart\"",
      "1.2.3", "The thighs stopped", "62.5 kg", "frame 2, 0.07 s, file’s 103",
      "2 of 25 mistakes", "src=\"monday_set1.js\"",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func theIndexHasEveryInput() {
    var rejected = RecordingReport(recording: "photo.png", person: "0", status: .rejected)
    rejected.error = "photo.png: is a picture"
    let page = index([Sample.report(), rejected])
    for text in ["A. Lifter", "photo.png: is a picture", "Not deep enough", "▲", "mild"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func anAthleteHasAllTheirSets() {
    let page = athlete([
      Sample.report(recording: "monday/set1.csv"), Sample.report(recording: "friday/set2.csv"),
      Sample.report(recording: "other.csv", athlete: "B. Other"),
    ])
    for text in ["A. Lifter", "B. Other", "2 sets", "in 2 of 2 sets", "friday/set2.csv", "▲"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  /// A file's name says nothing but whom it is about, whatever the athlete is called.
  @Test(arguments: ["A. Lifter", "../../etc", "É", "", "con", String(repeating: "x", count: 300)])
  func athletesFilesHaveSafeNames(_ name: String) {
    let file = Athlete.file(name)
    #expect(file.utf8.count <= 49)
    #expect(file.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
    #expect(file != Athlete.file(name + " "))
  }

  @Test func anEmptyRunStillHasAPage() {
    #expect(index([]).contains("Nothing could be analyzed"))
  }

  static let hostile = [
    "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"><svg onload=a>",
    "\"\u{301} onmouseover=alert(1) x=\"", "{{{script}}}", "{{#reps}}", "&#60;b&#62;", "'`<",
  ]

  @Test(arguments: hostile)
  func dataStaysText(_ text: String) {
    let plain = recording(Sample.report(recording: "x", athlete: "x", reason: "x"))
    let page = recording(Sample.report(recording: text, athlete: text, reason: text))
    #expect(tags(page) == tags(plain))
    let hostile = [Sample.report(recording: text, athlete: text, reason: text)]
    let harmless = [Sample.report(recording: "x", athlete: "x", reason: "x")]
    #expect(tags(index(hostile)) == tags(index(harmless)))
    #expect(tags(athlete(hostile)) == tags(athlete(harmless)))
  }

  /// Every `<`: data never adds one.
  private func tags(_ page: String) -> Int { page.utf8.count { $0 == UInt8(ascii: "<") } }

  @Test(arguments: [
    "diagnos", "injur", "unsafe", "dangerous", "perfect form", "correct form", "weak ", "tight ",
    "disc ", "nerve", "shear", "risk score", "cleared to",
  ])
  func pagesMakeNoClaimsOfHealth(_ word: String) {
    let allowed = "and nothing here is a diagnosis"
    let rules = FaultRegistry.all.map { rule in
      let words = rule.documentation
      return ([words.title, words.cue] + words.exercises).joined(separator: "\n")
    }
    let report = Sample.report()
    let texts = rules + [recording(report), index([report]), athlete([report])]
    for text in texts {
      let words = text.replacing(allowed, with: "").lowercased()
      let style = words.firstRange(of: "<style>")?.lowerBound ?? words.startIndex
      let end = words.firstRange(of: "</style>")?.upperBound ?? words.startIndex
      #expect(!words[..<style].contains(word) && !words[end...].contains(word), "\(word)")
    }
  }

  @Test func pagesRunOnlyScriptsBesideThem() {
    let page = recording(Sample.report())
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("script-src 'self' file:\">"))
    #expect(page.contains("style-src 'sha256-"))
    #expect(!page.contains("style=\"") && !page.contains("<script>"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func summaryTellsTheWorstFirst() {
    var good = Sample.report(recording: "a.csv")
    good.setFindings = []
    good.advice = []
    good.reps[0].findings = []
    var accounts = RunAccounts()
    accounts.recordings = 2
    var sets = WorstSets()
    for report in [good, Sample.report(recording: "b.csv")] { sets.add(SetSummary(report)) }
    let text = SummaryText(sets, accounts: accounts, usesColor: false).text
    #expect(
      text == """

        RECORDING  GOOD REPS  WORK ON FIRST
        b.csv      0 of 1     not deep enough (1 of 1)
        a.csv      1 of 1     nothing stood out in what could be seen

        0 good of 0 reps in 2 recordings. Estimates from video; pain is not judged.
        """)
  }
}

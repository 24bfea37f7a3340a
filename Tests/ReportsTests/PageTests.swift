import Faults
import Pose
import Reps
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
      "One gap was bridged (frame 2).", "<svg class=\"figure\"", "<svg class=\"chart\"",
      "1.2.3", "The thighs stopped", "62.5 kg", "frame 2, 0.07 s, file’s 103",
      "2 of 25 mistakes", "src=\"monday_set1.js\"",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func adviceSaysInWhichReps() {
    var report = Sample.report()
    report.advice[0].reps = [1]
    #expect(recording(report).contains("in rep 1 of 1"))
    report.reps += [report.reps[0], report.reps[0]]
    #expect(recording(report).contains("in rep 1 of 3"))
    report.advice[0].reps = [1, 2, 3]
    #expect(recording(report).contains("in all 3 reps"))
    report.reps += Array(repeating: report.reps[0], count: 20)
    report.advice[0].reps = Array(1...9)
    #expect(recording(report).contains("in 9 of 23 reps"))
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

  /// A lean that hips far behind the feet bring with them is not a second thing to do, however
  /// severe.
  @Test func whatFollowsFromAnotherMistakeWeighsLittle() {
    var report = Sample.report()
    report.reps = []
    report.setFindings = [.hipsTooFarBack, .forwardLean].map {
      SetFinding(fault: $0, status: .present, severity: .severe, reps: [1], reason: "")
    }
    #expect(SetSummary(report).weight == 10_001)
    report.setFindings.removeFirst()
    #expect(SetSummary(report).weight == 10_000)
  }

  /// What only the reps together show is in none of them.
  @Test func whatTheSetShowsIsOverTheSet() {
    var report = Sample.report()
    report.setFindings[0].reps = []
    let page = athlete([report])
    #expect(page.contains("over the set") && !page.contains("0 of 1</span>"))
  }

  private func dated(_ dates: [String?]) -> [RecordingReport] {
    dates.enumerated().map { place, date in
      var report = Sample.report(recording: "set\(place).csv")
      report.metadata.date = date
      report.reps[0].measures.append(.init(name: "lowering_s", value: 2.04, sd: 0.2))
      return report
    }
  }

  @Test func trendsAreDated() {
    let page = athlete(dated(["2026-03-06", "2026-03-20", "2026-03-20"]))
    #expect(page.contains("way down, set by set: 2026-03-06: 2.04 s ± 0.20 s, 2026-03-20: "))
    #expect(page.ranges(of: ">2026-03-06</text>").count == 1)
    // Of three places at 185, 364 and 542, that of the first set, and the middle of the others.
    #expect(page.contains("x=\"185\">2026-03-06</text>"))
    #expect(page.ranges(of: "x=\"453\">2026-03-20</text>").count == 1)
    #expect(!athlete(dated([nil, nil])).contains("class=\"x\""))
  }

  /// Forty dates do not stand on each other: the first and the last one do, and few between.
  @Test func datesOfManySetsHaveRoom() {
    let dates = (10..<50).map { "20\($0)-01-01" }
    let page = athlete(dated(dates))
    #expect(page.contains(">2010-01-01</text>") && page.contains(">2049-01-01</text>"))
    #expect((3...5).contains(page.ranges(of: "<text class=\"x\"").count))
  }

  /// One word, one number: the card's "down" is the time that the finding speaks of.
  @Test func cardsSayTheMeasuredTimes() {
    let card = recording(dated([nil])[0])
    #expect(card.contains("2.0 s down") && !card.contains(" up</span>"))
  }

  /// Where a rep is cut, its edges are the recording's: they are not how long it took.
  @Test func cutRepsHaveNoTimes() {
    var report = dated([nil])[0]
    report.reps[0].complete = false
    let page = recording(report)
    #expect(page.contains("seen from 0.0 s to 0.1 s") && !page.contains(" down</span>"))
    #expect(page.contains("<td class=\"num\">1 (not complete)</td>"))
  }

  @Test func notesOnQualityAreSentences() {
    var report = Sample.report()
    report.warnings = [Warning(code: .gapFilled, message: "the file gives no time; give --fps")]
    #expect(recording(report).contains("<li>The file gives no time; give --fps.</li>"))
    report.warnings.append(
      Warning(code: .movementNotSquat, message: "Frames 1 to 9 show walking."))
    #expect(recording(report).contains("<li>Frames 1 to 9 show walking.</li>"))
    report.others = [Segmentation.Movement(start: 1, end: 9, what: "walking")]
    #expect(!recording(report).contains("show walking"))
    #expect(recording(report).contains("<li>Walking, frames 1 to 9</li>"))
    report.units = "normalised"
    #expect(recording(report).contains("coordinates in parts of the picture.</li>"))
  }

  @Test func tablesHaveNamesAndCanBeScrolledByKeys() {
    var rejected = RecordingReport(recording: "photo.png", person: "0", status: .rejected)
    rejected.error = "photo.png: is a picture"
    for page in [
      recording(Sample.report()), index([Sample.report(), rejected]), athlete([Sample.report()]),
    ] {
      #expect(
        page.ranges(of: "<table").count == page.ranges(of: "<table aria-label=\"").count
          + page.ranges(of: "<table class=\"grid\" id=\"sets\" aria-label=\"").count)
      #expect(
        page.ranges(of: "role=\"region\" tabindex=\"0\" aria-label=\"").count
          == page.ranges(of: "<table").count)
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

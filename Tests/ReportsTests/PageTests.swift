import Faults
import Testing

@testable import Reports

@Suite struct PageTests {
  private let pages = Pages(version: "1.2.3")

  private func recording(_ report: RecordingReport) -> String {
    String(decoding: pages.recording(report), as: UTF8.self)
  }

  private func index(_ reports: [RecordingReport]) -> String {
    let run = Pages.Run(settings: [("formats", "html")], accounts: RunAccounts())
    return String(decoding: pages.index(reports.map(SetSummary.init), run: run), as: UTF8.self)
  }

  @Test func saysWhatACoachNeeds() {
    let page = recording(Sample.report())
    for text in [
      "A. Lifter", "monday/set1.csv", "0 of 1", "Not deep enough", "Sit between the heels.",
      "Goblet squats", "6° ± 5°", "▲ mild", "≈ close", "Side view: the knees hide each other.",
      "One gap was bridged. (frame 2)", "<svg class=\"figure\"", "<svg class=\"chart\"",
      "1.2.3", "The thighs stopped",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("{{"))
  }

  @Test func theIndexHasEveryInput() {
    var rejected = RecordingReport(recording: "photo.png", person: "0", status: .rejected)
    rejected.error = "photo.png: is a picture"
    let page = index([Sample.report(), rejected])
    for text in ["A. Lifter", "photo.png: is a picture", "Not deep enough", "▲", "mild"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("{{"))
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
    #expect(
      tags(index([Sample.report(recording: text, athlete: text, reason: text)]))
        == tags(index([Sample.report(recording: "x", athlete: "x", reason: "x")])))
  }

  /// Every `<`: data never adds one.
  private func tags(_ page: String) -> Int { page.utf8.count { $0 == UInt8(ascii: "<") } }

  @Test func templatesEscapeUnlessTheyShowMarkup() {
    let markup: Set<String> = [
      "policy", "style", "script", "grid", "limits", "figure", "chart", "key", "table",
      "findings", "assessment", "measures",
    ]
    for (name, text) in Templates.all {
      for part in text.split(separator: "{{{", omittingEmptySubsequences: false).dropFirst() {
        let variable = String(part.prefix { $0 != "}" })
        #expect(markup.contains(variable), "\(name) shows \(variable) unescaped")
      }
      #expect(!text.contains("{{&"))
    }
  }

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
    let texts = Templates.all.map(\.text) + rules + [recording(Sample.report())]
    for text in texts {
      let words = text.replacing(allowed, with: "").lowercased()
      #expect(!words.contains(word), "\(word) in: \(words.prefix(80))")
    }
  }

  @Test func thePolicyNamesTheScriptAndTheStyle() {
    let page = recording(Sample.report())
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("script-src 'sha256-"))
    #expect(!page.contains("style=\""))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func summaryTellsTheWorstFirst() {
    var good = Sample.report(recording: "a.csv")
    good.setFindings = []
    good.advice = []
    good.reps[0].findings = []
    var accounts = RunAccounts()
    accounts.recordings = 2
    let text = SummaryText(
      [good, Sample.report(recording: "b.csv")].map(SetSummary.init), accounts: accounts,
      usesColor: false
    ).text
    #expect(
      text == """

        RECORDING  GOOD REPS  WORK ON FIRST
        b.csv      0 of 1     not deep enough (1 of 1)
        a.csv      1 of 1     nothing stood out in what could be seen

        0 good of 0 reps in 2 recordings. Estimates from video; pain is not judged.
        """)
  }
}

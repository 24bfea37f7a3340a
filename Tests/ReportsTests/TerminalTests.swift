import Reports
import Testing

@Suite struct TerminalTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("深蹲", 4), ("ｆ", 2), ("👍🏽", 2), ("한", 2),
    ("a…b", 3),
  ])
  func countsColumns(_ text: String, _ width: Int) { #expect(Terminal.width(text) == width) }

  @Test(arguments: [1, 2, 5, 8, 13, 40, 200])
  func wrapsWithinTheWidth(width: Int) {
    let text = "knees caving in (2 of 3), 深蹲深蹲深蹲 and anextremelylongwordwithoutanyblankatall"
    let lines = Terminal.wrapped(text, width: width)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in lines { #expect(Terminal.width(line) <= max(width, 2), "\(line)") }
  }

  @Test func shortensInTheMiddle() {
    #expect(Terminal.shortened("monday/set1.csv", width: 15) == "monday/set1.csv")
    #expect(Terminal.shortened("monday/set1.csv", width: 9) == "mond….csv")
    #expect(Terminal.width(Terminal.shortened("深蹲深蹲深蹲", width: 7)) <= 7)
    #expect(Terminal.padded("深", width: 4) == "深  ")
  }

  @Test(arguments: [40, 60, 80, 200])
  func theSummaryKeepsToTheTerminal(width: Int) {
    var long = Sample.report(
      recording: "a/very/long/folder/of/深蹲/" + String(repeating: "x", count: 90))
    long.advice += long.advice + long.advice
    var sets = WorstSets()
    for report in [Sample.report(), long] { sets.add(SetSummary(report)) }
    let text = SummaryText(
      sets, accounts: RunAccounts(), usesColor: false, width: width
    ).text
    for line in text.split(separator: "\n").dropLast() {
      #expect(Terminal.width(String(line)) <= width, "\(line)")
    }
    #expect(text.contains("RECORDING"))
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("not deep enough (1 of 1)"))
  }

  @Test func theLineOfProgressFits() {
    let line = ProgressLine.line(30, of: 120, after: .seconds(6), width: 80)
    #expect(line == "[=======                       ] 30 of 120, 5 a second, 18 s left")
    #expect(ProgressLine.line(0, of: 120, after: .zero, width: 80).hasSuffix("] 0 of 120"))
    #expect(
      ProgressLine.line(1, of: 9, after: .seconds(60), width: 80).hasSuffix(
        "1 a minute, 8 min left"))
    for width in 8...90 {
      #expect(
        ProgressLine.line(30, of: 120, after: .seconds(6), width: width).count < max(width, 12))
    }
  }

  @Test func progressIsNotShownTooOften() {
    var line = ProgressLine()
    let start = ContinuousClock.now
    #expect(line.text(1, of: 3, at: start, width: 80) != nil && line.isShown)
    #expect(line.text(2, of: 3, at: start + .milliseconds(50), width: 80) == nil)
    #expect(line.text(3, of: 3, at: start + .milliseconds(60), width: 80) == "" && !line.isShown)
    #expect(line.text(3, of: 3, at: start + .milliseconds(70), width: 80) == nil)
  }
}

internal import Faults

/// Every finding of every rep, mistake by mistake: a line a mistake with its reps in symbols, and
/// behind it a row a rep with the measured value, its error, the limit and the reason.
enum FindingsSection {
  static func draw(
    _ report: RecordingReport, _ playback: Playback?, _ html: inout MarkupWriter
  ) {
    let groups = groups(report)
    guard !groups.isEmpty else { return }
    html.tag("<section id=\"findings\">\n<h2>Mistake by mistake</h2>\n")
    html.tag("<p class=\"soft small\">One sign a rep: ▲ there, ≈ close to the limit, ✓ fine, ")
    html.tag("– not seen.<span class=\"screen\"> Open a line for the measured values and reasons.")
    html.tag("</span></p>\n")
    for group in groups { draw(group, report, playback, &html) }
    html.tag("</section>\n")
  }

  /// One mistake's findings with their reps, and what the set says of it.
  private struct Group {
    var fault: FaultID
    var findings: [(rep: RepReport, finding: Finding)]
    var set: SetFinding?

    /// What was found first, then what is close, then what is fine, then what was partly seen.
    var rank: Int {
      switch set?.status ?? .notObservable {
      case .present: 0
      case .borderline: 2
      case .absent: 3
      case .notObservable: 4
      }
    }
  }

  /// Those with a rep that could be judged.
  private static func groups(_ report: RecordingReport) -> [Group] {
    let groups = report.faults.enumerated().compactMap { place, fault -> Group? in
      let findings = report.reps.compactMap { rep in
        rep.finding(fault, near: place).map { (rep, $0) }
      }
      guard findings.contains(where: { $0.1.status != .notObservable }) else { return nil }
      return Group(
        fault: fault, findings: findings,
        set: report.setFindings.first { $0.fault == fault })
    }
    return groups.enumerated().sorted { a, b in
      let (x, y) = (a.element.rank, b.element.rank)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }

  private static func draw(
    _ group: Group, _ report: RecordingReport, _ playback: Playback?, _ html: inout MarkupWriter
  ) {
    let words = group.fault.words
    html.tag("<details class=\"fault\"><summary><span class=\"what\"><b>")
    html.text(words.title)
    html.tag("</b> <span class=\"tech\">")
    html.text(words.technicalTitle)
    html.tag("</span></span> <span class=\"strip\" role=\"img\" aria-label=\"rep by rep: ")
    for (place, item) in group.findings.enumerated() {
      if place > 0 { html.tag(", ") }
      html.text(Shown.word(item.finding.status, item.finding.severity))
    }
    html.tag("\">")
    for (_, finding) in group.findings {
      html.tag("<span class=\"")
      html.text(Shown.kind(finding.status))
      html.tag("\">")
      html.text(Shown.symbol(finding.status, finding.severity))
      html.tag("</span>")
    }
    html.tag("</span> <span class=\"small ")
    html.text(group.set.map { Shown.kind($0.status) } ?? "")
    html.tag("\">")
    html.text(group.set.map { Shown.word($0.status, $0.severity) } ?? "")
    html.tag("</span></summary>\n")
    if let set = group.set {
      html.tag("<p class=\"small\">")
      html.text(set.reason)
      html.tag("</p>\n")
    }
    html.openTable("\(words.title), rep by rep")
    html.tag("<thead><tr><th scope=\"col\">Rep</th>")
    html.tag("<th scope=\"col\">Verdict</th><th scope=\"col\" class=\"num\">Measured</th>")
    html.tag("<th scope=\"col\" class=\"num\">Limit</th><th scope=\"col\" class=\"num\">Sure</th>")
    html.tag("<th scope=\"col\">Shown at</th><th scope=\"col\">Why</th></tr></thead><tbody>\n")
    for (rep, finding) in group.findings { row(finding, rep, playback, &html) }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n</details>\n")
  }

  private static func row(
    _ finding: Finding, _ rep: RepReport, _ playback: Playback?, _ html: inout MarkupWriter
  ) {
    html.tag("<tr id=\"f-")
    html.number(rep.index)
    html.tag("-")
    html.text(finding.fault.rawValue)
    html.tag("\"><th scope=\"row\" class=\"num\">")
    html.number(rep.index)
    html.tag("</th><td class=\"mark ")
    html.text(Shown.kind(finding.status))
    html.tag("\">")
    html.verdict(finding.status, finding.severity)
    html.tag("</td><td class=\"num\">")
    html.quantity(Double(finding.value), sd: Double(finding.sd), finding.unit)
    html.tag("</td><td class=\"num\">")
    html.quantity(Double(finding.limit), finding.unit)
    html.tag("</td><td class=\"num\">")
    // Of a close one, how sure which side is no answer.
    if finding.confidence.isFinite, finding.status != .borderline {
      let sure = Precision.rounded(Double(finding.confidence), decimals: Precision.confidence)
      html.number(sure * 100, decimals: 0)
      html.tag(" %")
    }
    html.tag("</td><td>")
    if let frame = finding.frame, finding.status != .notObservable {
      html.tag("<a class=\"go\" href=\"#watch\"")
      FrameLink.attributes(finding, &html)
      html.tag(">")
      place(frame, playback, &html)
      html.tag("</a>")
    }
    html.tag("</td><td class=\"why\">")
    html.text(finding.reason)
    html.tag("</td></tr>\n")
  }

  /// The row, its time, and the file's own number where it has one.
  private static func place(_ frame: Int, _ playback: Playback?, _ html: inout MarkupWriter) {
    html.tag("frame ")
    html.number(frame)
    guard let playback, let position = playback.position(ofRow: frame) else { return }
    html.tag(", ")
    html.number(Double(playback.times[position]) / 1000, decimals: 2, keeping: 2)
    html.tag(" s")
    guard !playback.numbers.isEmpty, Int(playback.numbers[position]) != frame else { return }
    html.tag(", file’s ")
    html.number(Int(playback.numbers[position]))
  }
}

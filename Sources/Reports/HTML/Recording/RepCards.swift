internal import Faults

/// The cards of a set's reps: what was found, and the lifter beside the best rep.
struct RepCards {
  private let report: RecordingReport
  private let playback: Playback?
  private let drawing: StickFigure?
  private let best: RepReport?

  init(_ report: RecordingReport, _ playback: Playback?) {
    self.report = report
    self.playback = playback
    let index = BestRep.index(report)
    best = report.reps.first { $0.index == index }
    drawing = playback.flatMap { playback in
      let bottoms = report.reps.compactMap { playback.position(ofRow: $0.bottomFrame) }
      return StickFigure(
        playback, isFilmedFrontal: report.isFilmedFrontal, positions: bottoms)
    }
  }

  func draw(_ html: inout MarkupWriter) {
    guard !report.reps.isEmpty else { return }
    html.tag("<section>\n<h2>Reps</h2>\n")
    if drawing != nil {
      html.tag("<p class=\"soft small\">Drawn from the keypoints at the bottom of each rep, or ")
      html.tag("where its gravest finding shows best: orange is what the finding is about, the ")
      html.tag("right side is lighter, and the best rep stands beside it in blue.</p>\n")
    }
    html.tag("<div class=\"cards\">\n")
    for rep in report.reps { card(rep, &html) }
    html.tag("</div>\n</section>\n")
  }

  private func card(_ rep: RepReport, _ html: inout MarkupWriter) {
    let present = rep.findings.filter { $0.status == .present }
    let close = rep.findings.filter { $0.status == .borderline }
    html.tag("<article class=\"card\" id=\"rep-")
    html.number(rep.index)
    html.tag("\">\n<div class=\"rephead\"><h3>Rep ")
    html.number(rep.index)
    html.tag("</h3>")
    if !rep.complete {
      html.tag("<span class=\"badge cut\">not complete</span>")
    } else if present.isEmpty {
      html.tag("<span class=\"badge good\">✓ good</span>")
    } else {
      html.tag("<span class=\"badge work\">▲ ")
      html.number(present.count)
      html.tag(" to work on</span>")
    }
    html.tag("</div>\n<p class=\"soft small num\">")
    times(rep, &html)
    html.tag("</p>\n")
    figure(rep, present, &html)
    html.tag("<ul class=\"list small\">\n")
    for finding in present + close { note(finding, rep, &html) }
    if present.isEmpty, close.isEmpty, rep.complete {
      html.tag("<li>Nothing stood out in what can be seen.</li>\n")
    }
    html.tag("</ul>\n</article>\n")
  }

  private func times(_ rep: RepReport, _ html: inout MarkupWriter) {
    guard rep.complete else {
      // Its edges are where the recording ends, not where the movement does.
      html.tag("seen from ")
      html.text(Shown.seconds(rep.startSeconds))
      html.tag(" to ")
      return html.text(Shown.seconds(rep.endSeconds))
    }
    html.tag("at ")
    html.text(Shown.seconds(rep.startSeconds))
    // The times that the findings speak of.
    span(rep, .lowering, " down", &html)
    span(rep, .pause, " at the bottom", &html)
    span(rep, .ascent, " up", &html)
  }

  /// A measured time with what it is of; nothing where it is missing or shows as none.
  private func span(
    _ rep: RepReport, _ id: MeasureID, _ of: MarkupWriter.Literal, _ html: inout MarkupWriter
  ) {
    guard let measure = rep.measures.first(where: { $0.name == id.name }),
      Precision.shown(measure.value, written: Precision.seconds, decimals: 1) > 0
    else { return }
    html.tag(" · <span class=\"piece\">")
    html.text(Shown.seconds(measure.value))
    html.tag(of)
    html.tag("</span>")
  }

  // MARK: - The drawing

  private func figure(_ rep: RepReport, _ present: [Finding], _ html: inout MarkupWriter) {
    guard let drawing, let playback else { return }
    let faults = present.map(\.fault)
    let gravest = present.filter { finding in
      !Causes.follows(finding.fault, among: faults)
        && !FigureMark.marks(finding.fault, frontal: false).isEmpty
    }
    .enumerated().min { a, b in
      let (x, y) = (a.element.severity ?? .mild, b.element.severity ?? .mild)
      return x == y ? a.offset < b.offset : x > y
    }?.element
    let row = gravest?.frame ?? rep.bottomFrame
    guard let position = playback.position(ofRow: row) else { return }
    let isFrontal = gravest.map { FigureMark.isFrontal($0.fault) } ?? false
    let beside = best.flatMap { $0.index == rep.index ? nil : $0 }
    let moment = moment(row, rep)
    html.tag("<svg class=\"figure\" viewBox=\"0 0 640 384\" role=\"img\" aria-label=\"")
    html.text("The lifter \(moment) of rep \(rep.index)")
    if let beside { html.text(", beside rep \(beside.index), the best") }
    html.tag("\"><path class=\"floor\" d=\"M20 336H620\"/>")
    let pose = drawing.pose(at: position, around: beside == nil ? 320 : 170, frontal: isFrontal)
    drawing.draw(pose, "lifter", &html)
    if let gravest { drawing.mark(gravest.fault, value(gravest), on: pose, &html) }
    if let beside {
      let row = gravest.flatMap { beside.finding($0.fault)?.frame } ?? beside.bottomFrame
      if let position = playback.position(ofRow: row) {
        let pose = drawing.pose(at: position, around: 470, frontal: isFrontal)
        drawing.draw(pose, "lifter best", &html)
      }
      label("170", "rep \(rep.index)", &html)
      label("470", "rep \(beside.index), the best", &html)
    } else {
      label("320", rep.index == best?.index ? "rep \(rep.index), the best" : moment, &html)
    }
    html.tag("</svg>\n")
    guard let gravest else { return }
    html.tag("<p class=\"small soft\">Marked ")
    html.text(moment)
    html.tag(": ")
    html.text(gravest.fault.title.lowercased())
    html.tag("</p>\n")
  }

  private func label(_ x: MarkupWriter.Literal, _ text: String, _ html: inout MarkupWriter) {
    html.tag("<text class=\"label\" y=\"372\" x=\"")
    html.tag(x)
    html.tag("\">")
    html.text(text)
    html.tag("</text>")
  }

  /// Value and error, when they stand for an angle or a ratio that the drawing shows.
  private func value(_ finding: Finding) -> String {
    Shown.quantity(Double(finding.value), finding.unit)
  }

  private func moment(_ row: Int, _ rep: RepReport) -> String {
    if abs(row - rep.bottomFrame) <= 2 {
      return rep.complete ? "at the bottom" : "at the lowest seen"
    }
    return row < rep.bottomFrame ? "on the way down" : "on the way up"
  }

  // MARK: - The notes

  private func note(_ finding: Finding, _ rep: RepReport, _ html: inout MarkupWriter) {
    html.tag("<li><a class=\"go\" href=\"#f-")
    html.number(rep.index)
    html.tag("-")
    html.text(finding.fault.rawValue)
    html.tag("\"")
    FrameLink.attributes(finding, &html)
    html.tag("><span class=\"")
    html.text(Shown.kind(finding.status))
    html.tag("\">")
    html.verdict(finding.status, finding.severity)
    html.tag("</span> <strong>")
    html.text(finding.fault.title)
    html.tag("</strong></a><br>")
    html.text(finding.reason)
    html.tag("</li>\n")
  }
}

/// What lets the script show a finding's frame.
enum FrameLink {
  static func attributes(_ finding: Finding, _ html: inout MarkupWriter) {
    guard let frame = finding.frame else { return }
    html.tag(" data-row=\"")
    html.number(frame)
    html.tag("\" data-fault=\"")
    html.text(finding.fault.rawValue)
    html.tag("\"")
  }
}

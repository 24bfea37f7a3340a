internal import Faults
internal import Kinematics
internal import Pose

/// The page of one recording and person.
struct RecordingPage {
  let report: RecordingReport
  let playback: Playback?
  /// The page of the athlete, from the output folder; nil without one.
  let athlete: String?

  func draw(_ html: inout MarkupWriter) {
    header(&html)
    html.tag("<main id=\"main\">\n")
    advice(&html)
    RepCards(report, playback).draw(&html)
    Charts.draw(report, playback, &html)
    FindingsSection.draw(report, playback, &html)
    AssessmentSection.draw(report.assessment, &html)
    QualitySection.draw(report, &html)
    MeasuresSection.draw(report, &html)
    html.tag("</main>\n")
  }

  // MARK: - The header

  private func header(_ html: inout MarkupWriter) {
    let name = Terminal.visible(report.recording)
    html.tag("<header>\n<nav class=\"small screen\"><a href=\"../index.html\">All sets</a>")
    if let athlete {
      html.tag(" · <a href=\"../")
      html.text(athlete)
      html.tag("\">All sets of this athlete</a>")
    }
    html.tag("</nav>\n<h1><bdi>")
    html.text(report.metadata.athlete.map(Terminal.visible) ?? name)
    html.tag("</bdi></h1>\n<p class=\"soft\"><bdi>")
    html.text(about(name))
    html.tag("</bdi></p>\n<dl class=\"facts\">\n<div><dt>Good reps</dt><dd class=\"big num\">")
    html.number(report.goodReps)
    html.tag(" of ")
    html.number(report.completeReps)
    html.tag("</dd></div>\n")
    if let view = report.view { fact("Seen from", QualitySection.words(view), &html) }
    fact("Frame rate", QualitySection.rate(report) + " a second", &html)
    fact("Frames", frames, &html)
    fact("Keypoints", report.layout, &html)
    let isAllSeen = QualitySection.unseen(report).groups.isEmpty
    fact("Judged", judged, link: isAllSeen ? "#quality" : "#unseen", &html)
    let notes = QualitySection.notes(report).count
    fact("Notes on quality", notes == 0 ? "none" : "\(notes)", link: "#quality", &html)
    html.tag("</dl>\n</header>\n")
  }

  private func fact(
    _ label: MarkupWriter.Literal, _ value: String, link: MarkupWriter.Literal? = nil,
    _ html: inout MarkupWriter
  ) {
    html.tag("<div><dt>")
    html.tag(label)
    html.tag("</dt><dd>")
    if let link {
      html.tag("<a href=\"")
      html.tag(link)
      html.tag("\">")
    }
    html.text(value)
    html.tag(link == nil ? "</dd></div>\n" : "</a></dd></div>\n")
  }

  private var frames: String {
    let accounts = report.accounts
    let bridged = accounts.filled > 0 ? ", \(accounts.filled) bridged" : ""
    return "\(accounts.used) used of \(accounts.read)\(bridged)"
  }

  private var judged: String {
    guard report.reps.contains(where: \.complete) else { return "no complete rep" }
    let judged = report.faults.enumerated().count { place, fault in
      report.reps.contains { rep in
        rep.finding(fault, near: place).map { $0.status != .notObservable } ?? false
      }
    }
    return "\(judged) of \(FaultID.allCases.count) mistakes"
  }

  private func about(_ name: String) -> String {
    let metadata = report.metadata
    let parts = [
      metadata.athlete == nil ? nil : name,
      report.person == "0" ? nil : "person \(report.person)",
      metadata.date, metadata.set.map { "set \($0)" },
      metadata.loadKilograms.map(Shown.kilograms),
      metadata.style,
    ]
    return Terminal.visible(parts.compactMap { $0 }.joined(separator: " · "))
  }

  // MARK: - What to work on first

  private func advice(_ html: inout MarkupWriter) {
    html.tag("<section>\n<h2>What to work on first</h2>\n")
    if report.advice.isEmpty {
      html.tag("<p>")
      html.tag(
        report.completeReps == 0
          ? "No complete squat was found in this recording."
          : "Nothing stood out in what this recording can show.")
      html.tag("</p>\n")
    } else {
      html.tag("<div class=\"cards first\">\n")
      for advice in report.advice {
        AdviceCard.draw(advice, when: when(advice.reps), &html)
      }
      html.tag("</div>\n")
    }
    html.tag("</section>\n")
  }

  /// Reps that a card names; the list of the mistakes has a sign for each.
  private static let mostNamed = 8

  private func when(_ reps: [Int]) -> String {
    let complete = report.completeReps
    if reps.isEmpty { return Shown.share(0, of: complete) }
    if reps.count > 1, reps.count == complete { return "in all \(complete) reps" }
    if reps.count > Self.mostNamed { return "in \(reps.count) of \(complete) reps" }
    return "in \(Wording.reps(reps)) of \(complete)"
  }
}

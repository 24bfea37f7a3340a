internal import Faults

/// The cards of a set's reps.
struct RepCards {
  let contexts: [[String: Any]]

  init(_ report: RecordingReport) {
    let table = report.frames
    let upright = report.reps.first.flatMap { table?.position(ofRow: $0.startFrame) } ?? 0
    let bottoms = report.reps.compactMap { table?.position(ofRow: $0.bottomFrame) }
    let drawing = report.figure.flatMap { StickFigure($0, frames: bottoms, upright: upright) }
    contexts = report.reps.map { Self.card($0, report, drawing) }
  }

  private static func card(
    _ rep: RepReport, _ report: RecordingReport, _ drawing: StickFigure?
  ) -> [String: Any] {
    let present = rep.findings.filter { $0.status == .present }
    let close = rep.findings.filter { $0.status == .borderline }
    var context: [String: Any] = [
      "index": rep.index,
      "badge": !rep.complete ? "cut" : present.isEmpty ? "good" : "work",
      "verdict": !rep.complete
        ? "not complete" : present.isEmpty ? "✓ good" : "\(present.count) to work on",
      "times": times(rep),
      "figure": Markup.none,
      "notes": (present + close).map(note),
      "isFine": present.isEmpty && close.isEmpty && rep.complete,
    ]
    if let drawing, let position = report.frames?.position(ofRow: rep.bottomFrame) {
      context["figure"] = drawing.draw(
        frame: position, marking: present.map(\.fault),
        label: "The lifter at the bottom of rep \(rep.index)")
    }
    return context
  }

  private static func times(_ rep: RepReport) -> String {
    let down = Shown.seconds(rep.bottomSeconds - rep.startSeconds)
    let up = Shown.seconds(rep.endSeconds - rep.bottomSeconds)
    return "at \(Shown.seconds(rep.startSeconds)) · \(down) down · \(up) up"
  }

  private static func note(_ finding: Finding) -> [String: Any] {
    return [
      "kind": Shown.kind(finding.status),
      "mark": Shown.symbol(finding.status, finding.severity) + " "
        + Shown.word(finding.status, finding.severity),
      "title": finding.fault.title,
      "reason": finding.reason,
      "fault": finding.fault.rawValue,
    ]
  }
}

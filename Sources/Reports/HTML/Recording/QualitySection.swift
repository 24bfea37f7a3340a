internal import Faults
internal import Kinematics
internal import Pose
internal import Reps

/// How good a recording is, and what it cannot show.
enum QualitySection {
  static func draw(_ report: RecordingReport, _ html: inout MarkupWriter) {
    let unseen = unseen(report)
    if !unseen.groups.isEmpty {
      html.tag(
        "<section id=\"unseen\">\n<h2>What this recording cannot show, and what would</h2>\n")
      unseen.draw(&html)
      html.tag("</section>\n")
    }
    html.tag("<section id=\"quality\">\n<h2>How good the recording is</h2>\n<ul>\n")
    for sentence in sentences(report) {
      html.tag("<li>")
      html.text(sentence)
      html.tag("</li>\n")
    }
    if !report.others.isEmpty {
      html.tag("</ul>\n<h3>Movements that were not counted</h3>\n<ul>\n")
      for movement in report.others {
        html.tag("<li>")
        html.text(Wording.sentence(movement.what).dropLast().description)
        html.tag(", frames ")
        html.number(movement.start)
        html.tag(" to ")
        html.number(movement.end)
        html.tag("</li>\n")
      }
    }
    html.tag("</ul>\n</section>\n")
  }

  /// The mistakes that no rep could be judged on.
  static func unseen(_ report: RecordingReport) -> Unseen {
    var unseen = Unseen()
    for (place, fault) in report.faults.enumerated() {
      let findings = report.reps.lazy.compactMap { $0.finding(fault, near: place) }
      guard findings.allSatisfy({ $0.status == .notObservable }) else { continue }
      unseen.add(fault, because: findings.first?.reason ?? "")
    }
    return unseen
  }

  /// The view in words: "the side, facing right".
  static func words(_ view: View) -> String {
    let from =
      switch view.kind {
      case .side: "the side"
      case .front: view.facing == .away ? "behind" : "the front"
      case .oblique: "an angle"
      case .threeD: "any side (3-D keypoints)"
      }
    switch view.facing {
    case .left where view.kind != .threeD: return from + ", facing left"
    case .right where view.kind != .threeD: return from + ", facing right"
    default: return from
    }
  }

  /// What coordinates are counted in, in words.
  private static func units(_ name: String) -> String {
    switch Units(rawValue: name) {
    case .pixels: "pixels"
    case .normalized: "parts of the picture"
    case .metres: "metres"
    case .millimetres: "millimetres"
    case nil: name
    }
  }

  /// Frames a second: "30", "29.97".
  static func rate(_ report: RecordingReport) -> String {
    Shown.number(
      Precision.shown(report.fps, written: 3, decimals: 2), decimals: 2, keeping: 0)
  }

  /// The warnings but for those of movements, which have a list of their own.
  static func notes(_ report: RecordingReport) -> [Warning] {
    report.warnings.filter { $0.code != .movementNotSquat || report.others.isEmpty }
  }

  static func sentences(_ report: RecordingReport) -> [String] {
    let accounts = report.accounts
    var sentences: [String] = []
    if let view = report.view, view.kind != .threeD {
      let source = view.given ? "as given" : "estimated from the keypoints"
      sentences.append(
        "The camera stood \(Shown.quantity(Double(view.yaw), sd: Double(view.yawSD), "deg")) from "
          + "a pure side view, \(source).")
    }
    sentences.append(
      "\(rate(report)) frames a second (\(report.fpsSource)), coordinates in "
        + "\(units(report.units)).")
    sentences.append(
      "\(Shown.count(accounts.read, "row")) read: \(accounts.used) used, \(accounts.rejected) "
        + "rejected, \(accounts.blank) blank; \(Shown.count(accounts.filled, "frame")) with a gap "
        + "that was bridged, \(accounts.lost) missing from the file.")
    sentences += notes(report).map { warning in
      let place = warning.frame.map { " (frame \($0))" } ?? ""
      return Wording.sentence(warning.message).dropLast() + place + "."
    }
    return sentences
  }
}

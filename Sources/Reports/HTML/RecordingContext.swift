internal import Faults
internal import Kinematics
internal import Pose
internal import Reps

/// What the page of a recording shows, under the names that its template uses.
struct RecordingContext {
  let values: [String: Any]

  init(_ report: RecordingReport) {
    let name = Terminal.visible(report.recording)
    let advice = report.advice.map { Self.advice($0, of: report) }
    let unseen = Self.unseen(report)
    let charts = Charts.draw(report)
    values = [
      "isWide": false,
      "title": "\(name) – squat form",
      "heading": report.metadata.athlete.map(Terminal.visible) ?? name,
      "about": Self.about(report, name),
      "good": "\(report.goodReps) of \(report.completeReps)",
      "facts": Self.facts(report),
      "hasAdvice": !advice.isEmpty,
      "advice": advice,
      "nothing": Self.nothing(report),
      "hasReps": !report.reps.isEmpty,
      "reps": RepCards(report).contexts,
      "hasOthers": !report.others.isEmpty,
      "others": report.others.map { movement in
        let time = report.seconds(ofFrame: movement.start).map { " at \(Shown.seconds($0))" } ?? ""
        return ["text": "\(Sentence.capital(movement.what))\(time)"]
      },
      "hasCharts": !charts.isEmpty,
      "charts": charts,
      "hasFindings": report.reps.contains { !$0.findings.isEmpty },
      "findings": FindingsSection.draw(report),
      "hasAssessment": report.assessment != nil,
      "assessment": AssessmentSection.draw(report.assessment),
      "hasUnseen": !unseen.isEmpty,
      "unseen": unseen,
      "quality": Quality.sentences(report).map { ["text": $0] },
      "hasMeasures": report.reps.contains { !$0.measures.isEmpty },
      "measures": MeasuresSection.draw(report),
    ]
  }

  private static func about(_ report: RecordingReport, _ name: String) -> String {
    let metadata = report.metadata
    let parts = [
      metadata.athlete == nil ? nil : name,
      report.person == "0" ? nil : "person \(report.person)",
      metadata.date, metadata.set.map { "set \($0)" },
      metadata.loadKilograms.map { Shown.number($0, decimals: 0) + " kg" },
      metadata.style,
    ]
    return Terminal.visible(parts.compactMap { $0 }.joined(separator: " · "))
  }

  private static func facts(_ report: RecordingReport) -> [[String: Any]] {
    var facts: [(String, String)] = []
    if let view = report.view { facts.append(("Seen from", Quality.words(view))) }
    facts.append(("Frame rate", "\(Shown.number(report.fps, decimals: 0)) a second"))
    facts.append(("Frames", "\(report.accounts.used) used of \(report.accounts.read)"))
    facts.append(("Keypoints", report.layout))
    return facts.map { ["label": $0.0, "value": $0.1] }
  }

  private static func advice(_ advice: Advice, of report: RecordingReport) -> [String: Any] {
    let mark = Shown.symbol(.present, advice.severity) + " " + advice.severity.rawValue
    return [
      "title": advice.title,
      "mark": mark,
      "when": "in \(Wording.reps(advice.reps)) of \(report.completeReps)",
      "cue": advice.cue,
      "hasExercises": !advice.exercises.isEmpty,
      "exercises": advice.exercises.map { ["text": $0] },
      "technical": advice.fault.words.technicalTitle,
    ]
  }

  private static func nothing(_ report: RecordingReport) -> String {
    if report.completeReps == 0 { return "No complete squat was found in this recording." }
    return "Nothing stood out in what this recording can show."
  }

  /// The mistakes that no rep could be judged on, by reason.
  private static func unseen(_ report: RecordingReport) -> [[String: Any]] {
    Unseen.grouped { fault in
      report.reps.compactMap { $0.finding(fault) }.map { ($0.status, $0.reason) }
    }
  }
}

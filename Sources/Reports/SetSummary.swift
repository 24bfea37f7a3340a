package import Faults
internal import Kinematics
package import Pose

/// One recording and person in a few words: a row of the terminal's table and of the index page.
package struct SetSummary: Sendable {
  /// What is said of one mistake over the set.
  package struct Cell: Sendable, Equatable {
    package var status: Status
    package var severity: Severity?
    /// The reps in which it is present.
    package var reps: [Int]
    package var reason: String

    package init(status: Status, severity: Severity?, reps: [Int], reason: String) {
      self.status = status
      self.severity = severity
      self.reps = reps
      self.reason = reason
    }
  }

  package var recording: String
  package var person: String
  package var metadata: Metadata
  package var status: RecordingReport.Status
  package var error: String?
  package var completeReps: Int
  package var goodReps: Int
  package var cells: [FaultID: Cell]
  /// What to work on first, at most three things.
  package var advice: [Advice]
  package var viewKind: String?
  package var fps: Double
  package var warnings: Int
  /// The depth of the hips over the recording, thinned to a few points: 0 standing, 255 deepest.
  package var sparkline: [UInt8]
  /// Its page within the output folder, when one was written.
  package var page: String?

  package init(_ report: RecordingReport) {
    recording = report.recording
    person = report.person
    metadata = report.metadata
    status = report.status
    error = report.error
    completeReps = report.completeReps
    goodReps = report.goodReps
    cells = Self.cells(report)
    advice = report.advice
    viewKind = report.view?.kind.rawValue
    fps = report.fps
    warnings = report.warnings.count
    sparkline = Sparkline.points(report)
  }

  /// How much there is to do: a severe mistake outweighs any number of mild ones.
  package var weight: Int {
    cells.values.reduce(0) { sum, cell in
      guard cell.status == .present else { return sum }
      switch cell.severity {
      case .severe: return sum + 10_000
      case .moderate: return sum + 100
      default: return sum + 1
      }
    }
  }

  /// The set's own findings; where a mistake has none, its reps' together.
  private static func cells(_ report: RecordingReport) -> [FaultID: Cell] {
    var cells: [FaultID: Cell] = [:]
    for finding in report.setFindings {
      cells[finding.fault] = Cell(
        status: finding.status, severity: finding.severity, reps: finding.reps,
        reason: finding.reason)
    }
    for rep in report.reps {
      for finding in rep.findings
      where !report.setFindings.contains(where: { $0.fault == finding.fault }) {
        merge(finding, rep: rep.index, into: &cells[finding.fault])
      }
    }
    return cells
  }

  private static func merge(_ finding: Finding, rep: Int, into cell: inout Cell?) {
    var merged =
      cell
      ?? Cell(status: finding.status, severity: nil, reps: [], reason: finding.reason)
    if rank(finding.status) > rank(merged.status) {
      merged.status = finding.status
      merged.reason = finding.reason
    }
    if finding.status == .present {
      merged.reps.append(rep)
      merged.severity = [merged.severity, finding.severity].compactMap { $0 }.max()
    }
    cell = merged
  }

  private static func rank(_ status: Status) -> Int {
    switch status {
    case .present: 3
    case .borderline: 2
    case .absent: 1
    case .notObservable: 0
    }
  }
}

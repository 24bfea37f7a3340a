package import Faults
internal import Kinematics
package import Pose

/// One recording and person in a few words: a row of the terminal's table and of the index page.
///
/// A run keeps one for each recording to its end, so it is small: a few hundred bytes.
package struct SetSummary: Sendable {
  /// What is said of one mistake over the set.
  package struct Cell: Sendable, Equatable {
    package var status: Status
    package var severity: Severity?
    /// In how many reps it is present, and the first of them; else the first rep.
    package var reps: UInt16
    package var first: UInt16

    package init(status: Status, severity: Severity?, reps: UInt16, first: UInt16) {
      self.status = status
      self.severity = severity
      self.reps = reps
      self.first = first
    }
  }

  /// One thing to work on.
  package struct Work: Sendable, Equatable {
    package var fault: FaultID
    package var severity: Severity
    /// In how many reps.
    package var reps: Int

    package var title: String { fault.title }

    package init(fault: FaultID, severity: Severity, reps: Int) {
      self.fault = fault
      self.severity = severity
      self.reps = reps
    }
  }

  package var recording: String
  package var person: String
  package var metadata: Metadata
  package var status: RecordingReport.Status
  package var error: String?
  package var completeReps: Int
  package var goodReps: Int
  /// By the order of the mistakes; nil where nothing was said.
  private var cells: [Cell?]
  /// What to work on first, at most three things.
  package var advice: [Work]
  package var viewKind: String?
  package var fps: Double
  package var warnings: Int
  /// What is followed over an athlete's sets.
  package var trends: Trends
  /// The depth of the hips over the recording, thinned to a few points: 0 standing, 255 deepest.
  package var sparkline: [UInt8]
  /// Its page within the output folder, when one was written.
  package var page: String?

  /// The sparkline is that of the playback where there is one; the trends are the report's unless
  /// they are given.
  package init(
    _ report: RecordingReport, _ playback: Playback? = nil, trends: Trends? = nil
  ) {
    recording = report.recording
    person = report.person
    metadata = report.metadata
    status = report.status
    error = report.error
    completeReps = report.completeReps
    goodReps = report.goodReps
    cells = FaultID.allCases.map { Self.cell($0, report) }
    advice = report.advice.map {
      Work(fault: $0.fault, severity: $0.severity, reps: $0.reps.count)
    }
    viewKind = report.view?.kind.rawValue
    fps = report.fps
    warnings = report.warnings.count
    self.trends = trends ?? Trends(report)
    sparkline = playback?.sparkline ?? []
  }

  package subscript(fault: FaultID) -> Cell? {
    get { FaultID.allCases.firstIndex(of: fault).flatMap { cells[$0] } }
    set {
      if let place = FaultID.allCases.firstIndex(of: fault) { cells[place] = newValue }
    }
  }

  /// The mistakes that are present, with what is said of them.
  package var present: [(fault: FaultID, cell: Cell)] {
    zip(FaultID.allCases, cells).compactMap { fault, cell in
      cell.flatMap { $0.status == .present ? (fault, $0) : nil }
    }
  }

  /// How much there is to do: a severe mistake outweighs any number of mild ones, and one that
  /// follows from another counts as a mild one.
  package var weight: Int {
    let present = present
    let faults = present.map(\.fault)
    return present.reduce(0) { sum, item in
      if Causes.follows(item.fault, among: faults) { return sum + 1 }
      return switch item.cell.severity {
      case .severe: sum + 10_000
      case .moderate: sum + 100
      default: sum + 1
      }
    }
  }

  /// The set's own finding; where a mistake has none, its reps' together.
  private static func cell(_ fault: FaultID, _ report: RecordingReport) -> Cell? {
    if let finding = report.setFindings.first(where: { $0.fault == fault }) {
      let first = finding.reps.first ?? report.reps.first { $0.complete }?.index ?? 1
      return Cell(
        status: finding.status, severity: finding.severity,
        reps: UInt16(clamping: finding.reps.count), first: UInt16(clamping: first))
    }
    var merged: Cell?
    for rep in report.reps {
      guard let finding = rep.finding(fault) else { continue }
      var cell =
        merged
        ?? Cell(
          status: finding.status, severity: nil, reps: 0, first: UInt16(clamping: rep.index))
      if rank(finding.status) > rank(cell.status) { cell.status = finding.status }
      if finding.status == .present {
        if cell.reps == 0 { cell.first = UInt16(clamping: rep.index) }
        cell.reps += 1
        cell.severity = [cell.severity, finding.severity].compactMap { $0 }.max()
      }
      merged = cell
    }
    return merged
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

internal import Faults
internal import Pose
internal import PoseCSV
internal import Reports
internal import Reps

/// Analyzes a long recording stretch by stretch, and puts the stretches' reports together.
///
/// Two stretches share some rows, and between two movements in the middle of those lies the seam:
/// a rep is taken from the stretch in which its bottom lies on this side of it. Every stretch is
/// judged as a recording of its own, so that a rep is compared with those around it. Memory is
/// that of a stretch, a report of `mostReps` reps, and a few numbers for each rep beyond.
struct LongAnalysis {
  /// What is said of the recording so far.
  private var report: RecordingReport
  private var tally = SetTally()
  private var judged = Judged()
  private var trends = Trends.Samples()
  private var warnings = WarningTally()
  /// Where reps go that the report does not hold.
  private var spill: Spill?
  /// The first row that was not yet taken.
  private var seam = 0
  private var reps = 0
  private var isSeen = false
  /// The most reps of a stretch so far: the view is that of the stretch that shows most.
  private var mostSeen = -1

  private let analyze: AnalyzeRecording
  private let folder: OutputFolder?
  private let mostReps: Int

  /// Of more reps than these a recording has no page.
  static let mostReps = 1000

  /// `mostReps` is how many reps the report holds; of more, it holds only the sum.
  init(
    of name: String, folder: OutputFolder?, mostReps: Int = Self.mostReps,
    analyze: @escaping AnalyzeRecording
  ) {
    report = RecordingReport(recording: name, person: "0", status: .rejected)
    self.folder = folder
    self.mostReps = mostReps
    self.analyze = analyze
  }

  /// Takes the next stretch.
  mutating func add(_ stretch: Stretch) throws(RunError) {
    let reports = stretch.recordings.map(analyze)
    let next = stretch.shared.map { Self.seam(in: $0, reports) } ?? .max
    report.accounts.add(stretch.accounts)
    for part in reports {
      report.accounts.filled += part.accounts.filled
      warnings.add(part.warnings, ofRows: stretch.rows)
      if part.status == .rejected {
        report.error = report.error ?? part.error
      } else {
        try take(part, rows: seam..<next, of: stretch)
      }
    }
    seam = next
  }

  /// What is said of the whole recording, once all of it was taken.
  consuming func finish() -> Finished {
    if isSeen {
      report.error = nil
      report.setFindings = tally.setFindings
      report.assessment = tally.assessment(report.setFindings)
      report.advice = tally.advice(report.setFindings)
      report.warnings = warnings.summed(hasReps: reps > 0, others: report.others)
      report.status = report.warnings.isEmpty ? .ok : .warned
    } else {
      report.error =
        report.error ?? "\(report.recording): has no usable frame: every point is missing"
    }
    return Finished(report: report, judged: judged, trends: trends.trends, spill: spill)
  }

  struct Finished {
    /// With all reps, unless there is a spill.
    var report: RecordingReport
    /// Of the spilled reps.
    var judged: Judged
    var trends: Trends
    var spill: Spill?
  }
}

extension LongAnalysis {
  /// The row in the middle between the two movements that lie about the middle of the rows.
  private static func seam(in rows: Range<Int>, _ reports: [RecordingReport]) -> Int {
    let middle = (rows.lowerBound + rows.upperBound) / 2
    var low = rows.lowerBound
    var high = rows.upperBound
    for report in reports {
      let places =
        report.reps.map(\.bottomFrame) + report.others.map { ($0.start + $0.end) / 2 }
      for place in places where rows.contains(place) {
        if place <= middle { low = max(low, place) } else { high = min(high, place) }
      }
    }
    return (low + high + 1) / 2
  }

  /// Takes what lies in the rows from a stretch's report.
  private mutating func take(
    _ part: RecordingReport, rows: Range<Int>, of stretch: Stretch
  ) throws(RunError) {
    describe(part)
    let fresh = part.reps.filter { rows.contains($0.bottomFrame) }.map { rep in
      var rep = rep
      reps += 1
      rep.index = reps
      return rep
    }
    for rep in fresh where rep.complete {
      let shank = rep.measures.first { $0.name == MeasureID.shankInclination.name }
      tally.add(rep: rep.index, findings: rep.findings, shank: shank.map { ($0.value, $0.sd) })
    }
    tally.add(
      stretch: part.setFindings, assessment: part.assessment,
      at: "Frames \(stretch.rows.lowerBound) to \(stretch.rows.upperBound - 1)")
    report.others += part.others.filter { rows.contains(($0.start + $0.end) / 2) }
    report.reps += fresh
    remember(fresh, part)
    if fresh.count > mostSeen {
      mostSeen = fresh.count
      report.view = part.view
    }
    if spill != nil || report.reps.count > mostReps { try spillReps() }
  }

  /// What holds from the first stretch on in which the lifter is seen.
  private mutating func describe(_ part: RecordingReport) {
    guard !isSeen else { return }
    isSeen = true
    report.person = part.person
    report.metadata = part.metadata
    report.layout = part.layout
    report.dimensions = part.dimensions
    report.units = part.units
    report.fps = part.fps
    report.fpsSource = part.fpsSource
    report.clock = RecordingReport.Clock(rows: [], times: [])
  }

  /// Keeps the times of the frames that reps and their findings name.
  private mutating func remember(_ reps: [RepReport], _ part: RecordingReport) {
    var frames: Set<Int> = []
    for rep in reps {
      frames.formUnion([rep.startFrame, rep.bottomFrame, rep.endFrame])
      frames.formUnion(rep.findings.compactMap(\.frame))
    }
    guard var clock = report.clock else { return }
    for frame in frames.sorted() {
      guard Int(clock.rows.last ?? -1) < frame, let time = part.seconds(ofFrame: frame) else {
        continue
      }
      clock.rows.append(Int32(frame))
      clock.times.append(time)
    }
    report.clock = clock
  }

  /// Writes the report's reps where they need no memory.
  private mutating func spillReps() throws(RunError) {
    if spill == nil { spill = try Spill(in: folder) }
    guard let spill else { return }
    var json = JSONWriter()
    var table = CSVWriter()
    var findings = CSVWriter()
    ResultsWriter.write(
      reps: report.reps, following: report.writtenReps.all > 0, to: &json)
    RepsTable.write(report, to: &table)
    FindingsTable.write(report, to: &findings)
    try spill.results.append(json.bytes)
    try spill.reps.append(table.bytes)
    try spill.findings.append(findings.bytes)
    judged.add(report)
    trends.add(report.reps)
    for rep in report.reps { report.writtenReps.add(rep) }
    report.reps = []
    report.clock = RecordingReport.Clock(rows: [], times: [])
  }
}

extension FrameAccounts {
  /// Adds what became of other rows; what was filled is counted apart.
  fileprivate mutating func add(_ other: FrameAccounts) {
    read += other.read
    used += other.used
    rejected += other.rejected
    blank += other.blank
    lost += other.lost
  }
}

internal import Faults
internal import GRDB
internal import Kinematics
internal import Pose
internal import Reports
internal import Reps

/// Turns reports into rows. Columns are bound in the order of the schema.
struct RowWriter {
  private var recordings: Insertion
  private var warnings: Insertion
  private var reps: Insertion
  private var measures: Insertion
  private var findings: Insertion
  private var allFindings: Insertion
  private var setFindings: Insertion
  private var advice: Insertion
  private var assessment: Insertion
  private var movements: Insertion
  private var recordingID = 0
  private var repID = 0
  private var order = KeyOrder()
  private var setOrder = KeyOrder()

  init(_ database: Database) throws {
    recordings = try Insertion(into: "recordings", columns: 30, database)
    warnings = try Insertion(into: "warnings", columns: 4, database)
    reps = try Insertion(into: "reps", columns: 11, database)
    measures = try Insertion(
      into: "measures", columns: 1 + 2 * MeasureCatalog.names.count, database)
    findings = try Insertion(into: "findings", columns: 11, database)
    allFindings = try Insertion(
      into: "findings", columns: 11, rows: FaultID.allCases.count, database)
    setFindings = try Insertion(into: "set_findings", columns: 6, database)
    advice = try Insertion(into: "advice", columns: 3, database)
    assessment = try Insertion(into: "assessment", columns: 5, database)
    movements = try Insertion(into: "other_movements", columns: 4, database)
  }

  mutating func write(_ line: ResultsReader.Line) throws {
    let report = line.report
    recordingID += 1
    try writeRecording(line)
    for warning in report.warnings {
      warnings.integer(recordingID)
      warnings.word(warning.code.rawValue)
      warnings.text(warning.message)
      warnings.integer(warning.frame)
      try warnings.run()
    }
    for rep in report.reps { try write(rep) }
    for place in setOrder.places(of: report.setFindings.lazy.map(\.fault)) {
      let finding = report.setFindings[place]
      setFindings.integer(recordingID)
      setFindings.word(finding.fault.rawValue)
      setFindings.word(finding.status.rawValue)
      setFindings.word(finding.severity?.rawValue)
      setFindings.text(finding.reason)
      setFindings.text(finding.reps.map(String.init).joined(separator: " "))
      try setFindings.run()
    }
    for (place, item) in report.advice.enumerated() {
      advice.integer(recordingID)
      advice.integer(place + 1)
      advice.word(item.fault.rawValue)
      try advice.run()
    }
    for criterion in report.assessment?.criteria ?? [] {
      assessment.integer(recordingID)
      assessment.integer(criterion.number)
      assessment.text(criterion.name)
      assessment.word(criterion.result.rawValue)
      assessment.text(criterion.reason)
      try assessment.run()
    }
    for movement in report.others {
      movements.integer(recordingID)
      movements.integer(movement.start)
      movements.integer(movement.end)
      movements.text(movement.what)
      try movements.run()
    }
  }

  private mutating func writeRecording(_ line: ResultsReader.Line) throws {
    let report = line.report
    let isKnown = report.status != .rejected
    recordings.integer(recordingID)
    recordings.text(report.recording)
    recordings.text(report.person)
    recordings.word(report.status.rawValue)
    recordings.text(report.error)
    recordings.text(report.metadata.athlete)
    recordings.text(report.metadata.date)
    recordings.text(report.metadata.set)
    recordings.number(Decimal.rounded(report.metadata.loadKilograms ?? .nan, decimals: 3))
    recordings.text(report.metadata.style)
    recordings.text(isKnown ? report.layout : nil)
    recordings.integer(isKnown ? report.dimensions : nil)
    recordings.text(isKnown ? report.units : nil)
    recordings.number(isKnown ? Decimal.rounded(report.fps, decimals: 3) : .nan)
    recordings.text(isKnown ? report.fpsSource : nil)
    recordings.word(report.view?.kind.rawValue)
    recordings.word(report.view?.facing.rawValue)
    recordings.number(Decimal.rounded(Double(report.view?.yaw ?? .nan), decimals: 1))
    recordings.number(Decimal.rounded(Double(report.view?.yawSD ?? .nan), decimals: 1))
    recordings.integer(report.view.map { $0.given ? 1 : 0 })
    recordings.integer(report.accounts.read)
    recordings.integer(report.accounts.used)
    recordings.integer(report.accounts.filled)
    recordings.integer(report.accounts.rejected)
    recordings.integer(report.accounts.blank)
    recordings.integer(report.accounts.lost)
    recordings.integer(report.completeReps)
    recordings.integer(report.goodReps)
    recordings.text(line.anglesFile)
    recordings.text(line.page)
    try recordings.run()
  }

  private mutating func write(_ rep: RepReport) throws {
    repID += 1
    reps.integer(repID)
    reps.integer(recordingID)
    reps.integer(rep.index)
    reps.integer(rep.complete ? 1 : 0)
    reps.integer(rep.isGood ? 1 : 0)
    reps.integer(rep.startFrame)
    reps.integer(rep.bottomFrame)
    reps.integer(rep.endFrame)
    for seconds in [rep.startSeconds, rep.bottomSeconds, rep.endSeconds] {
      reps.number(Decimal.rounded(seconds, decimals: Precision.seconds))
    }
    try reps.run()
    try writeMeasures(of: rep)
    let isWhole = rep.findings.count == FaultID.allCases.count
    for place in order.places(of: rep.findings.lazy.map(\.fault)) {
      if isWhole {
        Self.bind(rep.findings[place], of: repID, to: &allFindings)
      } else {
        Self.bind(rep.findings[place], of: repID, to: &findings)
        try findings.run()
      }
    }
    if isWhole { try allFindings.run() }
  }

  private static func bind(_ finding: Finding, of repID: Int, to row: inout Insertion) {
    let decimals = Precision.decimals(unit: finding.unit)
    row.integer(repID)
    row.word(finding.fault.rawValue)
    row.word(finding.status.rawValue)
    row.word(finding.severity?.rawValue)
    row.number(Decimal.rounded(Double(finding.confidence), decimals: Precision.confidence))
    row.number(Decimal.rounded(Double(finding.value), decimals: decimals))
    row.number(Decimal.rounded(Double(finding.sd), decimals: decimals))
    row.number(Decimal.rounded(Double(finding.limit), decimals: decimals))
    row.word(finding.unit)
    row.integer(finding.frame)
    row.text(finding.reason)
  }

  /// No row where nothing was measured at all.
  private mutating func writeMeasures(of rep: RepReport) throws {
    if rep.measures.isEmpty { return }
    measures.integer(repID)
    for (place, name) in MeasureCatalog.names.enumerated() {
      // They nearly always stand in the catalog's order.
      let measure =
        place < rep.measures.count && rep.measures[place].name == name
        ? rep.measures[place] : rep.measures.first { $0.name == name }
      let decimals = MeasureCatalog.decimals[place]
      measures.number(Decimal.rounded(measure?.value ?? .nan, decimals: decimals))
      measures.number(Decimal.rounded(measure?.sd ?? .nan, decimals: decimals))
    }
    try measures.run()
  }
}

/// The order of the tables' keys, in which rows are appended rather than put between others.
private struct KeyOrder {
  private var faults: [FaultID] = []
  private var places: [Int] = []

  /// The places of the mistakes by their names. Reps nearly always list the same ones.
  mutating func places(of listed: some Collection<FaultID>) -> [Int] {
    if !faults.elementsEqual(listed) {
      faults = Array(listed)
      places = faults.indices.sorted { faults[$0].rawValue < faults[$1].rawValue }
    }
    return places
  }
}

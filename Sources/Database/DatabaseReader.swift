internal import Faults
internal import FoundationEssentials
internal import GRDB
internal import Kinematics
internal import Pose
package import Reports
internal import Reps

/// Reads the reports of a database back, one after another, as `ResultsReader` does from lines.
package struct DatabaseReader: ~Copyable {
  private let connection: Connection
  private var lastID = 0

  /// Opens a database that a run has written; it may stay open while another run replaces it.
  package init(path: String) throws(DatabaseFailure) {
    var configuration = Configuration()
    configuration.readonly = true
    let configured = configuration
    connection = try DatabaseFailure.naming {
      let connection = Connection(try DatabaseQueue(path: path, configuration: configured))
      let (application, version) = try connection.queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA application_id"),
          try Int.fetchOne(database, sql: "PRAGMA user_version")
        )
      }
      guard application == Schema.applicationID else {
        throw DatabaseFailure("is a database, but not one of formcheck's results")
      }
      guard version == Schema.version else {
        throw DatabaseFailure(
          "has the schema of another version of formcheck; analyze the recordings again")
      }
      return connection
    }
  }

  /// The next report; nil at the end.
  package mutating func next() throws(DatabaseFailure) -> ResultsReader.Line? {
    let after = lastID
    let read = try DatabaseFailure.naming {
      try connection.queue.read { database -> (Int, ResultsReader.Line)? in
        let statement = try database.cachedStatement(
          sql: "SELECT * FROM recordings WHERE id > ? ORDER BY id LIMIT 1")
        let cursor = try Row.fetchCursor(statement, arguments: [after])
        guard let row = try cursor.next() else { return nil }
        let id: Int = try value(row, "id")
        return (
          id,
          ResultsReader.Line(
            report: try report(row, id, database), anglesFile: try value(row, "angles_file"),
            page: try value(row, "page"))
        )
      }
    }
    lastID = read?.0 ?? lastID
    return read?.1
  }
}

private func report(_ row: Row, _ id: Int, _ database: Database) throws -> RecordingReport {
  var report = RecordingReport(
    recording: try value(row, "recording"), person: try value(row, "person"),
    status: try word(row, "status"))
  report.error = try value(row, "error")
  report.metadata.athlete = try value(row, "athlete")
  report.metadata.date = try value(row, "date")
  report.metadata.set = try value(row, "set_name")
  report.metadata.loadKilograms = try value(row, "load_kg")
  report.metadata.style = try value(row, "style")
  report.layout = (try value(row, "layout")) ?? ""
  report.dimensions = (try value(row, "dimensions")) ?? 0
  report.units = (try value(row, "units")) ?? ""
  report.fps = (try value(row, "fps")) ?? 0
  report.fpsSource = (try value(row, "fps_source")) ?? ""
  report.accounts.read = try value(row, "rows_read")
  report.accounts.used = try value(row, "rows_used")
  report.accounts.filled = try value(row, "frames_filled")
  report.accounts.rejected = try value(row, "rows_rejected")
  report.accounts.blank = try value(row, "rows_blank")
  report.accounts.lost = try value(row, "frames_lost")
  if try value(row, "view") as String? != nil {
    report.view = View(
      kind: try word(row, "view"), facing: try word(row, "facing"),
      yaw: Float(try number(row, "yaw_deg")), yawSD: Float(try number(row, "yaw_sd_deg")),
      given: try value(row, "view_given"))
  }
  report.warnings = try rows("warnings", "recording_id", id, "rowid", database) { row in
    Warning(
      code: try word(row, "code"), message: try value(row, "message"),
      frame: try value(row, "frame"))
  }
  report.reps = try rows("reps", "recording_id", id, "id", database) { try rep($0, database) }
  let order = "(SELECT place FROM faults WHERE faults.fault = set_findings.fault)"
  report.setFindings = try rows("set_findings", "recording_id", id, order, database) { row in
    let reps: String = try value(row, "reps")
    return SetFinding(
      fault: try word(row, "fault"), status: try word(row, "status"),
      severity: try wordOrNil(row, "severity"),
      reps: reps.split(separator: " ").compactMap { Int($0) }, reason: try value(row, "reason"))
  }
  report.advice = try rows("advice", "recording_id", id, "place", database) { row in
    let fault: FaultID = try word(row, "fault")
    let finding = report.setFindings.first { $0.fault == fault }
    return Advice(fault, severity: finding?.severity ?? .mild, reps: finding?.reps ?? [])
  }
  report.assessment = BackSquatAssessment(
    try rows("assessment", "recording_id", id, "number", database) { row in
      (try word(row, "result"), try value(row, "reason"))
    })
  report.others = try rows("other_movements", "recording_id", id, "rowid", database) { row in
    Segmentation.Movement(
      start: try value(row, "start_frame"), end: try value(row, "end_frame"),
      what: try value(row, "what"))
  }
  return report
}

private func rep(_ row: Row, _ database: Database) throws -> RepReport {
  let id: Int = try value(row, "id")
  let order = "(SELECT place FROM faults WHERE faults.fault = findings.fault)"
  return RepReport(
    index: try value(row, "rep"), complete: try value(row, "complete"),
    startFrame: try value(row, "start_frame"),
    bottomFrame: try value(row, "bottom_frame"), endFrame: try value(row, "end_frame"),
    startSeconds: try number(row, "start_s"), bottomSeconds: try number(row, "bottom_s"),
    endSeconds: try number(row, "end_s"),
    measures: try rows("measures", "rep_id", id, "rep_id", database) { row in
      guard row.count == 1 + 2 * MeasureCatalog.names.count else {
        throw DatabaseFailure("has a table of measures with unknown columns")
      }
      return try MeasureCatalog.names.enumerated().map { place, name in
        RepReport.Measure(
          name: name, value: try row.decode(Double?.self, atIndex: 1 + 2 * place) ?? .nan,
          sd: try row.decode(Double?.self, atIndex: 2 + 2 * place) ?? .nan)
      }
    }.first ?? [],
    findings: try rows("findings", "rep_id", id, order, database) { row in
      Finding(
        fault: try word(row, "fault"), status: try word(row, "status"),
        severity: try wordOrNil(row, "severity"), confidence: Float(try number(row, "confidence")),
        value: Float(try number(row, "value")), sd: Float(try number(row, "sd")),
        limit: Float(try number(row, "limit_value")), unit: try value(row, "unit"),
        frame: try value(row, "frame"),
        reason: try value(row, "reason"))
    })
}

/// The rows of a table that belong to one of another; all names are the schema's.
private func rows<Element>(
  _ table: String, _ key: String, _ id: Int, _ order: String, _ database: Database,
  _ element: (Row) throws -> Element
) throws -> [Element] {
  let statement = try database.cachedStatement(
    sql: "SELECT * FROM \(table) WHERE \(key) = ? ORDER BY \(order)")
  let cursor = try Row.fetchCursor(statement, arguments: [id])
  var elements: [Element] = []
  while let row = try cursor.next() { elements.append(try element(row)) }
  return elements
}

private func value<Value: DatabaseValueConvertible>(_ row: Row, _ column: String) throws -> Value {
  try row.decode(forColumn: column)
}

/// A text byte for byte; GRDB's own ends at a NUL.
private func value(_ row: Row, _ column: String) throws -> String? {
  try row.withUnsafeData(named: column) { $0.map { String(decoding: $0, as: UTF8.self) } }
}

private func value(_ row: Row, _ column: String) throws -> String {
  let text: String? = try value(row, column)
  guard let text else { throw DatabaseFailure("has no text in the column '\(column)'") }
  return text
}

private func number(_ row: Row, _ column: String) throws -> Double {
  try value(row, column) ?? .nan
}

private func word<Word: RawRepresentable<String>>(_ row: Row, _ column: String) throws -> Word {
  let text: String = try value(row, column) ?? ""
  guard let word = Word(rawValue: text) else {
    throw DatabaseFailure("holds an unknown word in the column '\(column)': '\(text)'")
  }
  return word
}

private func wordOrNil<Word: RawRepresentable<String>>(
  _ row: Row, _ column: String
) throws -> Word? {
  try value(row, column) as String? == nil ? nil : try word(row, column)
}

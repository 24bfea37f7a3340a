import Faults
import Foundation
import GRDB
import Kinematics
import Pose
import Reports
import Testing

@testable import Database

@Suite final class DatabaseTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "formcheck-database-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The demo's results, as lines.
  private static let golden: [[UInt8]] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes =
      (try? Data(contentsOf: root.appending(path: "Fixtures/golden/results.ndjson"))) ?? Data()
    return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }()

  private static func demo() throws -> [ResultsReader.Line] {
    try golden.map { try ResultsReader.read($0) }
  }

  private func write(_ lines: [ResultsReader.Line], to name: String) throws {
    var writer = try DatabaseWriter(path: path(name))
    for line in lines { try writer.add(line) }
    try writer.finish()
  }

  private func read(_ name: String) throws -> [ResultsReader.Line] {
    var reader = try DatabaseReader(path: path(name))
    var lines: [ResultsReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  private func bytes(_ line: ResultsReader.Line) -> String {
    var json = JSONWriter()
    ResultsWriter.write(line.report, anglesFile: line.anglesFile, page: line.page, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Opens the database as another program would.
  private func query<Value: DatabaseValueConvertible>(
    _ name: String, _ sql: String, _ type: Value.Type = Value.self
  ) throws -> [Value] {
    try DatabaseQueue(path: path(name)).read { try Value.fetchAll($0, sql: sql) }
  }

  @Test func holdsAllThatTheLinesHold() throws {
    let lines = try Self.demo()
    #expect(lines.count == 10)
    try write(lines, to: "a")
    let again = try read("a")
    #expect(again.count == lines.count)
    for (one, other) in zip(lines, again) { #expect(bytes(one) == bytes(other)) }
    #expect(try query("a", "PRAGMA integrity_check", String.self) == ["ok"])
    #expect(try query("a", "PRAGMA foreign_key_check", String.self) == [])
  }

  @Test func theSameReportsGiveTheSameBytes() throws {
    try write(Self.demo(), to: "a")
    try write(Self.demo(), to: "b")
    let (one, other) = (
      try Data(contentsOf: folder.appending(path: "a")),
      try Data(contentsOf: folder.appending(path: "b"))
    )
    #expect(one == other)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "b"])
  }

  @Test(arguments: [
    "x'); DROP TABLE reps;--", "NUL \0 inside", "\u{1B}[2J\u{202E}", "=cmd()", "é or e\u{301}", "",
    "\"', ?1 :a @b $c", "😀",
  ])
  func hostileTextStaysText(_ text: String) throws {
    var line = try Self.demo()[0]
    line.report.recording = text
    line.report.metadata.athlete = text
    line.report.metadata.date = text
    line.report.error = text
    line.report.reps[0].findings[0].reason = text
    line.report.setFindings[0].reason = text
    line.report.warnings = [Warning(code: .noRep, message: text)]
    try write([line], to: "a")
    let report = try #require(try read("a").first).report
    for read in [
      report.recording, report.metadata.athlete, report.metadata.date, report.error,
      report.reps[0].findings[0].reason, report.setFindings[0].reason, report.warnings[0].message,
    ] {
      #expect(try #require(read).utf8.elementsEqual(text.utf8))
    }
    #expect(try query("a", "PRAGMA integrity_check", String.self) == ["ok"])
    #expect(try query("a", "SELECT count(*) FROM reps", Int.self) == [3])
  }

  @Test func holdsWhatLinesAllow() throws {
    var rejected = RecordingReport(recording: "x.csv", person: "0", status: .rejected)
    rejected.error = "x.csv:3:5: 'left_knee_x' is not a number"
    var cut = try Self.demo()[1]
    cut.report.reps[0].complete = false
    cut.report.reps[0].findings = []
    cut.report.reps[0].measures = []
    cut.report.reps[1].findings.removeLast()
    cut.anglesFile = "angles/x.csv"
    cut.page = "recordings/x.html"
    let lines = [ResultsReader.Line(report: rejected, anglesFile: nil, page: nil), cut]
    try write(lines, to: "a")
    #expect(try read("a").map(bytes) == lines.map(bytes))
  }

  @Test func itsViewsAnswer() throws {
    try write(Self.demo(), to: "a")
    let views = try query("a", "SELECT name FROM sqlite_master WHERE type = 'view'", String.self)
    #expect(
      Set(views) == ["athletes", "sets", "mistakes", "progress", "rep_table", "measure_values"])
    let reps = try Self.demo().map(\.report).flatMap(\.reps)
    #expect(try query("a", "SELECT count(*) FROM rep_table", Int.self) == [reps.count])
    #expect(try query("a", "SELECT sum(complete_reps) FROM athletes", Int.self) == [reps.count])
    let present = reps.flatMap(\.findings).count { $0.status == .present }
    #expect(try query("a", "SELECT count(*) FROM mistakes", Int.self) == [present])
    #expect(try query("a", "SELECT sum(present_reps) FROM progress", Int.self) == [present])
    let measured = reps.flatMap(\.measures).count { !$0.value.isNaN }
    #expect(try query("a", "SELECT count(*) FROM measure_values", Int.self) == [measured])
    #expect(
      try query("a", "SELECT count(*) FROM sets WHERE present LIKE '%heels_rise%'", Int.self) == [1]
    )
  }

  @Test func theColumnsOfMeasuresAreThoseOfTheTable() throws {
    try write([], to: "a")
    let columns = try query("a", "SELECT name FROM pragma_table_info('measures')", String.self)
    #expect(Array(columns.dropFirst()) == RepsTable.columns.suffix(columns.count - 1))
    #expect(try query("a", "PRAGMA application_id", Int.self) == [Schema.applicationID])
    #expect(try query("a", "PRAGMA user_version", Int.self) == [Schema.version])
    #expect(try query("a", "SELECT count(*) FROM faults", Int.self) == [25])
  }

  @Test func documentsItself() throws {
    try write([], to: "a")
    let tables = try query(
      "a", "SELECT sql FROM sqlite_master WHERE type IN ('table', 'view')", String.self)
    #expect(tables.count == 16)
    for table in tables { #expect(table.contains("-- "), "\(table)") }
  }

  @Test func refusesOtherFiles() throws {
    try Data("no database at all, but long enough to be looked at".utf8)
      .write(to: folder.appending(path: "text"))
    #expect(throws: DatabaseFailure.self) { _ = try DatabaseReader(path: path("text")) }
    try DatabaseQueue(path: path("other")).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    do {
      _ = try DatabaseReader(path: path("other"))
      Issue.record("it was taken for results")
    } catch {
      #expect(error.description == "is a database, but not one of formcheck's results")
    }
    #expect(throws: DatabaseFailure.self) { _ = try DatabaseReader(path: path("none")) }
    #expect(throws: DatabaseFailure.self) { _ = try DatabaseWriter(path: path("none/none")) }
  }

  @Test func aDamagedDatabaseIsAnErrorAndNoCrash() throws {
    try write(Self.demo(), to: "a")
    try DatabaseQueue(path: path("a")).write { database in
      try database.execute(sql: "UPDATE recordings SET status = 'fine' WHERE id = 2")
    }
    var reader = try DatabaseReader(path: path("a"))
    _ = try reader.next()
    do {
      _ = try reader.next()
      Issue.record("an unknown word was read")
    } catch {
      #expect(error.description == "holds an unknown word in the column 'status': 'fine'")
    }
    try DatabaseQueue(path: path("a")).write { database in
      try database.execute(sql: "UPDATE reps SET start_frame = 'x'")
      try database.execute(sql: "UPDATE recordings SET status = 'ok'")
    }
    var other = try DatabaseReader(path: path("a"))
    do {
      _ = try other.next()
      Issue.record("a text was read as a number")
    } catch {}
  }
}

import Foundation
import Kinematics
import Pose
import Reps
import Testing

@testable import Faults
@testable import Reports

@Suite struct ResultsReaderTests {
  private func written(_ report: RecordingReport, angles: String? = nil) -> [UInt8] {
    var json = JSONWriter()
    ResultsWriter.write(report, anglesFile: angles, to: &json)
    return json.bytes
  }

  private func isLossless(_ line: [UInt8]) throws {
    let read = try ResultsReader.read(line)
    let again = written(read.report, angles: read.anglesFile)
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: line, as: UTF8.self))
  }

  /// A report in which every member of a line says something.
  private var rich: RecordingReport {
    var report = Sample.report(
      recording: "mon\u{2028}day/\"set\\1\u{0}.csv", athlete: "x'); DROP TABLE reps;--\u{1}é",
      reason: "tab\there, \u{7F}, \u{202E}")
    report.metadata.date = "2026-03-02"
    report.metadata.set = "3"
    report.metadata.style = "low_bar"
    report.accounts.blank = 3
    report.accounts.lost = 2
    report.view?.given = true
    report.view?.yaw = 41.3
    report.others = [Segmentation.Movement(start: 3, end: 9, what: "a hip hinge: \"x\"")]
    report.assessment = BackSquatAssessment(
      (0..<10).map { ([.met, .notMet, .cannotBeJudged][$0 % 3], "Reason \($0).") })
    var cut = report.reps[0]
    cut.index = 2
    cut.complete = false
    cut.findings = []
    cut.measures = [.init(name: "a_name_of_tomorrow_deg", value: -0.04, sd: 1234567.25)]
    report.reps.append(cut)
    return report
  }

  @Test func writingAgainGivesTheSameBytes() throws {
    try isLossless(written(Sample.report()))
    try isLossless(written(rich, angles: "angles/set1.csv"))
    var rejected = RecordingReport(recording: "x.csv", person: "0", status: .rejected)
    rejected.error = "x.csv:3:5: 'left_knee_x' is not a number (\"1,3\")"
    try isLossless(written(rejected))
  }

  @Test func theDemoComesBack() throws {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/golden/results.ndjson")
    let lines = try Data(contentsOf: golden).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 10)
    for line in lines { try isLossless(Array(line) + [UInt8(ascii: "\n")]) }
  }

  @Test func readsWhatALineHolds() throws {
    let report = rich
    let read = try ResultsReader.read(written(report, angles: "angles/set1.csv"))
    #expect(read.anglesFile == "angles/set1.csv")
    #expect(read.report.metadata == report.metadata)
    #expect(read.report.view == report.view)
    #expect(read.report.accounts == report.accounts)
    #expect(read.report.warnings == report.warnings)
    #expect(read.report.setFindings == report.setFindings)
    #expect(read.report.others == report.others)
    #expect(read.report.assessment == report.assessment)
    #expect(read.report.advice.map(\.fault) == report.advice.map(\.fault))
    #expect(read.report.advice[0].reps == [1] && read.report.advice[0].severity == .mild)
    #expect(read.report.reps[0].finding(.fastDescent) == report.reps[0].finding(.fastDescent))
    #expect(read.report.reps[0].measures[2].value.isNaN)
    #expect(read.report.frames == nil && read.report.figure == nil)
  }

  @Test func floatsSurviveTheirDecimals() throws {
    var report = Sample.report()
    var state: UInt64 = 7
    for exponent in -12...40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mantissa = 1 + Float(state >> 40) / Float(1 << 24)
      let value = mantissa * Float(sign: .plus, exponent: exponent, significand: 1)
      for unit in ["deg", "ratio"] {
        report.reps[0].findings.append(
          Finding(
            fault: .bounce, status: .absent, value: value, sd: -value, limit: value, unit: unit,
            reason: ""))
      }
      report.reps[0].measures.append(.init(name: "m\(exponent)_deg", value: Double(value), sd: 0))
    }
    try isLossless(written(report))
  }

  @Test func passesOverMembersThatItDoesNotKnow() throws {
    let line = #"{"recording":"a","person":"0","status":"ok","new":[{"x":{}},1.5e3,null,true]}"#
    #expect(try ResultsReader.read(Array(line.utf8)).report.recording == "a")
  }

  @Test(arguments: [
    (#"{"person":"0","status":"ok"}"#, 29, "'recording' is missing"),
    (
      #"{"recording":"a","person":"0","status":"fine"}"#, 46,
      "'fine' is not a status of a recording"
    ),
    (#"{"recording":3}"#, 14, "expected a text in double quotes"),
    (#"{"reps":[{"complete":true}]}"#, 27, "a rep has no 'index'"),
    (#"{"reps":[{"index":1.5}]}"#, 22, "expected a number without decimals"),
    (#"[]"#, 1, "expected an object in braces"),
    (#"{"assessment":[{}]}"#, 19, "the assessment has 1 criteria instead of ten"),
  ])
  func saysWhatIsWrong(_ line: String, _ column: Int, _ message: String) {
    #expect(throws: JSONFailure(line: 1, column: column, message: message)) {
      try ResultsReader.read(Array(line.utf8))
    }
  }
}

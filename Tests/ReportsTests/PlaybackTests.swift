import Faults
import Kinematics
import Pose
import Testing

@testable import Reports

@Suite struct PlaybackTests {
  static let columns: [[Int16]] = [
    [], [0], [Int16.min], [1, 2, 3], [-126, 126, 0], [127, 0, -127], [300, Int16.min, 301],
    [32_000, -32_000, Int16.min, Int16.min, 5],
  ]

  @Test(arguments: columns)
  func columnsComeBack(_ column: [Int16]) {
    let bytes = [UInt8](capacity: column.count * DeltaColumn.longest) {
      DeltaColumn.append(column, to: &$0)
    }
    var rest = bytes[...]
    #expect(DeltaColumn.read(column.count, from: &rest) == column)
    #expect(rest.isEmpty)
    var more = bytes[...]
    #expect((DeltaColumn.read(column.count + 1, from: &more) as [Int16]?) == nil)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 255])
  func base64ComesBack(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    #expect(Base64.bytes(Array(Base64.text(bytes).utf8)[...]) == bytes)
  }

  @Test func aFigureStandsOnItsAnklesAndIsAsTallAsItsSteps() throws {
    let playback = try #require(Playback(Sample.report()))
    #expect(playback.columns[6] == Array(repeating: 0, count: 5))
    #expect(playback.columns[7] == Array(repeating: 0, count: 5))
    #expect(playback.columns[1] == Array(repeating: 2000, count: 5))
    #expect(playback[.kneeLeft]?.values == [50, 600, 1214, Playback.missing, 40])
    #expect(playback[.kneeRight] == nil)
    #expect(playback.times == [0, 33, 67, 100, 133])
    #expect(playback.numbers == [101, 102, 103, 104, 105])
  }

  /// Whatever stands in a file, pages can be made of it.
  @Test(arguments: [1e300, -1e300, 1e15, .infinity] as [Double])
  func absurdNumbersAreNoTrap(_ number: Double) throws {
    var report = Sample.report()
    report.frames?.times[4] = number
    report.clock?.times[4] = number
    report.reps[0].endSeconds = number
    report.reps[0].measures[0].value = number
    report.reps[0].findings[0].value = Float(number)
    if let knee = report.frames?.angles.kneeFlexion.left {
      var values = knee.values
      values[2] = Float(number)
      report.frames?.angles.kneeFlexion.left = Curve(values: values, sd: knee.sd)
    }
    report.figure?.tracks[0].y[2] = Float(number)
    let playback = Playback(report)
    #expect(!Pages(version: "1").recording(report, playback, name: "x").isEmpty)
    let summary = SetSummary(report, playback)
    #expect(Pages(version: "1").athletes([summary]).count == 1)
  }

  @Test func aFileComesBack() throws {
    let playback = try #require(Playback(Sample.report()))
    let file = PlaybackScript.render(playback)
    #expect(PlaybackScript.read(file) == playback)
    #expect(PlaybackScript.read(Array(file.dropLast())) == nil)
    #expect(PlaybackScript.read([]) == nil)
    #expect(
      PlaybackScript.read(Array("formcheck({\"kept\":99999999,\"data\":\"\"});\n".utf8)) == nil)
  }

  /// Pages come from what the results and the file beside the page hold, so they can be written
  /// again without the recording.
  @Test func aPageComesBack() throws {
    let report = Sample.report()
    let playback = try #require(Playback(report))
    var json = JSONWriter()
    ResultsWriter.write(report, page: "recordings/x.html", to: &json)
    let line = try ResultsReader.read(json.bytes)
    var again = line.report
    // The sample's advice is not that of the rules, which is what the results stand for.
    again.advice = report.advice
    let pages = Pages(version: "1")
    #expect(line.page == "recordings/x.html")
    let now = String(decoding: pages.recording(again, playback, name: "x"), as: UTF8.self)
    #expect(now == String(decoding: pages.recording(report, playback, name: "x"), as: UTF8.self))
  }

  @Test(arguments: [1, 4_999, 5_000, 5_001, 12_345])
  func longRecordingsAreThinnedAroundWhatIsSpokenOf(_ count: Int) throws {
    var report = Sample.report()
    var frames = Sample.frames
    frames.rows = (0..<Int32(count)).map { $0 }
    frames.frameNumbers = []
    frames.times = (0..<count).map { Double($0) / 30 }
    let ones = [Float](repeating: 1, count: count)
    frames.angles.kneeFlexion.left = Curve(values: ones, sd: ones)
    frames.angles.trunkInclination = .missing(count)
    report.frames = frames
    report.clock = RecordingReport.Clock(rows: frames.rows, times: frames.times)
    report.figure?.tracks = Array(
      repeating: Track(x: Array(repeating: 1, count: count), y: Array(repeating: 2, count: count)),
      count: 4)
    let bottom = count * 2 / 3
    report.reps[0].bottomFrame = bottom
    let playback = try #require(Playback(report))
    #expect(playback.rows.count <= Playback.mostFrames + 10)
    #expect(playback.isThinned == (count > Playback.mostFrames))
    #expect(playback.position(ofRow: bottom).map { Int(playback.rows[$0]) } == bottom)
  }
}

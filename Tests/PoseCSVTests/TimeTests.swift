import Pose
import PoseCSV
import Testing

@Suite struct TimeTests {
  /// The wide table with its frame and time cells rewritten, or rows left out (nil).
  static func table(
    header: String = "frame,time", _ cells: (Int) -> [String]?
  ) -> String {
    let lines = Sets.wide().split(separator: "\n").map(String.init)
    let rows = lines.dropFirst().enumerated().compactMap { frame, line -> String? in
      guard let cells = cells(frame) else { return nil }
      let rest = line.split(separator: ",").dropFirst(2).map(String.init)
      return (cells + rest).joined(separator: ",")
    }
    let names = lines[0].split(separator: ",").dropFirst(2).joined(separator: ",")
    return ([header + (header.isEmpty ? "" : ",") + names] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("time_s", 1.0), ("timestamp", 1), ("time_ms", 1000), ("timestamp_ms", 1000),
    ("Time (ms)", 1000), ("time", 1000), ("time_us", 1_000_000), ("t", 1_000_000_000),
    ("timestamp", 10_000_000), ("Time (min)", 1 / 60.0), ("video_time_ms", 1000), ("pts_time", 1),
    ("timestamp_ns", 1_000_000_000), ("time_in_seconds", 1),
  ])
  func theUnitOfATimeColumnIsRecognized(name: String, perSecond: Double) throws {
    let recording = try Sets.read(
      Self.table(header: "frame,\(name)") {
        ["\($0)", Sets.number(Double($0) / 50 * perSecond, perSecond < 1 ? 9 : 3)]
      })
    #expect(recording.fps == 50)
    #expect(recording.fpsSource == .timeColumn)
    #expect(abs((recording.times.last ?? 0) - 89.0 / 50) < 1e-6)
  }

  @Test(arguments: [24.0, 25, 30, 60], [1.0, 1000])
  func timesWithTwoDecimalsKeepTheRate(fps: Double, perSecond: Double) throws {
    let recording = try Sets.read(
      Self.table(header: perSecond == 1 ? "frame,time_s" : "frame,time_ms") {
        ["\($0)", Sets.number((Double($0) / fps * 100).rounded() / 100 * perSecond, 2)]
      })
    // Three seconds to a hundredth do not tell 30 from 29.97.
    #expect(abs(recording.fps / fps - 1) < 0.002)
    #expect(!recording.warnings.contains { $0.code == .timeIrregular })
  }

  @Test func aRoundedClockStillShowsAGap() throws {
    let recording = try Sets.read(
      Self.table(header: "time_s") { row in
        let frame = row < 40 ? row : row + 15
        return [Sets.number((Double(frame) / 30 * 100).rounded() / 100, 2)]
      })
    #expect(abs(recording.fps - 30) < 0.1)
    #expect(recording.accounts.lost == 15)
  }

  @Test func timesOfTheClockAreRead() throws {
    let recording = try Sets.read(
      Self.table {
        ["\($0)", "00:01:" + (($0 < 50 ? "0" : "") + Sets.number(5 + Double($0) / 10, 2))]
      })
    #expect(recording.fps == 10)
  }

  @Test(arguments: [
    "2026-02-28T23:59:*", "2026-02-28 23:59:*+01:00", "2026/02/28 23:59:*Z", "0 days 23:59:*",
    "59:*", "28.02.2026 23:59:*",
  ])
  func datesAreTimes(form: String) throws {
    let recording = try Sets.read(
      Self.table(header: "frame,timestamp") { frame in
        let second = 58 + Double(frame) / 50
        let seconds =
          (second < 10 ? "0" : "") + Sets.number(second.truncatingRemainder(dividingBy: 60), 3)
        if second < 60 { return ["\(frame)", form.replacing("*", with: seconds)] }
        let padded = seconds.count < 6 ? "0\(seconds)" : seconds
        let next = form.replacing("02-28", with: "03-01").replacing("02/28", with: "03/01")
          .replacing("28.02", with: "01.03")
          .replacing("0 days", with: "1 days").replacing("23:59", with: "00:00")
          .replacing("59:", with: "60:")
        return ["\(frame)", next.replacing("*", with: padded)]
      })
    #expect(recording.fps == 50 && recording.fpsSource == .timeColumn)
    #expect(abs((recording.times.last ?? 0) - 89.0 / 50) < 1e-6)
  }

  /// The minute before and the minute after, for the seconds.
  @Test(arguments: [
    ("11:59:* AM", "12:00:* PM"), ("12:59:*am", "01:00:*am"),
    ("2/28/2026 9:59:*", "2/28/2026 10:00:*"),
    ("\"00:59:*\"", "\"01:00:*\""),
  ])
  func halvesOfADayAndOtherDatesAreTimes(before: String, after: String) throws {
    let recording = try Sets.read(
      Self.table(header: "frame,timestamp") { frame in
        let second = 58 + Double(frame) / 50
        let text = "0" + Sets.number(second < 60 ? second : second - 60, 3)
        let digits = String(text.suffix(6))
        let seconds = before.contains("\"") ? digits.replacing(".", with: ",") : digits
        return ["\(frame)", (second < 60 ? before : after).replacing("*", with: seconds)]
      })
    #expect(recording.fps == 50 && recording.fpsSource == .timeColumn)
    #expect(abs((recording.times.last ?? 0) - 89.0 / 50) < 1e-6)
  }

  // MARK: - Timecode

  private static func timecode(base: Int, from start: Int = 0, step: Int = 1, _ mark: String = ":")
    -> String
  {
    table(header: "timecode") { row in
      let frame = start + row * step
      let seconds = frame / base
      let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
        String("0\($0)".suffix(2))
      }
      return [parts.joined(separator: ":") + mark + String("0\(frame % base)".suffix(2))]
    }
  }

  @Test(arguments: [24, 25, 30]) func aTimecodeTellsItsRate(base: Int) throws {
    let recording = try Sets.read(Self.timecode(base: base, from: base * 3600 + 7))
    #expect(recording.fps == Double(base) && recording.fpsSource == .timeColumn)
    #expect(abs((recording.times.last ?? 0) - 89 / Double(base)) < 1e-9)
  }

  /// 00:00:59;29 is followed by 00:01:00;02.
  @Test func aTimecodeThatLeavesNumbersOutLosesNoFrame() throws {
    let text = Self.table(header: "timecode") { row in
      let number = row < 45 ? 1755 + row : 1757 + row
      return [
        "00:0\(number / 1800):\(String("0\(number / 30 % 60)".suffix(2)));\(String("0\(number % 30)".suffix(2)))"
      ]
    }
    let recording = try Sets.read(text)
    #expect(abs(recording.fps - 29.97) < 0.001)
    #expect(recording.accounts.lost == 0)
  }

  /// Of every sixth frame, none says how many a second has.
  @Test func aTimecodeWithoutItsFramesTellsNoRate() throws {
    let recording = try Sets.read(Self.timecode(base: 30, step: 6))
    #expect(recording.fpsSource == .assumed)
  }

  @Test func aTimeThatCannotBeReadGivesWayToOneThatCan() throws {
    let recording = try Sets.read(
      Self.table(header: "timestamp,time") { ["4 March 10 h", Sets.number(Double($0) / 50, 3)] })
    #expect(recording.fps == 50 && recording.fpsSource == .timeColumn)
    let alone = try Sets.read(Self.table(header: "timestamp,note") { _ in ["4 March", "a"] })
    #expect(alone.fpsSource == .assumed && alone.count == 90)
  }

  @Test(arguments: ["frame", "image_id", "file"]) func namesOfPicturesNumberFrames(name: String)
    throws
  {
    let recording = try Sets.read(
      Self.table(header: "\(name),note") { row in
        ["frames/set1_\(String("000000\(row < 40 ? row : row + 10)".suffix(6))).jpg", ""]
      })
    #expect(recording.frameNumbers[39...41] == [39, 50, 51])
    #expect(recording.accounts.lost == 10)
  }

  @Test func whatIsGivenBeatsTheTimeColumnAndIsSaid() throws {
    var options = ReadOptions()
    options.sidecar.fps = 60
    let recording = try Sets.read(Sets.wide(), options: options)
    #expect(recording.fps == 60)
    #expect(recording.fpsSource == .sidecar)
    #expect(recording.warnings.contains { $0.code == .timeIrregular })
    options.option.fps = 30
    let agreed = try Sets.read(Sets.wide(), options: options)
    #expect(agreed.fpsSource == .option)
    #expect(agreed.warnings.isEmpty)
  }

  @Test func framesLeftOutAreAGapAndNoShorterTime() throws {
    let recording = try Sets.read(
      Self.table(header: "frame") { (20..<30).contains($0) ? nil : ["\($0)"] })
    #expect(recording.count == 80)
    #expect(recording.accounts.lost == 10)
    #expect(recording.times.last == 89.0 / 30)
    #expect(recording.rows == Array(0..<80))
    #expect(recording.frameNumbers[20] == 30)
    #expect(recording.warnings.contains { $0.code == .framesOmitted && $0.frame == 20 })
  }

  @Test(arguments: [("fps", "50"), ("Frame Rate", "50.0"), ("video_fps", "50")])
  func aColumnMayTellTheRate(name: String, cell: String) throws {
    let same = try Sets.read(Self.table(header: "frame,\(name)") { ["\($0)", cell] })
    #expect(same.fps == 50 && same.fpsSource == .header)
    let differing = try Sets.read(
      Self.table(header: "frame,\(name)") { ["\($0)", $0 < 9 ? cell : "40"] })
    #expect(differing.fpsSource == .assumed)
  }

  @Test func behindALongGapAnotherSetMayBegin() throws {
    for (gap, isLong) in [(200, false), (400, true)] {
      let recording = try Sets.read(
        Self.table(header: "frame") { ["\($0 < 45 ? $0 : $0 + gap)"] })
      let warning = recording.warnings.first { $0.code == .framesOmitted }
      #expect(warning?.message.contains("if another set begins behind it") == isLong)
    }
  }

  @Test func repeatedRowsAreDropped() throws {
    var lines = Sets.wide().split(separator: "\n").map(String.init)
    for row in stride(from: 81, to: 1, by: -10) { lines.insert(lines[row], at: row) }
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.count == 90)
    #expect(recording.rows == Array(0..<90))
    #expect(recording.warnings.map(\.code) == [.framesDuplicated])
  }

  @Test func rowsOutOfOrderAreSorted() throws {
    var lines = Sets.wide().split(separator: "\n").map(String.init)
    lines = [lines[0]] + lines[1...].reversed()
    let golden = try Sets.read(Sets.wide())
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.times == golden.times)
    #expect(recording[.leftKnee] == golden[.leftKnee])
    #expect(recording.warnings.map(\.code) == [.framesOutOfOrder])
  }

  @Test func aStepBackInTimeCostsItsRow() throws {
    let recording = try Sets.read(
      Self.table { ["\($0)", Sets.number($0 == 70 ? 1 : Double($0) / 30, 4)] })
    #expect(recording.count == 89)
    #expect(recording.warnings.contains { $0.code == .timeBackwards })
    #expect(zip(recording.times, recording.times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func unevenTimesAreKept() throws {
    let recording = try Sets.read(
      Self.table {
        ["\($0)", Sets.number(Double($0) / 30 + ($0.isMultiple(of: 2) ? 0 : 0.012), 4)]
      })
    #expect(recording.warnings.contains { $0.code == .timeIrregular })
    #expect(abs(recording.times[1] - (1.0 / 30 + 0.012)) < 1e-4)
  }

  /// Without frame numbers, rows of the same time are one lifter's next frames all the same.
  @Test(arguments: [10.0, 4]) func aCoarseClockMakesNoPeople(perSecond: Double) throws {
    let recording = try Sets.read(
      Self.table(header: "time") {
        $0 < 60 ? [Sets.number((Double($0) / 30 * perSecond).rounded(.down) / perSecond, 2)] : nil
      })
    #expect(recording.count == 60 && recording.rows == (0..<60).map { $0 })
    #expect(abs(recording.fps - 30) < 1.5)
    #expect(zip(recording.times, recording.times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func timesTooCoarseForTheirRateAreSpread() throws {
    let recording = try Sets.read(
      Self.table { ["\($0)", Sets.number((Double($0) / 240 * 100).rounded(.down) / 100, 2)] })
    #expect(recording.count == 90)
    #expect(abs(recording.fps - 240) < 10)
  }
}

import Pose
import PoseCSV
import Testing

/// Tables that hold several recordings.
@Suite struct PartsTests {
  /// Two sets in a table, the second one begun 30 frames later, with what stands before the points.
  private static func table(_ header: String, _ cells: (_ set: Int, _ frame: Int) -> String)
    -> [String]
  {
    let points = Sets.wide().split(separator: "\n").map {
      $0.split(separator: ",").dropFirst(2).joined(separator: ",")
    }
    var lines = ["\(header),\(points[0])"]
    for set in 0..<2 {
      for frame in 0..<(Sets.frames - 30 * set) {
        lines.append("\(cells(set, frame)),\(points[1 + frame + 30 * set])")
      }
    }
    return lines
  }

  private static func read(_ lines: [String]) throws -> [Recording] {
    try PoseReader.read(Array(lines.joined(separator: "\n").utf8), name: "sets.csv").recordings
  }

  @Test(arguments: ["video", "file name", "trial_id", "athlete"], [false, true])
  func aColumnThatNamesThemKeepsThemApart(column: String, interleaved: Bool) throws {
    var lines = Self.table("\(column),frame") { "\($0 == 0 ? "one" : "two").mp4,\($1)" }
    if interleaved {
      let frames = lines.dropFirst().map { Int($0.split(separator: ",")[1]) ?? 0 }
      let order = frames.indices.sorted { (frames[$0], $0) < (frames[$1], $1) }
      lines = [lines[0]] + order.map { lines[1 + $0] }
    }
    let recordings = try Self.read(lines)
    let golden = try Sets.read(Sets.wide())
    #expect(recordings.map(\.person) == ["one.mp4", "two.mp4"])
    #expect(recordings.map(\.count) == [Sets.frames, Sets.frames - 30])
    #expect(recordings.allSatisfy { $0.rows == Array(0..<Int32($0.count)) })
    #expect(recordings[0][.leftKnee]?.y == golden[.leftKnee]?.y)
    #expect(recordings[1][.leftKnee]?.y == golden[.leftKnee].map { Array($0.y.dropFirst(30)) })
    #expect(recordings[1].metadata.athlete == (column == "athlete" ? "two.mp4" : nil))
  }

  @Test func setsWithoutFrameNumbersAreKeptApartToo() throws {
    let recordings = try Self.read(Self.table("video,note") { set, _ in "\(set),a" })
    #expect(recordings.map(\.person) == ["0", "1"])
    #expect(recordings.map(\.count) == [Sets.frames, Sets.frames - 30])
  }

  @Test func aNameThatStandsInTheFirstRowOnlyIsThatOfTheRowsBelow() throws {
    let recordings = try Self.read(
      Self.table("athlete,frame") { set, frame in
        "\(frame == 0 ? ["Ann", "Ben"][set] : ""),\(frame)"
      })
    #expect(recordings.map(\.metadata.athlete) == ["Ann", "Ben"])
  }

  @Test func aNameForEachPictureNamesNoRecording() throws {
    let lines = Self.table("image_name,frame") { set, frame in
      "\(set)_\(frame).jpg,\(90 * set + frame)"
    }
    #expect(try Self.read(lines).map(\.count) == [2 * Sets.frames - 30])
  }

  /// Sets that are numbered while the camera runs on, with 0 between them.
  @Test func labelsOfMomentsAreNoRecordings() throws {
    let lines = Self.table("set,frame") { set, frame in
      "\((frame / 20).isMultiple(of: 2) ? 0 : frame / 40 + 1),\(90 * set + frame)"
    }
    let recordings = try Self.read(lines)
    #expect(recordings.map(\.person) == ["0"])
    #expect(recordings.map(\.count) == [2 * Sets.frames - 30])
  }

  @Test func tidyTablesAreKeptApart() throws {
    let rows = Sets.tidy().split(separator: "\n")
    let lines =
      ["clip,\(rows[0])"] + ["a", "b"].flatMap { clip in rows.dropFirst().map { "\(clip),\($0)" } }
    let recordings = try Self.read(lines)
    #expect(recordings.map(\.person) == ["a", "b"])
    #expect(recordings.map(\.count) == [Sets.frames, Sets.frames])
  }

  @Test(arguments: ["frame", "time"]) func setsThatNothingKeepsApartAreRefused(column: String) {
    let lines = Self.table(column) {
      "\(column == "frame" ? "\($1)" : Sets.number(Double($1) / 30, 4))"
    }
    let error = #expect(throws: PoseCSVError.self) { try Self.read(lines) }
    #expect(error?.description.contains("begin") == true)
    #expect(error?.description.contains("give each a file of its own") == true)
  }

  /// Frame 40 to 60 again, as an estimator writes them that was stopped and started.
  @Test func framesThatWereEstimatedTwiceAreNoOtherSet() throws {
    var lines = Sets.wide().split(separator: "\n").map(String.init)
    lines.insert(contentsOf: lines[41...60].map { $0 + "1" }, at: 61)
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.count == Sets.frames)
    #expect(recording.warnings.contains { $0.code == .framesDuplicated })
  }

  @Test func aLongTableRefusesFramesThatBeginAgain() throws {
    let lines = Self.table("frame") { "\($0 == 0 ? 1000 + $1 : $1)" }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    var options = ReadOptions()
    options.limits.rowBytes = 2000
    options.limits.stretchBytes = 8000
    options.limits.sharedBytes = 2000
    var place = 0
    let long = try LongTable(name: "sets.csv", options: options) { (most) throws(PoseCSVError) in
      defer { place = min(text.count, place + most) }
      return Array(text[place..<min(text.count, place + most)])
    }
    let table = try #require(long)
    let error = #expect(throws: PoseCSVError.self) { while try table.next() != nil {} }
    #expect(error?.description.contains("frame numbers begin again") == true)
  }
}

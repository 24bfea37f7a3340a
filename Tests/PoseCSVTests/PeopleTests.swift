import Pose
import PoseCSV
import Testing

@Suite struct PeopleTests {
  /// A table of several people, a row each a frame: who, where along x, and how deep when.
  static func table(
    column: String?, _ people: [(id: String, x: Double, depth: (Int) -> Double)]
  ) -> String {
    let names = Sets.coco17.flatMap { ["\($0)_x", "\($0)_y"] }
    var lines = [(["frame"] + (column.map { [$0] } ?? []) + names).joined(separator: ",")]
    for frame in 0..<Sets.frames {
      for person in people {
        let figure = Sets.figure(person.depth(frame))
        let cells = Sets.coco17.flatMap { name -> [String] in
          let point = figure[name] ?? (x: 0, y: 0)
          return [Sets.number(point.x + person.x, 3), Sets.number(point.y, 3)]
        }
        lines.append(
          (["\(frame)"] + (column == nil ? [] : [person.id]) + cells).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func read(_ text: String, person: ReadOptions.Person = .squatting) throws -> ReadResult {
    var options = ReadOptions()
    options.person = person
    return try PoseReader.read(Array(text.utf8), name: "set.csv", options: options)
  }

  static let gym = table(
    column: "track_id",
    [
      ("7", 0, Sets.depth), ("8", 900, { _ in 0 }),
      ("9", -1200, { Sets.depth(at: $0 + 20) * 0.08 }),
    ])

  @Test func thoseWhoSquatAreReadAndTheOthersNamed() throws {
    let result = try Self.read(Self.gym)
    #expect(result.recordings.map(\.person) == ["7"])
    #expect(result.recordings[0].count == 90)
    #expect(result.recordings[0].rows == Array(0..<90), "several rows of a frame are one frame")
    #expect(result.passedOver.map(\.person) == ["8", "9"])
    #expect(result.passedOver[0].reason.contains("does not move"))
    #expect(result.passedOver[1].reason.contains("does not squat"))
    #expect(result.recordings[0].warnings.count { $0.code == .personPassedOver } == 2)
  }

  @Test func aPersonCanBeAskedFor() throws {
    #expect(try Self.read(Self.gym, person: .all).recordings.count == 3)
    #expect(try Self.read(Self.gym, person: .main).recordings.map(\.person) == ["7"])
    #expect(try Self.read(Self.gym, person: .id("9")).recordings.map(\.person) == ["9"])
    let error = #expect(throws: PoseCSVError.self) { try Self.read(Self.gym, person: .id("1")) }
    #expect(error?.message == "has no person '1'; the file has '7', '8', '9'")
  }

  @Test func twoWhoSquatAreTwoRecordings() throws {
    let text = Self.table(
      column: "person", [("a", 0, Sets.depth), ("b", 800, { Sets.depth(at: $0 + 30) })])
    #expect(try Self.read(text).recordings.map(\.person) == ["a", "b"])
  }

  @Test func peopleWithoutIdentitiesAreFollowed() throws {
    let text = Self.table(
      column: nil, [("", 0, Sets.depth), ("", 800, { Sets.depth(at: $0 + 30) })])
    let result = try Self.read(text)
    #expect(result.recordings.count == 2)
    for recording in result.recordings {
      #expect(recording.count == 90)
      let x = recording[.leftAnkle]?.x ?? []
      #expect(Set(x).count == 1, "ankles stay where they are")
    }
  }

  @Test func aTrackThatGoesOverToAnotherPersonIsCut() throws {
    let swapped = Self.table(column: "person", [("a", 0, Sets.depth), ("b", 800, Sets.depth)])
      .split(separator: "\n").map { line -> String in
        var cells = line.split(separator: ",").map(String.init)
        if let frame = Int(cells[0]), frame >= 45 { cells[1] = cells[1] == "a" ? "b" : "a" }
        return cells.joined(separator: ",")
      }
    let result = try Self.read(swapped.joined(separator: "\n"))
    #expect(result.recordings.map(\.person) == ["a", "a/2", "b", "b/2"])
    for recording in result.recordings {
      #expect(recording.warnings.contains { $0.code == .trackCut })
      #expect(Set(recording[.leftAnkle]?.x ?? []).count == 1)
      #expect(recording.accounts.rejected == 0)
    }
  }

  /// The set, and behind it the same of a film in which the body is smaller.
  private static func twoFilms(share: Double, gap: Int) -> String {
    let header = Sets.coco17.flatMap { ["\($0)_x", "\($0)_y"] }.joined(separator: ",")
    let rows = (0..<180).map { row -> String in
      let scale = row < 90 ? 1 : share
      let figure = Sets.figure(Sets.depth(at: row))
      let cells = Sets.coco17.flatMap { name -> [String] in
        let point = figure[name] ?? (x: 0, y: 0)
        return [Sets.number(point.x * scale + 100, 3), Sets.number(point.y * scale + 200, 3)]
      }
      return ([row < 90 ? "\(row)" : "\(row + gap)"] + cells).joined(separator: ",")
    }
    return (["frame,\(header)"] + rows).joined(separator: "\n")
  }

  @Test(arguments: [0.7, 1.4], [0, 4000])
  func aBodyOfAnotherSizeIsAnotherRecording(share: Double, gap: Int) throws {
    let result = try Self.read(Self.twoFilms(share: share, gap: gap))
    #expect(result.recordings.map(\.count) == [90, 90])
    for recording in result.recordings {
      let cut = recording.warnings.first { $0.code == .trackCut }
      #expect(cut?.message.contains("all at once of another size") == true)
    }
    #expect(try Self.read(Self.twoFilms(share: 1.1, gap: gap)).recordings.count == 1)
  }

  @Test func aWildFrameIsNoOtherPerson() throws {
    var lines = Sets.wide().split(separator: "\n").map(String.init)
    let cells = lines[40].split(separator: ",").map(String.init)
    lines[40] = cells.enumerated().map { i, cell in
      i > 1 && i % 3 != 1 ? Sets.number((Double(cell) ?? 0) + 900, 3) : cell
    }.joined(separator: ",")
    #expect(try Sets.read(lines.joined(separator: "\n")).count == 90)
  }

  /// The set of one lifter, and the same for a second one who stands 800 pixels beside.
  private static func sideBySide(_ name: (_ person: Int, _ point: String) -> String) -> String {
    let header = (0..<2).flatMap { person in
      Sets.coco17.flatMap { point in ["x", "y"].map { "\(name(person, point))_\($0)" } }
    }
    return Sets.table((["frame"] + header).joined(separator: ",")) { frame in
      let figure = Sets.figure(Sets.depth(at: frame))
      return ["\(frame)"]
        + [0.0, 800].flatMap { beside in
          Sets.coco17.flatMap { name -> [String] in
            let point = figure[name] ?? (x: 0, y: 0)
            return [Sets.number(point.x + beside, 3), Sets.number(point.y, 3)]
          }
        }
    }
  }

  @Test func columnsMayNumberPeople() throws {
    for text in [
      Self.sideBySide { "person\($0)_\($1)" }, Self.sideBySide { "P\($0)_\(Sets.camel($1))" },
      Self.sideBySide { "person\($0)_\(Sets.index($1))" },
      Self.sideBySide { "person_\($0)_kpt\(Sets.index($1))" },
    ] {
      let recordings = try Self.read(text).recordings
      #expect(recordings.map(\.person) == ["0", "1"])
      let x = zip(recordings[0][.leftKnee]?.x ?? [], recordings[1][.leftKnee]?.x ?? [])
      #expect(x.allSatisfy { abs($0 + 800 - $1) < 0.01 })
    }
  }

  @Test func pointsOfHandsAndFaceAreNoneOfTheBody() throws {
    var lines = Sets.wide { "pose_\($1)\(Sets.index($0))" }.split(separator: "\n").map(String.init)
    let others = ["face", "hand_left"].flatMap { part in
      (0..<20).map { "\(part)_x\($0),\(part)_y\($0)" }
    }
    lines[0] += "," + others.joined(separator: ",")
    for i in lines.indices.dropFirst() { lines[i] += String(repeating: ",7", count: 80) }
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.layout == "coco17")
    #expect(recording[.leftKnee] == (try Sets.read(Sets.wide())[.leftKnee]))
  }

  @Test func subjectsOfOneLaboratoryAreTwoRecordings() throws {
    let lines = Sets.nexus().split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let two = lines.enumerated().map { number, line -> String in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard number > 1, !line.isEmpty else { return line }
      let padded = cells + Array(repeating: "", count: max(0, 23 - cells.count))
      let second = padded.dropFirst(2).joined(separator: ",").replacing("Ann:", with: "Ben:")
      return padded.joined(separator: ",") + "," + second
    }
    let result = try Self.read(two.joined(separator: "\n"), person: .all)
    #expect(result.recordings.map(\.person) == ["Ann", "Ben"])
    #expect(result.recordings[1][.leftAnkle]?.z[0] == 100)
  }
}

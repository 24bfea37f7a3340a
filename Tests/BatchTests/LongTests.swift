import Faults
import Kinematics
import Pose
import PoseCSV
import Reports
import TestSupport
import Testing

@testable import Batch

/// What holds of a recording that is read in stretches rather than as a whole.
@Suite struct LongTests {
  /// The lifter's three reps again and again, as a table with a clock.
  private static func table(sets: Int) -> [String] {
    let set = Lifter().filmed(yaw: 20)
    let tracks = set.joints.compactMap { joint in set[joint].map { (joint: joint, track: $0) } }
    let names = tracks.flatMap { ["\($0.joint)_x", "\($0.joint)_y", "\($0.joint)_score"] }
    let header = (["frame", "time"] + names).joined(separator: ",")
    var rows = [header.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()]
    for copy in 0..<sets {
      for row in 0..<set.count {
        let frame = copy * set.count + row
        var cells = ["\(frame)", "\(Double(frame) / set.fps)"]
        for (_, track) in tracks {
          cells += ["\(track.x[row])", "\(2000 - track.y[row])", "0.9"]
        }
        rows.append(cells.joined(separator: ","))
      }
    }
    return rows
  }

  private static func bytes(_ lines: [String], lineEnd: String = "\n") -> [UInt8] {
    Array((lines.joined(separator: lineEnd) + lineEnd).utf8)
  }

  private static func options(stretch: Int = 150_000, shared: Int = 60_000) -> ReadOptions {
    var options = ReadOptions()
    options.limits.stretchBytes = stretch
    options.limits.sharedBytes = shared
    options.limits.rowBytes = 4096
    return options
  }

  private static func whole(_ bytes: [UInt8]) throws -> RecordingReport {
    Pipeline.analyze(try PoseReader.read(bytes, name: "long.csv").recordings[0])
  }

  /// The same in stretches; the bytes come in blocks of so many.
  private static func long(
    _ bytes: [UInt8], _ options: ReadOptions = options(), blocks: Int = 1 << 18,
    mostReps: Int = 1000
  ) throws -> (found: LongAnalysis.Finished, stretches: Int) {
    var place = 0
    func next(_ most: Int) -> [UInt8] {
      let end = min(bytes.count, place + min(most, blocks))
      defer { place = end }
      return Array(bytes[place..<end])
    }
    let table = try #require(
      try LongTable(name: "long.csv", options: options) {
        (most) throws(PoseCSVError) in next(most)
      })
    var analysis = LongAnalysis(of: "long.csv", folder: nil, mostReps: mostReps) {
      Pipeline.analyze($0)
    }
    var stretches = 0
    while let stretch = try table.next() {
      try analysis.add(stretch)
      stretches += 1
    }
    return (analysis.finish(), stretches)
  }

  private static func line(_ report: RecordingReport) -> [UInt8] {
    var json = JSONWriter()
    ResultsWriter.write(report, to: &json)
    return json.bytes
  }

  /// Wherever the stretches end, the reps are those of the whole.
  @Test(arguments: [(150_000, 60_000), (171_113, 83_001), (260_000, 90_000), (400_000, 120_000)])
  func theRepsAreThoseOfTheWhole(_ stretch: Int, _ shared: Int) throws {
    let bytes = Self.bytes(Self.table(sets: 12))
    let whole = try Self.whole(bytes)
    let (found, stretches) = try Self.long(bytes, Self.options(stretch: stretch, shared: shared))
    let report = found.report
    #expect(stretches > 2)
    #expect(whole.reps.count == 36)
    try #require(report.reps.count == whole.reps.count)
    for (rep, same) in zip(report.reps, whole.reps) {
      #expect(rep.index == same.index && rep.complete == same.complete)
      #expect(abs(rep.startFrame - same.startFrame) <= 1)
      #expect(abs(rep.bottomFrame - same.bottomFrame) <= 1)
      #expect(abs(rep.endFrame - same.endFrame) <= 1)
      #expect(abs(rep.bottomSeconds - Double(rep.bottomFrame) / whole.fps) < 1e-6)
      for finding in rep.findings {
        guard let frame = finding.frame else { continue }
        #expect(report.seconds(ofFrame: frame) != nil)
      }
    }
    #expect(report.accounts == whole.accounts)
    #expect(report.fps == whole.fps && report.view?.kind == whole.view?.kind)
    #expect(report.layout == whole.layout && report.units == whole.units)
    #expect(report.others.count == whole.others.count)
    let differing = zip(report.setFindings, whole.setFindings).filter {
      $0.status != $1.status && $0.fault != .inconsistentReps
    }
    #expect(differing.isEmpty)
    #expect(report.assessment?.criteria.count == 10)
  }

  /// Every row is accounted for once, and told of with its line.
  @Test(arguments: ["\n", "\r\n"]) func everyRowIsCountedOnce(_ lineEnd: String) throws {
    var lines = Self.table(sets: 10)
    let header = lines[0]
    for place in stride(from: 40, to: lines.count, by: 37) {
      switch place % 5 {
      case 0: lines[place] = "1,2"
      case 1: lines[place] = ""
      case 2: lines[place] = "x" + lines[place]
      case 3: lines[place] = header
      default: lines[place] = "a\"b" + lines[place]
      }
    }
    let bytes = Self.bytes(lines, lineEnd: lineEnd)
    let whole = try Self.whole(bytes)
    let report = try Self.long(bytes).found.report
    let (a, b) = (report.accounts, whole.accounts)
    #expect(a.read == b.read && a.used == b.used && a.rejected == b.rejected)
    #expect(a.blank == b.blank && a.lost == b.lost && a.filled == b.filled)
    #expect(a.read == a.used + a.rejected + a.blank)
    let told = try #require(report.warnings.first { $0.code == .rowRejected }).message
    let first = try #require(whole.warnings.first { $0.code == .rowRejected }).message
    let place = try #require(first.split(separator: ";").first)
    #expect(told.contains(place))
  }

  /// A line end within quotes ends no stretch.
  @Test(arguments: 0..<6) func quotedLinesAreNoRows(_ more: Int) throws {
    let note = "\"first\nsecond" + String(repeating: "\nmore", count: more) + "\""
    let lines = Self.table(sets: 8).enumerated().map {
      $1 + "," + ($0 == 0 ? "note" : $0 % 3 == 0 ? "" : note)
    }
    let bytes = Self.bytes(lines)
    let (found, stretches) = try Self.long(bytes)
    #expect(stretches > 2)
    #expect(found.report.accounts == (try Self.whole(bytes)).accounts)
    #expect(found.report.reps.count == 24)
  }

  /// How the bytes arrive changes nothing.
  @Test(arguments: [17, 4096, 65_536]) func blocksOfAnySizeGiveTheSame(_ blocks: Int) throws {
    let bytes = Self.bytes(Self.table(sets: 8))
    let expected = Self.line(try Self.long(bytes).found.report)
    #expect(Self.line(try Self.long(bytes, blocks: blocks).found.report) == expected)
  }

  /// Reps that are written as they come are those that would have been held.
  @Test func whatIsSpilledIsWhatWouldBeHeld() throws {
    let bytes = Self.bytes(Self.table(sets: 10))
    let held = try Self.long(bytes).found
    let found = try Self.long(bytes, mostReps: 4).found
    let spill = try #require(found.spill)
    #expect(held.spill == nil && found.report.reps.isEmpty)
    #expect(found.report.counts == held.report.counts)
    #expect(held.report.counts.all == 30)

    func text(_ file: SpillFile) throws -> [UInt8] {
      var bytes: [UInt8] = []
      try file.forEachBlock { (block) throws(RunError) in bytes += block }
      return bytes
    }
    let (before, behind) = ResultsWriter.around(found.report)
    #expect(try before + text(spill.results) + behind == Self.line(held.report))
    var (reps, findings, sets) = (CSVWriter(), CSVWriter(), CSVWriter())
    RepsTable.write(held.report, to: &reps)
    FindingsTable.write(held.report, to: &findings)
    FindingsTable.write(found.report, to: &sets)
    #expect(try text(spill.reps) == reps.bytes)
    #expect(try text(spill.findings) + sets.bytes == findings.bytes)
    #expect("\(found.trends)" == "\(SetSummary(held.report).trends)")
  }

  /// What a set says of its reps one by one is what the engine says of them together.
  @Test func aTallyJudgesAsTheEngine() throws {
    let report = try Self.whole(Self.bytes(Self.table(sets: 2)))
    var tally = SetTally()
    for rep in report.reps where rep.complete {
      let shank = rep.measures.first { $0.name == MeasureID.shankInclination.name }
      tally.add(rep: rep.index, findings: rep.findings, shank: shank.map { ($0.value, $0.sd) })
    }
    let summed = tally.setFindings
    #expect(summed.count == report.setFindings.count)
    for (one, other) in zip(summed, report.setFindings) where one.fault != .inconsistentReps {
      #expect(one == other)
    }
    #expect(tally.assessment(report.setFindings) == report.assessment)
    #expect(tally.advice(report.setFindings) == report.advice)
  }

  @Test func whatCannotBeReadInStretchesIsLeftToBeReadWhole() throws {
    let rows = (0..<3000).map { "\($0 / 2),\($0 % 2),1,2,3,4,5,6,7,8" }
    let people = Self.bytes(
      ["frame,person,left_hip_x,left_hip_y,left_knee_x,left_knee_y,left_ankle_x,left_ankle_y,a,b"]
        + rows)
    let wide: [UInt8] = [0xFF, 0xFE] + people.flatMap { [$0, 0] as [UInt8] }
    for bytes in [people, wide] {
      var rest = bytes[...]
      let table = try LongTable(name: "x.csv", options: Self.options()) {
        (most) throws(PoseCSVError) in
        defer { rest = rest.dropFirst(most) }
        return Array(rest.prefix(most))
      }
      #expect(table == nil)
    }
  }

  @Test func aRowWithoutEndIsRefusedWithItsLine() throws {
    let lines = Self.table(sets: 6)
    let endless = Self.bytes(lines) + [UInt8](repeating: 0x31, count: 300_000)
    #expect(throws: PoseCSVError.self) { try Self.long(endless) }
    do {
      _ = try Self.long(endless)
    } catch let error as PoseCSVError {
      #expect(error.kind == .limit && error.line == lines.count + 1)
      #expect("\(error)".hasPrefix("long.csv:\(lines.count + 1)"))
    }
    #expect(throws: PoseCSVError.self) {
      try Self.long([UInt8](repeating: 0x31, count: 300_000))
    }
  }

  /// A long file is a file like others in every output, and is analyzed again in every run.
  @Test func aLongFileIsInAllOutputs() throws {
    let root = TemporaryFolder()
    let text = String(decoding: Self.bytes(Self.table(sets: 8)), as: UTF8.self)
    root.write(text, to: "in/long.csv")
    var options = Self.options()
    options.limits.wholeBytes = 100_000
    var run = BatchRun.Options()
    run.version = "1"
    let batch = BatchRun(options: run, read: Reading.with(options)) { Pipeline.analyze($0) }
    for _ in 0..<2 {
      let result = try batch.execute(
        Discovery(inputs: [root["in"]], output: root["out"]), into: OutputFolder(root["out"]),
        telling: BatchRun.Listener())
      #expect(result.accounts.reps == 24 && result.accounts.reused == 0)
      #expect(root.names("out/recordings") == ["long.html"])
      #expect(root.read("out/reps.csv")?.split(separator: "\n").count == 25)
    }
  }
}

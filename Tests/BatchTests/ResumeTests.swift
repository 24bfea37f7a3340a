import Faults
import Glibc
import Pose
import PoseCSV
import Reports
import Synchronization
import Testing

@testable import Batch

@Suite struct ResumeTests {
  private let root = TemporaryFolder()

  /// Reads "in" into "out" of a folder, and does to a file what its bytes say.
  private final class Runner: Sendable {
    private let root: [UInt8]
    private let analyzed = Mutex<[String]>([])

    init(_ root: [UInt8]) { self.root = root }

    /// The names of the files that were analyzed so far, sorted.
    var names: [String] { analyzed.withLock { $0.sorted() } }

    func run(
      formats: Set<Format> = Set(Format.allCases), jobs: Int = 2, isFresh: Bool = false,
      settings: [(name: String, value: String)] = [], into output: String = "out"
    ) throws -> BatchRun.Result {
      analyzed.withLock { $0 = [] }
      var options = BatchRun.Options()
      options.jobs = jobs
      options.formats = formats
      options.settings = settings
      options.isFresh = isFresh
      let batch = BatchRun(options: options, read: { try self.read($0, $1, $3) }) { recording in
        var report = RecordingReport(recording: recording.name, person: "0", status: .ok)
        report.accounts = recording.accounts
        return report
      }
      let folder = PathText.joined(root, Array(output.utf8))
      return try batch.execute(
        Discovery(inputs: [PathText.joined(root, Array("in".utf8))], output: folder),
        into: OutputFolder(folder), telling: BatchRun.Listener())
    }

    private func read(
      _ file: InputFile, _ glimpse: GlimpseFile?, _ use: UseTable
    ) throws -> PassedOverMembers {
      let bytes = try Descriptor(file.path, flags: O_RDONLY).read(atMost: 1 << 20)
      let isWanted = bytes.withUnsafeBufferPointer { glimpse?(Glimpse($0, facts: [])) ?? true }
      guard isWanted else { return PassedOverMembers() }
      analyzed.withLock { $0.append(PathText.text(file.name)) }
      let text = String(decoding: bytes, as: UTF8.self)
      if text == "poison" { kill(getpid(), SIGKILL) }
      if text == "bad" {
        use(file, .failure(PoseCSVError(.notKeypoints, "is bad", file: "x")))
      } else if text == "unreadable" {
        use(file, .failure(PoseCSVError(.unreadable, "cannot be read", file: "x")))
      } else {
        var recording = Recording(
          name: PathText.text(file.name) + text, person: "0", layout: "coco17", dimensions: 2,
          count: 1)
        recording.accounts.read = 1
        recording.accounts.used = 1
        use(file, .success([recording]))
      }
      return PassedOverMembers()
    }
  }

  private func tree(_ output: String = "out") -> [String: String] {
    var tree: [String: String] = [:]
    for folder in ["", "/recordings"] {
      for name in root.names(output + folder) where name != "recordings" {
        tree["\(folder)/\(name)"] = root.read("\(output)\(folder)/\(name)")
      }
    }
    return tree
  }

  private func withoutAccount(_ tree: [String: String]) -> [String: String] {
    tree.filter { $0.key != "/run.json" }
  }

  @Test func aSecondRunAnalyzesNothing() throws {
    for index in 0..<9 { root.write(index == 3 ? "bad" : "\(index)", to: "in/\(index).csv") }
    let runner = Runner(root.path)
    let first = try runner.run()
    #expect(first.accounts.ok == 8 && first.accounts.rejected == 1)
    let tree = tree()
    for _ in 0..<2 {
      let again = try runner.run()
      #expect(runner.names.isEmpty)
      #expect(again.accounts.reused == 9 && again.accounts.ok == 0 && again.accounts.rejected == 0)
      #expect(again.accounts.unusable == 1 && again.accounts.balances)
      #expect(withoutAccount(self.tree()) == withoutAccount(tree))
    }
  }

  @Test func onlyWhatChangedIsAnalyzed() throws {
    for index in 0..<9 { root.write("\(index)", to: "in/\(index).csv") }
    let runner = Runner(root.path)
    _ = try runner.run()
    root.write("x", to: "in/4.csv")
    root.write("new", to: "in/45.csv")
    let result = try runner.run()
    #expect(runner.names == ["4.csv", "45.csv"])
    #expect(result.accounts.reused == 8 && result.accounts.ok == 2)
    _ = try runner.run(into: "anew")
    #expect(withoutAccount(tree()) == withoutAccount(tree("anew")))
  }

  @Test func freshAnalyzesEverything() throws {
    root.write("1", to: "in/1.csv")
    let runner = Runner(root.path)
    _ = try runner.run()
    let result = try runner.run(isFresh: true)
    #expect(runner.names == ["1.csv"] && result.accounts.reused == 0)
  }

  @Test func otherSettingsAnalyzeEverything() throws {
    root.write("1", to: "in/1.csv")
    let runner = Runner(root.path)
    _ = try runner.run()
    _ = try runner.run(settings: [("fps", "25")])
    #expect(runner.names == ["1.csv"])
  }

  @Test(arguments: ["results.ndjson", "reps.csv", "recordings/1.html", ".formcheck-ledger"])
  func anOutputThatWasChangedIsMadeAgain(_ name: String) throws {
    for index in 0..<3 { root.write("\(index)", to: "in/\(index).csv") }
    let runner = Runner(root.path)
    _ = try runner.run()
    let tree = tree()
    root.write("tampered with", to: "out/\(name)")
    _ = try runner.run()
    // Without rows of its own a file needs no line of a table.
    #expect(!runner.names.isEmpty || name == "reps.csv")
    #expect(withoutAccount(self.tree()) == withoutAccount(tree))
  }

  @Test func whatIsNotMadeAnyMoreIsTakenAway() throws {
    for index in 0..<3 { root.write("\(index)", to: "in/\(index).csv") }
    let runner = Runner(root.path)
    _ = try runner.run()
    root.write("mine", to: "out/recordings/mine.html")
    _ = root["in/1.csv"].withCString { unlink($0) }
    _ = try runner.run()
    #expect(root.names("out/recordings") == ["0.html", "2.html", "mine.html"])
    _ = try runner.run(formats: [.csv])
    #expect(root.names("out/recordings") == ["mine.html"])
    #expect(
      root.names("out") == [
        ".formcheck-ledger", "findings.csv", "recordings", "reps.csv", "run.json",
      ])
  }

  @Test func aFailureOfTheMomentIsNotKept() throws {
    root.write("unreadable", to: "in/1.csv")
    let runner = Runner(root.path)
    _ = try runner.run()
    let again = try runner.run()
    #expect(runner.names == ["1.csv"] && again.accounts.rejected == 1)
  }

  @Test func aKilledRunGoesOnToTheSameBytes() async throws {
    for index in 100..<500 { root.write("\(index)", to: "in/\(index).csv") }
    root.write("poison", to: "in/450.csv")
    await #expect(processExitsWith: .failure) { [path = root.path as [UInt8]] in
      _ = try Runner(path).run()
    }
    #expect(root.read("out/run.json") == nil)
    root.write("450", to: "in/450.csv")
    let runner = Runner(root.path)
    let result = try runner.run()
    #expect(runner.names.count < 400 && runner.names.contains("450.csv"))
    #expect(result.accounts.reused == 0 && result.accounts.ok == 400)
    _ = try Runner(root.path).run(into: "whole")
    #expect(tree() == tree("whole"))
  }

  @Test func aFileThatKillsTheProgramIsLeftOut() async throws {
    for index in 10..<20 { root.write("\(index)", to: "in/\(index).csv") }
    root.write("poison", to: "in/15.csv")
    for _ in 0..<3 {
      await #expect(processExitsWith: .failure) { [path = root.path as [UInt8]] in
        _ = try Runner(path).run()
      }
    }
    let runner = Runner(root.path)
    let result = try runner.run()
    #expect(result.accounts.ok == 9 && result.accounts.rejected == 1)
    #expect(root.read("out/results.ndjson")?.contains("15.csv: was left out: ") == true)
    let again = try runner.run()
    #expect(runner.names.isEmpty && again.accounts.unusable == 1)
  }
}

@Suite struct LedgerTests {
  private let root = TemporaryFolder()

  @Test func numbersAndTextsSurvive() throws {
    var writer = RecordWriter()
    let numbers = [0, 1, 127, 128, 16_383, 16_384, .max, .min, -1]
    for number in numbers { writer.number(number) }
    writer.text("é\u{0}\n")
    writer.real(-0.1)
    writer.optional(Int?.none) { $0.number($1) }
    writer.bytes([0, 255])
    var reader = RecordReader(writer.bytes)
    for number in numbers { #expect(try reader.number() == number) }
    #expect(try reader.text() == "é\u{0}\n")
    #expect(try reader.real() == -0.1)
    #expect(
      try reader.optional { reader throws(RecordReader.Damaged) in try reader.number() } == nil)
    #expect(try reader.byteString() == [0, 255])
    #expect(throws: RecordReader.Damaged.self) { try reader.number() }
  }

  @Test func aSummarySurvives() throws {
    var report = RecordingReport(recording: "a/b.csv", person: "2", status: .warned)
    report.error = "why"
    report.metadata.athlete = "A"
    report.metadata.date = "2026-01-02"
    report.metadata.set = "3"
    report.metadata.loadKilograms = 62.5
    report.metadata.style = "high_bar"
    report.metadata.view = "side"
    report.fps = 29.97
    report.setFindings = [
      .init(fault: .kneeCave, status: .present, severity: .severe, reps: [1, 3], reason: "in"),
      .init(fault: .bounce, status: .notObservable, reps: [], reason: "not seen"),
    ]
    report.advice = [.init(.kneeCave, severity: .severe, reps: [1])]
    var summary = SetSummary(report)
    summary.completeReps = 5
    summary.goodReps = 4
    summary.viewKind = "front"
    summary.warnings = 6
    summary.sparkline = [0, 128, 255]
    summary.trends[.depth] = .init(value: -4, sd: 5, limit: 0)
    summary.trends[.descent].value = 1.2
    summary.page = "recordings/a_b.html"
    var record = RecordWriter()
    summary.write(to: &record)
    var reader = RecordReader(record.bytes)
    let again = try SetSummary(from: &reader)
    let fields = Mirror(reflecting: summary).children
    for (field, same) in zip(fields, Mirror(reflecting: again).children) {
      #expect("\(field.value)" == "\(same.value)", "\(field.label ?? "")")
      // A field that is not in the ledger shows here: it has the value that it begins with.
      let blank = SetSummary(RecordingReport(recording: "", person: "", status: .ok))
      let first = Mirror(reflecting: blank).children.first { $0.label == field.label }
      #expect("\(field.value)" != first.map { "\($0.value)" }, "\(field.label ?? "")")
    }
  }

  @Test(arguments: UInt64(1)...8)
  func anyBytesAreAnEntryOrNone(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var entry = LedgerEntry(
      key: Digest([1]),
      fingerprint: Fingerprint(size: 3, content: Digest([2]), circumstances: Digest([3])),
      own: [OwnOutput(section: .recordings, name: "a.html", checksum: 7)],
      slices: SharedOutput.allCases.map { .init(start: $0.rawValue, count: 1, checksum: 9) },
      accounts: RunAccounts(), failures: ["why"], notes: ["so"],
      summaries: [SetSummary(RecordingReport(recording: "a", person: "0", status: .ok))],
      judged: Judged())
    entry.accounts.files = 1
    var record = RecordWriter()
    entry.write(to: &record)
    for _ in 0..<2000 {
      var bytes = record.bytes
      for _ in 0...next(3) {
        switch next(3) {
        case 0: bytes[next(bytes.count)] = UInt8(next(256))
        case 1: bytes.removeLast(min(bytes.count - 1, next(40)))
        default: bytes.insert(UInt8(next(256)), at: next(bytes.count))
        }
      }
      var reader = RecordReader(bytes)
      guard let read = try? LedgerEntry(from: &reader) else { continue }
      var accounts = read.accounts
      accounts.add(read.accounts)
      #expect(read.slices.count == SharedOutput.allCases.count)
    }
  }

  @Test func damageShows() throws {
    var record = RecordWriter()
    record.text("something")
    let whole = LedgerFile.framed(.entry, record) + LedgerFile.framed(.end, record)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x40
      var kinds: [LedgerFile.Kind] = []
      try walk(bytes) { kinds.append($0) }
      #expect(kinds.count < 2)
      kinds = []
      try walk(Array(whole[..<index])) { kinds.append($0) }
      #expect(kinds.count == (index < whole.count / 2 ? 0 : 1))
    }
  }

  private func walk(_ bytes: [UInt8], _ take: (LedgerFile.Kind) -> Void) throws {
    let path = root["ledger"]
    _ = path.withCString { unlink($0) }
    let file = try Descriptor(path, flags: O_RDWR | O_CREAT)
    try file.write(bytes)
    LedgerFile.walk(file) { kind, _, _ in
      take(kind)
      return true
    }
  }

  @Test func marksTellWhatWasInWork() throws {
    let folder = try Descriptor(root.path, flags: O_RDONLY | O_DIRECTORY)
    root.write(to: "work/x")
    let work = try Descriptor(root["work"], flags: O_RDONLY | O_DIRECTORY)
    let (a, b) = (Digest(Array("a".utf8)), Digest(Array("b".utf8)))
    for deaths in 0..<3 {
      let marks = try StartMarks("marks", in: folder.number, work: work.number)
      #expect(marks.suspicions[a]?.deathsAlone == (deaths == 0 ? nil : deaths))
      #expect(marks.suspicions[b] == (deaths == 2 ? .init(deathsAlone: 0) : nil))
      marks.start(b, alone: false)
      if deaths == 0 { marks.finish(b) }
      marks.start(a, alone: true)
    }
    let last = try StartMarks("marks", in: folder.number, work: work.number)
    #expect(last.suspicions[a]?.isProven == true)
    last.start(a, alone: true)
    withUnsafeBytes(of: StartMarks.endMark) { _ = write(last.descriptor, $0.baseAddress, 19) }
    #expect(
      try StartMarks("marks", in: folder.number, work: work.number).suspicions[a]?.deathsAlone == 3)
  }
}

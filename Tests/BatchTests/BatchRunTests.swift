import Pose
import PoseCSV
import Reports
import Synchronization
import Testing

@testable import Batch

@Suite struct BatchRunTests {
  private let root = TemporaryFolder()

  private struct Broken: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads a file by its name: "bad" ones fail, "two" holds two people, others one.
  private func read(_ file: InputFile) throws -> [Recording] {
    let name = PathText.text(file.name)
    if name.contains("bad") { throw Broken(description: "\(name):3:5: is bad") }
    let people = name.contains("two") ? ["1", "2"] : ["0"]
    return people.map { person in
      var recording = Recording(
        name: name, person: person, layout: "coco17", dimensions: 2, count: 1)
      recording.accounts.read = 2
      recording.accounts.used = 1
      recording.accounts.rejected = 1
      return recording
    }
  }

  @Sendable private func readTables(
    _ file: InputFile, _ glimpse: GlimpseFile?, _ long: UseLongTable?, _ use: UseTable
  ) -> PassedOverMembers {
    use(file, Result { try read(file) })
    return PassedOverMembers()
  }

  private func analyze(_ recording: Recording) -> RecordingReport {
    let status: RecordingReport.Status = recording.name.contains("warn") ? .warned : .ok
    var report = RecordingReport(
      recording: recording.name, person: recording.person, status: status)
    report.accounts = recording.accounts
    return report
  }

  private func run(
    _ output: String, jobs: Int = 1, formats: Set<Format> = Set(Format.allCases)
  ) throws -> BatchRun.Result {
    var options = BatchRun.Options()
    options.jobs = jobs
    options.formats = formats
    options.version = "1"
    let batch = BatchRun(
      options: options, read: readTables, analyze: { self.analyze($0) })
    let folder = try OutputFolder(root[output])
    return try batch.execute(
      Discovery(inputs: [root["in"]], output: root[output]), into: folder,
      telling: BatchRun.Listener())
  }

  @Test func accountsForEveryFile() throws {
    for name in ["in/a.csv", "in/bad.csv", "in/two.csv", "in/warn.csv"] { root.write(to: name) }
    let result = try run("out")
    let accounts = result.accounts
    #expect(accounts.files == 4 && accounts.ok == 2)
    #expect(accounts.warned == 1 && accounts.rejected == 1 && accounts.recordings == 4)
    #expect(accounts.rowsRead == 6 && accounts.rowsUsed == 3 && accounts.rowsRejected == 3)
    let lines = try #require(root.read("out/results.ndjson")).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1].contains(#""status":"rejected","error":"bad.csv:3:5: is bad""#))
    #expect(root.names("out/recordings") == ["a.html", "two~1.html", "two~2.html", "warn.html"])
    #expect(
      root.names("out") == [
        ".formcheck-ledger", "assets", "findings.csv", "formcheck.sqlite", "index.html",
        "recordings", "reps.csv",
        "results.ndjson", "run.json",
      ])
  }

  @Test func bytesDoNotDependOnTheNumberOfJobs() throws {
    for index in 0..<120 { root.write(to: "in/\(index)\(index % 7 == 0 ? "bad" : "").csv") }
    for jobs in [1, 2, 3, 8] { _ = try run("out\(jobs)", jobs: jobs) }
    for name in ["results.ndjson", "run.json", "index.html", "reps.csv", "recordings/5.html"] {
      let first = try #require(root.read("out1/\(name)"))
      for jobs in [2, 3, 8] { #expect(root.read("out\(jobs)/\(name)") == first) }
    }
  }

  @Test func aBadFileChangesNothingElse() throws {
    for name in ["in/a.csv", "in/b.csv"] { root.write(to: name) }
    _ = try run("without")
    root.write(to: "in/aa-bad.csv")
    _ = try run("with")
    let without = try #require(root.read("without/results.ndjson"))
    let with = try #require(root.read("with/results.ndjson"))
    let lines = with.split(separator: "\n").filter { !$0.contains("bad") }
    #expect(lines == without.split(separator: "\n"))
    for name in ["recordings/a.html", "recordings/b.html", "reps.csv", "findings.csv"] {
      #expect(root.read("with/\(name)") == root.read("without/\(name)"))
    }
  }

  @Test func tellsFailuresAndResultsInOrder() throws {
    for index in 10..<40 { root.write(to: "in/\(index)bad.csv") }
    let heard = Heard()
    var listener = BatchRun.Listener()
    listener.failed = { heard.add($0) }
    listener.results = { heard.add(String(decoding: $0.prefix(24), as: UTF8.self)) }
    var options = BatchRun.Options()
    options.jobs = 4
    options.formats = []
    let batch = BatchRun(
      options: options, read: readTables, analyze: { self.analyze($0) })
    _ = try batch.execute(
      Discovery(inputs: [root["in"]]), into: nil, telling: listener)
    #expect(heard.all.count == 60)
    #expect(
      heard.all.filter { $0.hasSuffix("is bad") } == (10..<40).map { "\($0)bad.csv:3:5: is bad" })
  }

  private final class Heard: Sendable {
    private let texts = Mutex<[String]>([])
    func add(_ text: String) { texts.withLock { $0.append(text) } }
    var all: [String] { texts.withLock { $0 } }
  }
}

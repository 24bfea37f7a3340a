import Foundation
import Glibc
import Testing

@Suite struct AnalyzeTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func tellsGoodFromUnusable() throws {
    defer { program.remove() }
    try program.write(Program.set(), to: "in/good.csv")
    try program.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), to: "in/photo.png")
    try program.write("", to: "in/empty.csv")
    try program.write("name,price\nbread,2\nmilk,1\n", to: "in/shop.csv")
    let ending = try program.run("analyze", "in", "-o", "out")
    #expect(ending.code == 2)
    #expect(ending.output.isEmpty)
    let complaints = ending.messages.split(separator: "\n").filter { $0.hasPrefix("formcheck: ") }
    #expect(complaints.count == 3)
    for name in ["empty.csv", "photo.png", "shop.csv"] {
      #expect(complaints.contains { $0.hasPrefix("formcheck: \(name)") })
    }
    #expect(try program.read("out/results.ndjson").split(separator: "\n").count == 4)
    #expect(program.exists("out/recordings/good.html"))
    #expect(try program.read("out/index.html").contains("photo.png"))
    #expect(try program.read("out/run.json").contains(#""in":4"#))
    #expect(!program.exists("out/angles"))
  }

  @Test func countsTheRepsOfAPlainSet() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 3), to: "set.csv")
    let ending = try program.run("analyze", "set.csv", "--angles", "-o", "out")
    #expect(ending.code == 0)
    #expect(try program.read("out/reps.csv").split(separator: "\n").count == 4)
    let angles = try program.read("out/angles/set.csv")
    #expect(angles.hasPrefix("frame,time_s,neck_flexion_deg,"))
    #expect(angles.split(separator: "\n").count == 1 + 30 + 270)
  }

  @Test func writesLinesToStandardOutput() throws {
    defer { program.remove() }
    try program.write(Program.set(), to: "set.csv")
    let ending = try program.run("analyze", "set.csv", "--json", "-")
    #expect(ending.code == 0)
    #expect(ending.output.hasPrefix(#"{"recording":"set.csv","person":"0","#))
    #expect(ending.output.split(separator: "\n").count == 1)
    #expect(!program.exists("formcheck-report"))
  }

  @Test func readsStandardInput() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 2), to: ".input")
    let ending = try program.run("analyze", "-", "--json", "-")
    #expect(ending.code == 0)
    #expect(ending.output.hasPrefix(#"{"recording":"standard-input","#))
    #expect(ending.output.contains(#""index":2"#))
  }

  @Test func sameBytesWhateverTheJobs() throws {
    defer { program.remove() }
    for index in 0..<6 {
      try program.write(Program.set(reps: 1 + index % 2), to: "in/\(index).csv")
    }
    for jobs in ["1", "3"] {
      #expect(try program.run("analyze", "in", "-o", jobs, "--jobs", jobs, "--angles").code == 0)
    }
    for name in [
      "results.ndjson", "reps.csv", "findings.csv", "run.json", "index.html",
      "angles/4.csv", "recordings/4.html",
    ] { #expect(try program.read("1/\(name)") == program.read("3/\(name)")) }
  }

  @Test func failsOnRequest() throws {
    defer { program.remove() }
    try program.write(Program.set(), to: "set.csv")
    let strict = try program.run("analyze", "set.csv", "-o", "a", "--fail-on", "mild")
    let results = try program.read("a/results.ndjson")
    #expect(strict.code == (results.contains(#""severity":""#) ? 1 : 0))
    #expect(try program.run("analyze", "set.csv", "-o", "b", "--fail-on", "never").code == 0)
  }

  @Test func usageErrors() throws {
    defer { program.remove() }
    #expect(try program.run("analyze").code == 64)
    #expect(try program.run("analyze", "x", "--jobs", "0").code == 64)
    #expect(try program.run("analyze", "x", "--formats", "docx").code == 64)
    #expect(try program.run("nonsense").code == 64)
  }

  @Test func noInput() throws {
    defer { program.remove() }
    #expect(try program.run("analyze", "nothing").code == 66)
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "in"), withIntermediateDirectories: true)
    #expect(try program.run("analyze", "in").code == 66)
  }

  @Test func outputThatCannotBeWritten() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    try program.write("x", to: "file")
    let ending = try program.run("analyze", "set.csv", "-o", "file")
    #expect(ending.code == 74)
    #expect(ending.messages.hasPrefix("formcheck: file: cannot be written: "))
  }

  @Test func anotherRunInTheFolder() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    try program.write("", to: "out/x")
    let folder = open(program.folder.appending(path: "out").path, O_RDONLY)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
    let ending = try program.run("analyze", "set.csv", "-o", "out")
    #expect(ending.code == 75)
    #expect(ending.messages == "formcheck: out: another run is writing into this folder\n")
    #expect(!program.exists("out/run.json"))
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func interruption(_ signal: Int32, _ code: Int32) throws {
    defer { program.remove() }
    for index in 0..<24 { try program.write(Program.set(reps: 2), to: "in/\(index).csv") }
    let process = try program.start("analyze", "in", "-o", "out", "--jobs", "1")
    while !program.exists("out/recordings"), process.isRunning { usleep(5_000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == code)
    for name in ["run.json", "results.ndjson", "reps.csv"] {
      #expect(!program.exists("out/\(name)"))
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: program.folder.appending(path: "out").path)
    #expect(Set(left) == ["recordings", ".formcheck-run", ".formcheck-started"])
    #expect(process.terminationReason == .exit)
    let ending = try program.run("analyze", "in", "-o", "out")
    #expect(ending.code == 0)
    #expect(try program.run("analyze", "in", "-o", "whole").code == 0)
    #expect(try program.tree("out") == program.tree("whole"))
  }

  /// A long recording, from a file and through a pipe, has the reps of one that is taken whole.
  @Test func aLongRecordingHasItsReps() throws {
    defer { program.remove() }
    let text = Program.set(reps: 120)
    try program.write(text, to: "long.csv")
    try program.write(text, to: ".input")
    let whole = try program.run("analyze", "long.csv", "-o", "whole", "-q")
    let file = try program.run(
      "analyze", "long.csv", "-o", "file", "--limit", "whole=1048576", "--angles")
    let pipe = try program.run("analyze", "-", "-o", "pipe", "--limit", "whole=1048576")
    #expect(whole.code == 0 && file.code == 0 && pipe.code == 0, "\(file) \(pipe)")
    #expect(
      file.messages.contains(
        "long.csv: is long, so it was analyzed in stretches, each judged by itself, and has no "
          + "curves and no table of angles"))
    for name in ["whole", "file", "pipe"] {
      #expect(try program.read("\(name)/reps.csv").split(separator: "\n").count == 121)
      #expect(try program.read("\(name)/run.json").contains(#""complete_reps":120"#))
    }
    let looked = try program.run("inspect", "long.csv", "--limit", "whole=1048576")
    #expect(looked.code == 0 && looked.output.contains("  looked at     the first 10830 rows"))
    #expect(program.exists("file/recordings/long.html"))
    #expect(program.exists("pipe/recordings/standard-input.html"))
  }

  @Test func quietMeansErrorsOnly() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    #expect(try program.run("analyze", "set.csv", "-o", "out", "-q").messages.isEmpty)
  }

  /// The table holds the sets with most to do, and all of them for who wants more words.
  @Test func moreWordsTellOfEverySet() throws {
    defer { program.remove() }
    for index in 10..<55 { try program.write(Program.set(reps: 1), to: "in/\(index).csv") }
    func told(_ options: String...) throws -> Int {
      let ending = try program.run(["analyze", "in", "-o", "out"] + options)
      return ending.messages.split(separator: "\n").count { $0.contains(".csv ") }
    }
    #expect(try told() == 40)
    #expect(try told("-v") == 45)
  }

  @Test func colorOnlyWhenAsked() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    #expect(!(try program.run("analyze", "set.csv", "-o", "out").messages.contains("\u{1B}")))
    let painted = try program.run("analyze", "set.csv", "-o", "out", "--color", "always")
    #expect(painted.messages.contains("\u{1B}["))
  }
}

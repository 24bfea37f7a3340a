import Foundation
import Testing

@Suite struct ReportTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let demo = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/demo").path

  /// Every file of the output folder, by its path within it.
  private func files(_ folder: String) throws -> [String: Data] {
    let root = program.folder.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    var files: [String: Data] = [:]
    for name in names {
      let place = root.appending(path: name)
      if !place.hasDirectoryPath, let data = try? Data(contentsOf: place) { files[name] = data }
    }
    return files
  }

  @Test func writesTheSamePagesAgain() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 5), to: "in/<b>hostile & \"name\".csv")
    try program.write(
      #"{"athlete":"É. </script>","load_kg":62.5}"#, to: "in/<b>hostile & \"name\".json")
    try program.write("no keypoints here", to: "in/broken.csv")
    #expect(try program.run("analyze", Self.demo, "in", "-o", "out", "-q").code == 2)
    let before = try files("out")
    #expect(before.keys.count { $0.hasSuffix(".html") } == 11 + 1 + 1 + 5)
    for name in before.keys where name.hasSuffix(".html") || name.hasPrefix("assets/") {
      try FileManager.default.removeItem(at: program.folder.appending(path: "out/\(name)"))
    }
    let ending = try program.run("report", "out")
    #expect(ending.code == 0 && ending.output.isEmpty && ending.messages.isEmpty)
    let after = try files("out")
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
  }

  @Test func writesPagesOfResultsAlone() throws {
    defer { program.remove() }
    try program.write(Program.set(), to: "set.csv")
    #expect(try program.run("analyze", "set.csv", "-o", "out", "--formats", "json").code == 0)
    let ending = try program.run("report", "out")
    #expect(ending.code == 0)
    #expect(ending.messages.contains("no figure and no curves"))
    let pages = try files("out").keys.filter { $0.hasPrefix("recordings/") }
    #expect(pages.count == 1)
    #expect(try program.read("out/index.html").contains(pages.first ?? "?"))
  }

  /// As `analyze` does with a recording that it reads in stretches.
  @Test func aRecordingOfTooManyRepsHasNoPage() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    #expect(try program.run("analyze", "set.csv", "-o", "out", "--formats", "json").code == 0)
    let line = try program.read("out/results.ndjson")
    let start = try #require(line.range(of: #""reps":["#)).upperBound
    let end = try #require(line.range(of: #"],"set_findings""#)).lowerBound
    let rep = String(line[start..<end])
    for (count, pages) in [(1000, 1), (1001, 0)] {
      let reps = Array(repeating: rep, count: count).joined(separator: ",")
      let text = line.replacingCharacters(in: start..<end, with: reps)
      try program.write(text, to: "\(count)/results.ndjson")
      try program.write(program.read("out/run.json"), to: "\(count)/run.json")
      let ending = try program.run("report", "\(count)")
      #expect(ending.code == 0)
      #expect(ending.messages.contains("set.csv: has too many reps for a page") == (pages == 0))
      let written = try files("\(count)").keys.count { $0.hasPrefix("recordings/") }
      #expect(written == pages)
      #expect(program.exists("\(count)/index.html"))
    }
  }

  @Test func needsAFinishedRun() throws {
    defer { program.remove() }
    #expect(try program.run("report", "nothing").code == 66)
    try program.write("{}", to: "out/run.json")
    let ending = try program.run("report", "out")
    #expect(ending.code == 66)
    #expect(ending.messages == "formcheck: out/run.json: is not what a finished run writes\n")
  }

  @Test func printsOnlyPagesThatAreWritten() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    #expect(try program.run("analyze", "set.csv", "--pdf", "--formats", "csv").code == 64)
    #expect(try program.run("analyze", "set.csv", "--pdf", "--json", "-").code == 64)
    let ending = try program.run("analyze", "set.csv", "-o", "out", "--pdf")
    #expect(ending.code == 74)
    #expect(ending.messages.contains("athletes.pdf: cannot be written: no set names an athlete"))
    #expect(program.exists("out/run.json"))
  }

  /// The run is called finished when the pages are printed, not before.
  @Test func printsBeforeTheRunIsFinished() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    try program.write(#"{"athlete": "A. Lifter"}"#, to: "set.json")
    let browser = """
      #!/bin/sh
      for word; do case $word in --print-to-pdf=*) paper=${word#*=} ;; file://*) page=${word#file://} ;; esac; done
      test -s "$page" && ! test -e "${page%/*}/run.json" && echo printed >"$paper"
      """
    try program.write(browser, to: "bin/chromium")
    let path = program.folder.appending(path: "bin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: path.appending(path: "chromium").path)
    let ending = try program.run(
      ["analyze", "set.csv", "-o", "out", "--pdf"],
      environment: ["PATH": "\(path.path):/usr/bin:/bin"])
    #expect(ending.code == 0, "\(ending.messages)")
    #expect(try program.read("out/athletes.pdf") == "printed\n")
    #expect(program.exists("out/run.json"))
  }
}

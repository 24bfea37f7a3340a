import Foundation
import Testing

@Suite struct ArchiveTests {
  private func tool(_ arguments: String..., in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private struct Line: Decodable, Equatable {
    var recording: String
    var status: String
    var error: String?
  }

  private func lines(_ text: String) throws -> [Line] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func membersAreFilesOfTheirOwn() throws {
    let program = try Program()
    defer { program.remove() }
    for name in ["b.csv", "a.csv", "more/c.csv"] {
      try program.write(Program.set(), to: "in/\(name)")
    }
    try program.write("no table\n", to: "in/z.txt")
    try program.write("", to: "in/more/.hidden")
    try tool(
      "tar", "-czf", "sets.tar.gz", "-C", "in", "z.txt", "b.csv", "a.csv", "more",
      in: program.folder)
    let ending = try program.run("analyze", "sets.tar.gz", "-o", "out", "--jobs", "2")
    #expect(ending.code == 2, "\(ending)")
    let lines = try lines(program.read("out/results.ndjson"))
    #expect(
      lines.map(\.recording)
        == ["a.csv", "b.csv", "more/c.csv", "z.txt"].map { "sets.tar.gz/\($0)" })
    #expect(lines.map { $0.status == "rejected" } == [false, false, false, true])
    #expect(ending.messages.contains("sets.tar.gz/z.txt"))
    // The folder itself is no loss, and not named.
    #expect(ending.messages.contains("sets.tar.gz: passed over 1 hidden file\n"))
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: program.folder.appending(path: "out/recordings").path)
    #expect(pages.count { $0.hasSuffix(".html") } == 3)
    let run = try program.read("out/run.json").filter { !$0.isWhitespace }
    #expect(run.contains("\"files\":{\"in\":4,"), "\(run)")
    let inspected = try program.run("inspect", "sets.tar.gz", "--json")
    #expect(inspected.code == 2 && inspected.output.split(separator: "\n").count == 4)
  }

  @Test func compressedTablesGiveTheSameResults() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(), to: "plain.csv")
    try program.write("{\"athlete\": \"A. Lifter\"}", to: "set.json")
    try program.write("{\"athlete\": \"A. Lifter\"}", to: "plain.json")
    try program.write(Program.set(), to: "set.csv")
    try tool("gzip", "set.csv", in: program.folder)
    let plain = try program.run("analyze", "plain.csv", "--json", "-", "-q")
    let packed = try program.run("analyze", "set.csv.gz", "--json", "-", "-q")
    #expect(packed.code == 0 && packed.output.contains("A. Lifter"), "\(packed)")
    #expect(
      packed.output == plain.output.replacingOccurrences(of: "plain.csv", with: "set.csv.gz"))
  }

  @Test func standardInputMayBeAnArchive() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(), to: "a.csv")
    try tool("tar", "-cf", ".input", "a.csv", in: program.folder)
    let ending = try program.run("analyze", "-", "--json", "-", "-q")
    #expect(ending.code == 0, "\(ending)")
    #expect(try lines(ending.output).map(\.recording) == ["standard-input/a.csv"])
  }

  @Test func aBombIsRefusedAndTheOthersAreRead() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(), to: "in/a.csv")
    try tool(
      "sh", "-c", "head -c 1073741824 /dev/zero | tr '\\0' 1 | gzip -1 > in/b.csv.gz",
      in: program.folder)
    let start = ContinuousClock.now
    let ending = try program.run("analyze", "in", "--json", "-", "-q")
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(ending.code == 2)
    #expect(ending.messages.contains("limit of expansion"), "\(ending)")
    #expect(try lines(ending.output).map { $0.status == "rejected" } == [false, true])
  }
}

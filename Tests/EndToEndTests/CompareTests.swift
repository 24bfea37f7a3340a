import Foundation
import Testing

@Suite struct CompareTests {
  private static let demo = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/demo").path

  private func analyzed(_ formats: String) throws -> Program {
    let program = try Program()
    _ = try program.run("analyze", Self.demo, "-o", "out", "-q", "--formats", formats)
    return program
  }

  @Test func twoDatesOfAnAthlete() throws {
    let program = try analyzed("json")
    defer { program.remove() }
    let ending = try program.run(
      "compare", "out", "--athlete", "M. Lindner", "--dates", "2026-03-02", "2026-03-23")
    #expect(ending.code == 0 && ending.messages == "")
    #expect(ending.output.hasPrefix("M. Lindner: 2026-03-02 ("))
    #expect(
      ending.output.contains(
        "better  Not deep enough: 3 of 3 reps, then 0 of 6; thigh above the horizontal"))
    for line in ending.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let json = try program.run(
      "compare", "out", "--json", "--athlete", "M. Lindner", "--dates", "2026-03-02", "2026-03-23")
    #expect(json.output.hasPrefix(#"{"athlete":"M. Lindner","first":{"name":"2026-03-02","#))
    #expect(json.output.contains(#""quantity":"thigh above the horizontal","unit":"deg""#))
    _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    // The dates are two: what follows them is a folder.
    let inFront = try program.run(
      "compare", "--athlete", "M. Lindner", "--dates", "2026-03-02", "2026-03-23", "out")
    #expect(inFront.output == ending.output && inFront.code == 0)
    #expect(try program.run("compare", "--dates", "2026-03-02", "2026-03-23").code == 64)
  }

  @Test func aFolderAgainstItselfHasNotChanged() throws {
    let program = try analyzed("sqlite")
    defer { program.remove() }
    let ending = try program.run("compare", "out", "out")
    #expect(ending.code == 0)
    #expect(!ending.output.contains("\nbetter") && !ending.output.contains("\nworse"))
    #expect(!ending.output.contains("\nhigher") && !ending.output.contains("\nlower"))
  }

  @Test func theDatabaseAndTheLinesTellTheSameHistory() throws {
    let program = try analyzed("json,sqlite")
    defer { program.remove() }
    for options in [["--json"], [], ["--athlete", "T. Okafor"]] {
      let lines = try program.run(["history", "out/results.ndjson"] + options)
      let database = try program.run(["history", "out/formcheck.sqlite"] + options)
      #expect(lines.code == 0 && lines.output != "")
      #expect(lines.output == database.output)
      #expect(try program.run(["history", "out", "out"] + options).output == lines.output)
    }
    let text = try program.run("history", "out").output
    #expect(text.contains("  thigh above the horizontal at the bottom: "))
    #expect(text.contains("M. Lindner\n  2026-03-02  0 of 3 reps good; not deep enough (3 of 3)"))
  }

  @Test func saysWhatIsMissing() throws {
    let program = try analyzed("json")
    defer { program.remove() }
    #expect(try program.run("compare", "out").code == 64)
    #expect(try program.run("compare", "out", "out", "--dates", "a", "b").code == 64)
    #expect(try program.run("compare", "out", "nowhere").code == 66)
    let none = try program.run("compare", "out", "out", "--athlete", "Nobody")
    #expect(none.code == 66 && none.messages.contains("has no complete rep of Nobody"))
    #expect(try program.run("history", "out", "--athlete", "Nobody").code == 66)
    try program.write("no database", to: "x.sqlite")
    #expect(try program.run("history", "x.sqlite").code == 66)
  }
}

import Foundation
import Testing

@Suite struct EvaluateTests {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  private let program: Program

  init() throws { program = try Program() }

  @Test func theDemoAgreesWithItsLabels() throws {
    defer { program.remove() }
    let demo = Self.fixtures.appending(path: "demo").path
    let labels = Self.fixtures.appending(path: "demo-labels.csv").path
    #expect(try program.run("analyze", demo, "-o", "out", "--formats", "json", "-q").code == 0)
    let table = try program.run("evaluate", labels, "out", "--suggest", "try.yml")
    #expect(table.code == 0, "\(table.messages)")
    #expect(table.output.hasPrefix("270 of 270 labels have a result, in 10 recordings."))
    #expect(table.output.hasSuffix("Results without a label: 0\n"))
    #expect(try program.read("try.yml").hasPrefix("# Limits to try: "))
    let file = try program.run("evaluate", labels, "out/results.ndjson", "--json")
    #expect(file.output == (try program.run("evaluate", labels, "out", "--json")).output)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(file.output.utf8)) as? [String: Any])
    let faults = try #require(answer["faults"] as? [[String: Any]])
    #expect(faults.count == 9)
    let counts = { (key: String) in faults.compactMap { $0[key] as? Int }.reduce(0, +) }
    #expect(counts("n") == 270)
    #expect(counts("tp") >= 20)
    #expect(counts("fp") <= 2)
  }

  @Test func exitCodesAndPlaces() throws {
    defer { program.remove() }
    try program.write("recording,rep,knee_cav\n", to: "misspelled.csv")
    try program.write("recording,rep,bounce\nx.csv,1,no\n", to: "other.csv")
    try program.write(
      #"{"recording":"a.csv","person":"0","reps":[],"set_findings":[]}"#, to: "out/results.ndjson")
    #expect(try program.run("evaluate", "missing.csv", "out").code == 66)
    #expect(try program.run("evaluate", "other.csv", "nothing").code == 66)
    #expect(try program.run("evaluate", "other.csv", ".").code == 66)
    #expect(try program.run("evaluate", "other.csv").code == 64)
    let misspelled = try program.run("evaluate", "misspelled.csv", "out")
    #expect(misspelled.code == 64)
    #expect(
      misspelled.messages
        == "formcheck: misspelled.csv:1:3: unknown column 'knee_cav'; did you mean 'knee_cave'?\n")
    #expect(misspelled.output.isEmpty)
    let other = try program.run("evaluate", "other.csv", "out")
    #expect(other.code == 2)
    #expect(other.messages == "formcheck: other.csv:2: no result is called 'x.csv'\n")
    let unwritable = try program.run("evaluate", "other.csv", "out", "--suggest", "no/try.yml")
    #expect(unwritable.code == 74)
  }
}

import Reports
import Testing

@testable import Batch

@Suite struct ResultsFileTests {
  private let root = TemporaryFolder()

  private func line(_ recording: String, padding: Int = 0) -> String {
    let error = String(repeating: "x", count: padding)
    return #"{"recording":"\#(recording)","person":"0","status":"rejected","error":"\#(error)"}"#
  }

  private func names(_ text: String) throws -> [String] {
    root.write(text, to: "out/results.ndjson")
    var file = try ResultsFile(root["out"])
    var names: [String] = []
    while let line = try file.next() { names.append(line.report.recording) }
    return names
  }

  @Test func handsOutEveryLine() throws {
    #expect(try names("") == [])
    #expect(try names(line("a") + "\n") == ["a"])
    #expect(try names(line("a") + "\n\n \r\n" + line("b")) == ["a", "b"])
  }

  @Test func linesMayBeLongerThanItsBlocks() throws {
    let text = (0..<9).map { line("\($0)", padding: $0 * 300_000) + "\n" }.joined()
    #expect(try names(text) == (0..<9).map(String.init))
  }

  @Test func saysWhereItIsWrong() throws {
    root.write(line("a") + "\n\n{\"recording\":1}\n", to: "results.ndjson")
    var file = try ResultsFile(root["results.ndjson"])
    _ = try file.next()
    do {
      _ = try file.next()
      Issue.record("a number was taken for a name")
    } catch {
      #expect(
        error.description.hasSuffix("results.ndjson:3:14: expected a text in double quotes"))
    }
  }

  @Test func saysWhatIsNotThere() {
    #expect(throws: TextFileError.self) { _ = try ResultsFile(root["none"]) }
    root.write("", to: "out/reps.csv")
    do {
      _ = try ResultsFile(root["out"])
      Issue.record("a folder without results was taken")
    } catch {
      #expect(
        error.description.hasSuffix(
          "out/results.ndjson: no such file or directory; 'formcheck analyze' writes it, unless "
            + "--formats leaves out json"))
    }
  }
}

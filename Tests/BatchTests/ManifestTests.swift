import PoseCSV
import Testing

@testable import Batch

@Suite struct ManifestTests {
  private let root = TemporaryFolder()

  private func manifest(_ text: String) throws -> Manifest {
    root.write(text, to: "sets.csv")
    return try Manifest(path: root["sets.csv"])
  }

  private func file(_ name: String) -> InputFile {
    InputFile(path: root[name], name: Array(name.utf8), isNamed: false, obstacle: nil)
  }

  @Test func givesWhatStandsInTheRow() throws {
    let manifest = try manifest(
      "note,path,athlete,load_kg,fps,view\nx,a/1.csv,\"Lifter, A.\",62.5,30,side\n,b.csv,,,,auto\n")
    let given = try #require(manifest.given(file("a/1.csv")))
    #expect(given.athlete == "Lifter, A." && given.loadKilograms == 62.5 && given.fps == 30)
    #expect(given.view == "side")
    #expect(manifest.given(file("b.csv")) == ReadOptions.Given())
    #expect(manifest.given(file("c.csv")) == nil)
    #expect(manifest.note?.hasSuffix("sets.csv:1: passed over the column 'note'") == true)
  }

  @Test(arguments: [
    "path;athlete;load_kg\r\na.csv;\"Lifter; A.\";62,5\r\n",
    "path\tathlete\tload_kg\na.csv\tLifter; A.\t62.5\n",
  ])
  func isSeparatedAsSpreadsheetsDo(_ text: String) throws {
    let given = try #require(try manifest(text).given(file("a.csv")))
    #expect(given.athlete == "Lifter; A." && given.loadKilograms == 62.5)
  }

  @Test func suggestsWhatAColumnWasMeantFor() throws {
    let note = try manifest("path,athlet,hight,coach\na.csv,A,1920,B\n").note
    let said =
      "passed over the columns 'athlet' (did you mean 'athlete'?), 'hight' (did you mean "
      + "'height'?) and 'coach'"
    #expect(note?.hasSuffix("sets.csv:1: " + said) == true)
    #expect(try manifest("path,fps\na.csv,30\n").note == nil)
    #expect(try manifest("path,Weight\na.csv,60\n").note?.hasSuffix("mean 'load_kg'?)") == true)
  }

  @Test func namesRowsWithoutAnInput() throws {
    root.write(to: "in/a.csv")
    let manifest = try manifest("path\na.csv\nb.csv\n")
    let sentences = manifest.unmatched(Discovery(inputs: [root["in"]]))
    #expect(sentences.count == 1)
    #expect(sentences[0].hasSuffix("sets.csv:3: no input is called 'b.csv'"))
  }

  @Test(arguments: [
    "", "file\na.csv\n", "path,path\na,b\n", "path\na.csv\na.csv\n", "path,fps\na.csv,fast\n",
    "path,fps\na.csv,0x10\n", "path,width\na.csv,0\n", "path,units\na.csv,feet\n",
    "path,fps\n,30\n", "path,fps\na.csv,\"29,97\"\n", "path;width\na.csv;1,080,0\n",
  ])
  func refusesWhatIsWrong(_ text: String) {
    #expect(throws: Manifest.Failure.self) { try manifest(text) }
  }
}

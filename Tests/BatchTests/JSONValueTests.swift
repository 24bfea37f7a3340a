import PoseCSV
import Testing

@testable import Batch

@Suite struct JSONValueTests {
  @Test func readsValues() throws {
    let value = try JSONValue(
      Array(
        #" {"a": [1, -2.5e1, true, false, null], "b": {"c": "x\"\\\n\u00e9\ud83d\ude00"}} "#.utf8))
    #expect(value["a"] == .array([.number(1), .number(-25), .bool(true), .bool(false), .null]))
    #expect(value["b"]?["c"] == .text("x\"\\\né😀"))
    #expect(value["d"] == nil)
  }

  @Test(arguments: [
    "", "{", "[1,", "{\"a\"}", "{\"a\":}", "nan", "1e999", "\"\u{1}\"", "\"\\x\"", "[] []", "{a:1}",
    String(repeating: "[", count: 100), "\"\\ud83", "tru",
  ])
  func refusesWhatIsNoJSON(_ text: String) {
    #expect(throws: JSONValue.Failure.self) { try JSONValue(Array(text.utf8)) }
  }

  @Test func saysWhere() {
    #expect(throws: JSONValue.Failure(line: 2, column: 9, message: "expected a value")) {
      try JSONValue(Array("{\n \"fps\": x}".utf8))
    }
  }
}

@Suite struct SidecarTests {
  private let root = TemporaryFolder()

  private func sidecar(_ text: String?) -> Sidecar {
    root.write(to: "set.csv")
    if let text { root.write(text, to: "set.json") }
    return Sidecar(
      besides: InputFile(
        path: root["set.csv"], name: Array("set.csv".utf8), isNamed: false, obstacle: nil))
  }

  @Test func isNotMissed() {
    let sidecar = sidecar(nil)
    #expect(sidecar.warnings.isEmpty && sidecar.given.fps == nil)
  }

  @Test func givesWhatItHolds() {
    let given = sidecar(
      #"{"width":1080,"height":1920,"fps":29.97,"view":"side","athlete":"A","load_kg":60,"x":[]}"#
    ).given
    #expect(given.width == 1080 && given.height == 1920 && given.fps == 29.97)
    #expect(given.view == "side" && given.athlete == "A" && given.loadKilograms == 60)
  }

  @Test(arguments: [
    "{", "[]", "{\"fps\":\"fast\"}", "{\"width\":0}", "{\"fps\":1e9}", "{\"athlete\":[1]}",
  ])
  func warnsOfWhatItCannotUse(_ text: String) {
    #expect(sidecar(text).warnings.count == 1)
  }
}

import Reports
import Testing

@Suite struct JSONTests {
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
    String(repeating: "[", count: 100), "\"\\ud83", "tru", "01", "1.", "-", "1e", "+1", "{,}",
    "[1,]", "\"\\u+123\"", "\"", "\"\\",
  ])
  func refusesWhatIsNoJSON(_ text: String) {
    #expect(throws: JSONFailure.self) { try JSONValue(Array(text.utf8)) }
  }

  @Test func saysWhere() {
    #expect(throws: JSONFailure(line: 2, column: 9, message: "expected a value")) {
      try JSONValue(Array("{\n \"fps\": x}".utf8))
    }
  }

  @Test(arguments: [
    "0", "-0.001", "121.4", "0.333", "123456789012345", "1234567890123456789", "0.1e-7", "4.9e-324",
    "1.7976931348623157e308", "9007199254740993", "0.30000000000000004",
  ])
  func readsNumbersToTheBit(_ text: String) throws {
    #expect(try JSONValue(Array(text.utf8)) == .number(try #require(Double(text))))
  }

  @Test(arguments: [
    (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"), (#"\ud83dA"#, "\u{FFFD}A"),
    (#"\u0000"#, "\0"), (#"\/\b\f"#, "/\u{8}\u{C}"), ("\u{2028}é", "\u{2028}é"),
  ])
  func readsEscapes(_ text: String, _ read: String) throws {
    #expect(try JSONValue(Array("\"\(text)\"".utf8)) == .text(read))
  }
}

import Testing

@testable import Reports

@Suite struct TextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("=1+1", "'=1+1"),
    ("+49", "'+49"),
    ("-rf", "'-rf"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1", "  '=1"),
    ("\t=1", "'\t'=1"),
    ("\u{FF1D}1", "'\u{FF1D}1"),
    ("a;=1", "a;'=1"),
    ("a\n=1", "a\n'=1"),
    ("'=1", "''=1"),
    ("'quoted'", "'quoted'"),
    ("set 1, -5 deg", "set 1, -5 deg"),
    ("", ""),
  ])
  func disarmsFormulas(_ text: String, _ disarmed: String) {
    #expect(SpreadsheetText.disarm(text) == disarmed)
    #expect(SpreadsheetText.rearm(disarmed) == text)
  }

  @Test(arguments: [1 as UInt64, 2, 3, 4])
  func disarmingIsReversible(seed: UInt64) {
    let pieces = ["=", "+", "-", "@", "'", " ", ";", "\t", "\n", "a", "\u{FF0B}", "\"", ",", "1"]
    var state = seed
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<(state >> 33) % 9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let disarmed = SpreadsheetText.disarm(text)
      #expect(SpreadsheetText.rearm(disarmed).unicodeScalars.elementsEqual(text.unicodeScalars))
      for cell in disarmed.split(whereSeparator: { ";\t\n".contains($0) }) {
        let first = cell.drop { $0 == " " }.first
        #expect(first.map { !"=+-@\u{FF0B}".contains($0) } ?? true, "\(disarmed)")
      }
    }
  }

  @Test func quotesFields() {
    var csv = CSVWriter()
    csv.text("a,b")
    csv.text("say \"no\"")
    csv.text(nil)
    csv.number(-12.5, decimals: 1)
    csv.number(Double.nan, decimals: 1)
    csv.text("=HYPERLINK(\"http://x\")")
    csv.endRow()
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "\"a,b\",\"say \"\"no\"\"\",,-12.5,,\"'=HYPERLINK(\"\"http://x\"\")\"\n")
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("x\u{1B}[2J\u{7}", "x\\x1b[2J\\x07"),
    ("new\nline", "new\\x0aline"),
    ("\u{202E}gpj", "\\u{202e}gpj"),
    ("\u{85}", "\\x85"),
    ("é", "é"),
  ])
  func showsWhatATerminalWouldObey(_ text: String, _ shown: String) {
    #expect(Terminal.visible(text) == shown)
  }

  @Test(arguments: [
    ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
    ("\"' &`", "&quot;&#39; &amp;&#96;"),
    ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"),
    ("a\u{0}b", "a\u{FFFD}b"),
  ])
  func escapesForPages(_ text: String, _ escaped: String) {
    #expect(Escape.html(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
  }

  @Test func writesJSONThatStaysOnItsLine() {
    var json = JSONWriter()
    json.object { json in
      json.field("text", "a\"b\\c\nd\u{2028}e\u{85}f\u{0}é")
      json.field("missing", Double.nan, decimals: 1)
      json.field("nothing", nil as String?)
      json.field("number", -0.04, decimals: 1)
      json.array("list", [1, 2]) { $0.element($1) }
      json.object("empty") { _ in }
    }
    json.endLine()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"text":"a\"b\\c\nd\u2028e\u0085f\u0000é","missing":null,"nothing":null,"#
        + #""number":0.0,"list":[1,2],"empty":{}}"# + "\n")
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesKnownTexts(_ text: String, _ digest: String) {
    var out = ByteSink()
    for byte in SHA256.digest(Array(text.utf8)) { out.append(hexadecimal: UInt32(byte), digits: 2) }
    #expect(String(decoding: out.bytes, as: UTF8.self) == digest)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func writesBase64(_ text: String, _ base64: String) {
    #expect(Base64.text(Array(text.utf8)) == base64)
  }
}

import Foundation
import FuzzTargets
import Testing

/// Inputs that once brought a mistake to light, and seeds: all that must hold does.
@Suite struct CorpusTests {
  private static let corpus = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/corpus")

  private static func files(of target: FuzzTarget) throws -> [URL] {
    let folder = corpus.appending(path: target.name)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func holds(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let files = try Self.files(of: target)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(target.violation(bytes) == nil, "\(file.lastPathComponent)")
      // Damage of the smallest kinds.
      for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 4)) {
        var changed = bytes
        changed[index] ^= 0x15
        #expect(target.violation(changed) == nil, "\(file.lastPathComponent) with byte \(index)")
        #expect(target.violation(Array(bytes[..<index])) == nil, "\(file.lastPathComponent) cut")
      }
    }
  }
}

/// Texts from elsewhere never become anything but texts.
@Suite struct SinkTests {
  /// Pieces that mean something to a spreadsheet, a browser, a terminal or JSON.
  private static let pieces = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", " ", ";", ",", "\"", "'", "''", "<", ">", "&", "`",
    "</script>", "<img src=x onerror=alert(1)>", "&#39;", "\u{1B}[2J", "\u{9B}", "\u{7}", "\u{7F}",
    "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "cmd|' /C",
    "HYPERLINK(\"http://x\")", "A1", "é", "e\u{301}", "\u{200D}", "😀", "\\", "\\u0000", "{", "}",
    "javascript:", "\u{FFFD}", "\u{D7FF}", "\u{10FFFF}",
  ]

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func textsStayTexts(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<25_000 {
      let text = (0...next(6)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let violation =
        Sinks.violation(ofCell: text) ?? Sinks.violation(ofMarkup: text)
        ?? Sinks.violation(onTerminal: text) ?? Sinks.violation(ofJSON: text)
      #expect(violation == nil, "\(text.debugDescription)")
      if violation != nil { return }
    }
  }
}

import Foundation
import Glibc
import Testing

/// Names and things in an input folder that are meant to do harm.
@Suite struct HostileInputTests {
  private static let names: [[UInt8]] = [
    Array("latin".utf8) + [0xE9, 0xFF] + Array(".csv".utf8), Array("e\u{301}.csv".utf8),
    Array("\u{E9}.csv".utf8), Array("K.csv".utf8), Array("\u{212A}.csv".utf8),
    Array("two\nlines.csv".utf8), Array("esc\u{1B}[2J\u{7}\u{9B}.csv".utf8),
    Array("\u{202E}vsc.csv".utf8), Array("=cmd|' C calc'!A0.csv".utf8),
    Array("<img src=x onerror=alert(1)>.csv".utf8), Array("\"'`$(id);&.csv".utf8),
    Array("-o.csv".utf8), Array("CON.csv".utf8), Array("A.csv".utf8), Array("a.csv".utf8),
    Array(repeating: UInt8(ascii: "n"), count: 251) + Array(".csv".utf8),
  ]

  private func create(_ name: [UInt8], in folder: String, _ data: Data) {
    let path = (Array(folder.utf8) + [UInt8(ascii: "/")] + name).map { CChar(bitPattern: $0) }
    let file = open(path + [0], O_WRONLY | O_CREAT | O_EXCL, 0o644)
    data.withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  @Test func everyNameIsKeptAndNoneIsObeyed() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("", to: "in/.keep")
    let folder = program.folder.appending(path: "in").path
    let set = Data(Program.set(reps: 1).utf8)
    for name in Self.names { create(name, in: folder, set) }
    let ending = try program.run("analyze", "in", "-o", "out", "--angles")
    #expect(ending.code == 0, "\(ending)")
    let lines = try program.read("out/results.ndjson").split(separator: "\n")
    #expect(lines.count == Self.names.count)
    let recordings = try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["recording"] as? String)
    }
    #expect(Set(recordings.map { Array($0.utf8) }).count == Self.names.count)
    for section in ["recordings", "angles"] {
      let outputs = try program.tree("out/\(section)").keys
      for name in outputs {
        #expect(
          name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
        #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && name.utf8.count <= 96)
      }
      let pages = outputs.filter { $0.hasSuffix(section == "angles" ? ".csv" : ".html") }
      #expect(pages.count == Self.names.count)
    }
    // Nothing that a terminal would obey, a browser run or a spreadsheet calculate.
    for scalar in ending.messages.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
    }
    #expect(!(try program.read("out/index.html").contains("<img src=x")))
    #expect(try program.read("out/reps.csv").contains("\"'=cmd|' C calc'!A0.csv\""))
  }

  @Test func whatIsNoFileIsNotReadAndNotWaitedFor() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "in/a.csv")
    try program.write(Program.set(reps: 1), to: "outside.csv")
    try program.write(Program.set(reps: 1), to: "in/folder.csv/b.csv")
    let folder = program.folder.appending(path: "in").path
    mkfifo(folder + "/pipe.csv", 0o600)
    for (target, name) in [
      ("../outside.csv", "out.csv"), ("/dev/zero", "zero.csv"), ("nowhere", "dangling.csv"),
      ("loop.csv", "loop.csv"), (".", "self"), ("/", "root"),
    ] { symlink(target, folder + "/" + name) }
    let ending = try program.run("analyze", "in", "-o", "out")
    #expect(ending.code == 2)
    let complaints = ending.messages.split(separator: "\n").filter { $0.hasPrefix("formcheck: ") }
    #expect(complaints.count == 7, "\(ending.messages)")
    #expect(try program.read("out/run.json").contains(#""in":9,"ok":"#))
    let named = try program.run("analyze", "in/pipe.csv", "in/zero.csv", "-o", "named")
    #expect(
      named.code == 2 && named.messages.contains("is not a file but a pipe, socket or device"))
  }
}

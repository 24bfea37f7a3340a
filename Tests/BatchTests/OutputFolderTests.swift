import Glibc
import Testing

@testable import Batch

@Suite struct OutputFolderTests {
  private let root = TemporaryFolder()

  @Test func filesAppearWhenTheyAreComplete() throws {
    let folder = try OutputFolder(root["a/b"])
    var file = try folder.open("results.ndjson")
    try file.append(Array("one\n".utf8))
    #expect(root.read("a/b/results.ndjson") == nil)
    try file.append([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 19))
    try file.commit()
    #expect(root.read("a/b/results.ndjson")?.utf8.count == 4 + 1 << 19)
    #expect(root.names("a/b") == ["results.ndjson"])
  }

  @Test func whatIsNotCommittedLeavesNothing() throws {
    let folder = try OutputFolder(root["out"])
    do {
      var file = try folder.open("x.csv", in: .angles)
      try file.append([1])
    }
    #expect(root.names("out/angles").isEmpty)
  }

  @Test func oneRunAtATime() throws {
    let folder = try OutputFolder(root["out"])
    #expect(throws: RunError.self) { try OutputFolder(root["out"]) }
    try folder.write([1], to: "x")
  }

  @Test func takesAwayWhatAnInterruptedRunLeft() throws {
    root.write("half", to: "out/.formcheck-3.tmp")
    root.write("half", to: "out/recordings/.formcheck-4.tmp")
    root.write("{}", to: "out/run.json")
    root.write("mine", to: "out/notes.txt")
    _ = try OutputFolder(root["out"])
    #expect(root.names("out") == ["notes.txt", "recordings"])
    #expect(root.names("out/recordings").isEmpty)
  }

  @Test func replacesALinkAndNotItsTarget() throws {
    root.write("target", to: "target")
    root.write(to: "out/x")
    _ = root["out/reps.csv"].withCString { symlink("../target", $0) }
    try OutputFolder(root["out"]).write(Array("new".utf8), to: "reps.csv")
    #expect(root.read("target") == "target")
    #expect(root.read("out/reps.csv") == "new")
  }

  @Test func neverWritesThroughALinkedSubfolder() throws {
    root.write(to: "elsewhere/x")
    root.write(to: "out/x")
    _ = root["out/angles"].withCString { symlink("../elsewhere", $0) }
    let folder = try OutputFolder(root["out"])
    #expect(throws: RunError.self) { try folder.write([1], to: "a.csv", in: .angles) }
    #expect(root.names("elsewhere") == ["x"])
  }

  @Test func aFileIsNoFolder() {
    root.write("file", to: "out")
    #expect(throws: RunError.self) { try OutputFolder(root["out"]) }
    #expect(throws: RunError.self) { try OutputFolder(root["out/deeper"]) }
  }
}

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
    #expect(root.names("a/b") == [".formcheck-run", "results.ndjson"])
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

  /// As a process has it that is just being started by another thread.
  @Test func theLockGoesThoughTheFolderIsOpenElsewhere() throws {
    var copy: Int32 = -1
    do {
      let folder = try OutputFolder(root["out"])
      copy = dup(try #require(descriptor(of: root["out"])))
      #expect(throws: RunError.self) { try OutputFolder(root["out"]) }
      withExtendedLifetime(folder) {}
    }
    defer { close(copy) }
    #expect(throws: Never.self) { try OutputFolder(root["out"]) }
  }

  /// The first descriptor of this process that leads to a path.
  private func descriptor(of path: [UInt8]) -> Int32? {
    (0..<4096).first { number in
      var place = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/fd/\(number)", &place, place.count)
      return count > 0 && place.prefix(count).map { UInt8(bitPattern: $0) } == path
    }
  }

  @Test func takesAwayWhatAnInterruptedRunLeft() throws {
    root.write("half", to: "out/.formcheck-run/4.tmp")
    root.write("half", to: "out/.formcheck-run-before/3.tmp")
    root.write("{}", to: "out/run.json")
    root.write("mine", to: "out/notes.txt")
    let folder = try OutputFolder(root["out"])
    #expect(!root.names("out").contains("run.json"))
    folder.finish()
    #expect(root.names("out") == ["notes.txt"])
  }

  @Test func replacesALinkAndNotItsTarget() throws {
    root.write("target", to: "target")
    root.write(to: "out/x")
    _ = root["out/reps.csv"].withCString { symlink("../target", $0) }
    let folder = try OutputFolder(root["out"])
    try folder.write(Array("new".utf8), to: "reps.csv")
    #expect(root.read("out/reps.csv") == "target")
    try folder.settle()
    #expect(root.read("target") == "target")
    #expect(root.read("out/reps.csv") == "new")
  }

  @Test func keepsTheUnfinishedRunThatCameFurther() throws {
    root.write("a long ledger", to: "out/.formcheck-run-before/.formcheck-ledger")
    root.write("short", to: "out/.formcheck-run/.formcheck-ledger")
    _ = try OutputFolder(root["out"])
    #expect(root.read("out/.formcheck-run-before/.formcheck-ledger") == "a long ledger")
    root.write("a longer ledger still", to: "out/.formcheck-run/.formcheck-ledger")
    _ = try OutputFolder(root["out"])
    #expect(root.read("out/.formcheck-run-before/.formcheck-ledger") == "a longer ledger still")
  }

  @Test(arguments: ["../x", "a/b", "..", ".formcheck-ledger", "", "x\n", "\u{E9}"])
  func takesAwayOnlyWhatItCanHaveNamed(_ name: String) throws {
    #expect(!OutputNames.isSafe(name))
    root.write("mine", to: "x")
    root.write("mine", to: "out/a/b")
    try OutputFolder(root["out"]).remove(name)
    #expect(root.read("x") == "mine" && root.read("out/a/b") == "mine")
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

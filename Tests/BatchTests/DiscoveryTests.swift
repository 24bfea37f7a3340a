import Glibc
import Testing

@testable import Batch

@Suite struct DiscoveryTests {
  private let folder = TemporaryFolder()

  private func names(_ discovery: Discovery) -> [String] {
    discovery.files.map { PathText.text($0.name) }
  }

  @Test func searchesToAnyDepthInTheOrderOfBytes() {
    for name in ["b.csv", "a/z.csv", "a.csv", "a/b/c/d.tsv", "B.csv"] { folder.write(to: name) }
    let discovery = Discovery(inputs: [folder.path])
    #expect(names(discovery) == ["B.csv", "a.csv", "a/b/c/d.tsv", "a/z.csv", "b.csv"])
    #expect(discovery.files.allSatisfy { $0.obstacle == nil })
  }

  @Test func keepsNamesByteForByte() {
    let hostile: [[UInt8]] = [
      Array("a".utf8) + [0xFF] + Array(".csv".utf8), Array("e\u{301}.csv".utf8),
      Array("\u{E9}.csv".utf8), Array("\u{212A}.csv".utf8), Array("K.csv".utf8),
      Array("A.csv".utf8), Array("a.csv".utf8), Array("x\u{1B}[2J\u{7}.csv".utf8),
      Array("new\nline.csv".utf8), Array("\u{202E}gpj.csv".utf8), Array("-rf.csv".utf8),
      Array("=cmd|' C calc'!A0.csv".utf8), Array("<img src=x onerror=alert(1)>.csv".utf8),
      Array("\"'`$(id);&.csv".utf8), Array("CON.csv".utf8), Array(".csv".utf8),
      Array(repeating: UInt8(ascii: "n"), count: 251) + Array(".csv".utf8),
    ]
    for name in hostile { folder.write(to: name) }
    let discovery = Discovery(inputs: [folder.path])
    #expect(Set(discovery.files.map(\.name)) == Set(hostile))
    let outputs = OutputNames(discovery.files)
    let outputNames = discovery.files.map { outputs.name(of: $0) }
    #expect(Set(outputNames.map { $0.lowercased() }).count == hostile.count)
    for name in outputNames {
      #expect(name.utf8.count <= 91 && !name.hasPrefix(".") && !name.hasPrefix("-"))
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
    }
  }

  @Test func passesOverHiddenFilesSidecarsAndReports() {
    for name in [
      "set.csv", "set.json", "other.json", ".DS_Store", "._set.csv", ".git/x.csv",
      "report/run.json", "report/results.ndjson", "report/angles/set.csv",
    ] { folder.write(to: name) }
    let discovery = Discovery(inputs: [folder.path])
    #expect(names(discovery) == ["other.json", "set.csv"])
    #expect(discovery.passedOver == 5)
  }

  @Test func listsWhatCannotBeRead() {
    folder.write(to: "a.csv")
    _ = folder["pipe.csv"].withCString { mkfifo($0, 0o600) }
    _ = folder["link.csv"].withCString { symlink("/etc/passwd", $0) }
    _ = folder["loop"].withCString { symlink(".", $0) }
    let discovery = Discovery(inputs: [folder.path])
    #expect(names(discovery) == ["a.csv", "link.csv", "loop", "pipe.csv"])
    #expect(discovery.files.map { $0.obstacle == nil } == [true, false, false, false])
  }

  @Test func neverSearchesTheOutputFolder() {
    folder.write(to: "a.csv")
    folder.write(to: "out/b.csv")
    #expect(names(Discovery(inputs: [folder.path], output: folder["out"])) == ["a.csv"])
  }

  @Test func tellsTheFilesOfSeveralInputsApart() {
    for name in ["x/set.csv", "y/set.csv", "z.csv"] { folder.write(to: name) }
    let discovery = Discovery(inputs: [folder["x"], folder["y"], folder["z.csv"], folder["y"]])
    #expect(names(discovery) == ["x/set.csv", "y/set.csv", "z.csv"])
    let twins = Discovery(inputs: [folder["x/set.csv"], folder["y/set.csv"]])
    #expect(Set(twins.files.map(\.name)).count == 2)
  }

  @Test func namesWhatIsNotThere() {
    let discovery = Discovery(inputs: [folder["nothing"]])
    #expect(discovery.files.isEmpty)
    #expect(discovery.absent.count == 1)
    #expect(
      Discovery(inputs: [[]]).absent == ["an input has no name; perhaps a variable is not set"])
  }
}

@Suite struct OutputNamesTests {
  private func names(_ paths: [String]) -> [String] {
    let files = paths.map {
      InputFile(path: Array($0.utf8), name: Array($0.utf8), isNamed: false, obstacle: nil)
    }
    let names = OutputNames(files)
    return files.map { names.name(of: $0) }
  }

  @Test func areReadableWhereTheyCanBe() {
    #expect(names(["monday/set1.csv", "a.b.csv"]) == ["monday_set1", "a.b"])
  }

  @Test func areLongerWhereTwoWouldBeTheSame() {
    let result = names(["monday/set1.csv", "monday_set1.csv", "Monday_set1.tsv", "other.csv"])
    #expect(Set(result).count == 4)
    #expect(result.prefix(3).allSatisfy { $0.utf8.count == "monday_set1".utf8.count + 11 })
    #expect(result[3] == "other")
  }

  @Test func keepPeopleApartFromFiles() {
    let files = ["a.csv", "a~1.csv"].map {
      InputFile(path: Array($0.utf8), name: Array($0.utf8), isNamed: false, obstacle: nil)
    }
    let names = OutputNames(files)
    #expect(names.name(of: files[0], person: "1") == "a~1")
    #expect(names.name(of: files[1]) != "a~1")
    #expect(names.name(of: files[0], person: "../x") != names.name(of: files[0], person: ".._x"))
  }
}

import Glibc
import Pose
import Testing

@testable import PoseCSV

@Suite struct ArchiveTests {
  static let table = Sets.wide()

  /// What came of each part: its name, and the recordings' frames or the error.
  struct Found {
    var name: String
    var frames: Int?
    var error: String?
    var warnings: [WarningCode] = []
    var sidecar: String?
  }

  private func read(
    _ bytes: [UInt8], limits: Limits = Limits()
  ) -> (found: [Found], passedOver: PassedOverMembers) {
    var found: [Found] = []
    let passedOver = PoseReader.forEachPart(bytes, limits: limits) { part in
      var one = Found(name: String(decoding: part.name, as: UTF8.self))
      one.sidecar = part.sidecar.map { String(decoding: $0, as: UTF8.self) }
      do throws(PoseCSVError) {
        let result = try part.read(name: "x", options: ReadOptions())
        one.frames = result.recordings.first?.count
        one.warnings = result.recordings.first?.warnings.map(\.code) ?? []
      } catch {
        one.error = error.message
      }
      found.append(one)
    }
    return (found, passedOver)
  }

  private func file(_ name: String) -> Packing.Member { Packing.file(name, Self.table) }

  @Test(arguments: ["none", "gzip", "zstd", "xz", "bzip2"])
  func aCompressedTableIsReadAsThePlainOne(filter: String) throws {
    let found = read(Packing.pack([file("a")], as: .raw, filter: filter)).found
    #expect(found.count == 1)
    #expect(found[0].name.isEmpty && found[0].frames == Sets.frames, "\(found)")
    #expect(found[0].warnings.isEmpty)
  }

  @Test(arguments: [
    (Packing.Form.tar, "none"), (.tar, "gzip"), (.tar, "zstd"), (.tar, "xz"), (.zip, "none"),
  ])
  func everyMemberIsAccountedFor(form: Packing.Form, filter: String) throws {
    let members = [
      Packing.Member(name: "sets/", type: Packing.folder), file("sets/b.csv"), file("a.csv"),
      Packing.file("a.json", "{\"fps\": 25}"), Packing.file("__MACOSX/._a.csv", "x"),
      Packing.file(".DS_Store", "x"), Packing.file("sets/readme.md", "# Sets\n\nof squats\n"),
      Packing.file("other.json", "{\"fps\": 25}"), file("sets/é.csv"),
      Packing.Member(
        name: "nested.csv.gz", bytes: Packing.pack([file("a")], as: .raw, filter: "gzip")),
      Packing.Member(name: "link.csv", type: Packing.symbolicLink, link: "/etc/passwd"),
    ]
    let (found, passedOver) = read(Packing.pack(members, as: form, filter: filter))
    #expect(passedOver == PassedOverMembers(folders: 1, hidden: 2, sidecars: 1))
    #expect(passedOver.words == "2 hidden files")
    #expect(
      found.map(\.name) == [
        "sets/b.csv", "a.csv", "sets/readme.md", "other.json", "sets/é.csv", "nested.csv.gz",
        "link.csv",
      ])
    #expect(found.count { $0.frames == Sets.frames } == 3)
    #expect(found[1].sidecar == "{\"fps\": 25}" && found[0].sidecar == nil)
    #expect(found[3].error?.contains("JSON") == true)
    #expect(found[5].error == "is an archive within an archive; unpack it first")
    #expect(found[6].error?.contains("is a link") == true)
  }

  @Test func namesAreOnlyEverShown() {
    let long = String(repeating: "n", count: 300) + ".csv"
    let names = ["../../x.csv", "/etc/y.csv", "a\nb.csv", long, "..", "x.csv"]
    let found = read(Packing.pack(names.map(file), as: .tar)).found
    #expect(found.map(\.name) == ["x.csv", "etc/y.csv", "a_b.csv", long, "unnamed", "x.csv"])
    #expect(found.last?.error == "stands in the archive more than once")
    #expect(found.dropLast().allSatisfy { $0.frames == Sets.frames })
    #expect(MemberName.safe(Array(repeating: 0x61, count: 5000)).count == MemberName.longest)
  }

  @Test func aBombEndsAtTheLimitOfExpansion() {
    let ones = Packing.Member(name: "a.csv", bytes: [UInt8](repeating: 0x31, count: 40 << 20))
    for form in [Packing.Form.raw, .tar] {
      let found = read(Packing.pack([ones], as: form, filter: "gzip")).found
      #expect(found.last?.error?.contains("limit of expansion") == true, "\(found)")
    }
    let found = read(Packing.pack([ones, file("b.csv")], as: .zip)).found
    #expect(found.last?.error?.contains("limit of expansion") == true, "\(found)")
  }

  @Test func otherLimitsAreNamed() {
    var limits = Limits()
    limits.expandedBytes = 1000
    let packed = Packing.pack([file("a")], as: .raw, filter: "gzip")
    #expect(read(packed, limits: limits).found[0].error?.contains("limit of expanded") == true)
    limits = Limits()
    limits.members = 2
    let found = read(Packing.pack(["a", "b", "c"].map(file), as: .tar), limits: limits).found
    #expect(found.map(\.name) == ["a", "b", ""])
    #expect(found.last?.error?.contains("limit of members") == true)
  }

  @Test func compressedTwiceIsRefused() {
    let once = Packing.pack([file("a")], as: .raw, filter: "gzip")
    let twice = Packing.pack([Packing.Member(name: "a", bytes: once)], as: .raw, filter: "xz")
    #expect(read(twice).found.map(\.error) == ["is compressed more than once; unpack it first"])
  }

  @Test func aCutTableIsUsedAsFarAsItGoes() throws {
    let lines = Self.table.split(separator: "\n", omittingEmptySubsequences: false)
    let packed = Packing.pack([file("a")], as: .raw, filter: "gzip")
    #expect(read(Array(packed.prefix(12))).found[0].error != nil)
    // Long enough that the first block of the output is complete before the cut.
    var long = lines[0] + "\n"
    for frame in 0..<900 {
      let cells = lines[1 + frame % Sets.frames].split(separator: ",")
      long += "\(frame),\(Double(frame) / 30)," + cells.dropFirst(2).joined(separator: ",") + "\n"
    }
    let whole = Packing.pack([Packing.file("a", String(long))], as: .raw, filter: "gzip")
    let found = read(Array(whole.prefix(whole.count * 3 / 4))).found
    #expect(found.count == 1)
    let frames = try #require(found[0].frames, "\(found)")
    #expect(frames > 50 && frames < 900)
    #expect(found[0].warnings.contains(.fileMayBeCut))
  }

  @Test(arguments: [Packing.Form.tar, .zip])
  func aCutArchiveGivesWhatComesBefore(form: Packing.Form) {
    let whole = Packing.pack(["a.csv", "b.csv", "c.csv"].map(file), as: form)
    for share in [0.1, 0.5, 0.9] {
      let found = read(Array(whole.prefix(Int(Double(whole.count) * share)))).found
      #expect(found.count { $0.frames == Sets.frames } == Int(share * 3), "\(found)")
      #expect(found.last?.error != nil && found.last?.name == "", "\(found)")
    }
  }

  @Test func noCutEndsTheProgram() {
    for form in [Packing.Form.tar, .zip] {
      let whole = Packing.pack([Packing.file("a.csv", "a,b\n1,2\n")], as: form, filter: "none")
      for length in stride(from: 0, to: whole.count, by: form == .tar ? 97 : 1) {
        _ = read(Array(whole.prefix(length)))
      }
    }
  }

  @Test func oneDamagedMemberCostsNoOther() throws {
    var bytes = Packing.pack(["a.csv", "b.csv", "c.csv"].map(file), as: .zip)
    let middle = bytes.count / 2
    for place in middle..<middle + 200 { bytes[place] ^= 0xA5 }
    let found = read(bytes).found
    #expect(found.map(\.name) == ["a.csv", "b.csv", "c.csv"], "\(found)")
    #expect(found.map { $0.error == nil } == [true, false, true], "\(found)")
  }

  @Test func encryptedMembersAreRefused() {
    let found = read(Packing.pack([file("a.csv")], as: .zip, password: "secret")).found
    #expect(found.map(\.error) == ["is encrypted; unpack it first"])
  }

  @Test func emptyArchivesAndWorkbooksAreRefused() {
    for form in [Packing.Form.zip, .tar] {
      let found = read(Packing.pack([], as: form, filter: form == .tar ? "gzip" : "none")).found
      #expect(found.count == 1 && found[0].error != nil, "\(found)")
    }
    let book = Packing.pack([file("[Content_Types].xml"), file("xl/a.xml")], as: .zip)
    #expect(read(book).found.map(\.error).first??.contains("Excel workbook") == true)
  }
}

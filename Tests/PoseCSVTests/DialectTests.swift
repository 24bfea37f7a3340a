import Pose
import PoseCSV
import Testing

/// One table in many dialects: the same recording, or a clear refusal.
@Suite struct DialectTests {
  static let clean = Sets.wide()

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
      + text.utf16.flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return bigEndian ? bytes : bytes.reversed()
      }
  }

  static let dialects: [(String, [UInt8])] = {
    let lines = clean.split(separator: "\n").map(String.init)
    func joined(_ end: String) -> [UInt8] { Array(lines.joined(separator: end).utf8) }
    return [
      ("byte-order mark", [0xEF, 0xBB, 0xBF] + Array(clean.utf8)),
      ("CR LF", joined("\r\n")), ("CR", joined("\r")), ("CR CR LF", joined("\r\r\n")),
      ("blank lines", joined("\n\n")), ("no last line end", joined("\n")),
      ("UTF-16 LE", utf16(clean, bigEndian: false)), ("UTF-16 BE", utf16(clean, bigEndian: true)),
      ("tabs", Array(clean.replacing(",", with: "\t").utf8)),
      ("blanks", Array(clean.replacing(",", with: " ").utf8)),
      ("bars", Array(clean.replacing(",", with: "|").utf8)),
      ("sep=", Array(("sep=;\r\n" + clean.replacing(",", with: ";")).utf8)),
      ("spaces", Array(clean.replacing(",", with: ", ").utf8)),
      ("comments before", Array(("# made by a tool\n# fps: 30\n\n" + clean).utf8)),
      ("trailing comma", joined(",\n") + [0x2C]),
      (
        "all quoted",
        Array(
          lines.map { "\"" + $0.replacing(",", with: "\",\"") + "\"" }.joined(separator: "\n").utf8)
      ),
      (
        "an index column without a name",
        Array(
          lines.enumerated().map { i, line in (i == 0 ? "," : "\(i - 1),") + line }
            .joined(separator: "\n").utf8)
      ),
      (
        "blanks that line columns up",
        Array(
          lines.map { line in
            line.split(separator: ",").map { cell in
              String(repeating: " ", count: 22 - cell.count) + cell
            }.joined()
          }.joined(separator: "\n").utf8)
      ),
      (
        "a row's number without a name",
        Array(
          lines.enumerated().map { i, line in (i == 0 ? "" : "\"\(i)\",") + line }
            .joined(separator: "\n").utf8)
      ),
      (
        "forty lines of text",
        Array(((1...40).map { "Fact \($0), of the tool\n" }.joined() + clean).utf8)
      ),
      (
        "forty lines of text over tabs",
        Array(
          ((1...40).map { "Fact \($0)\n" }.joined() + clean.replacing(",", with: "\t")).utf8)
      ),
      (
        "two columns of one name that are not used",
        Array(
          lines.enumerated().map { $1 + ($0 == 0 ? ",note,note" : ",a,b") }
            .joined(separator: "\n").utf8)
      ),
      (
        "a quoted text with a line end",
        Array(
          lines.enumerated().map { i, line in line + (i == 0 ? ",note" : ",\"a\nb, \"\"c\"\"\"") }
            .joined(separator: "\n").utf8)
      ),
    ]
  }()

  @Test(arguments: dialects.map(\.0))
  func everyDialectGivesTheSameRecording(name: String) throws {
    let bytes = try #require(Self.dialects.first { $0.0 == name }?.1)
    let golden = try Sets.read(Self.clean)
    let result = try PoseReader.read(bytes, name: "set.csv")
    let recording = try #require(result.recordings.first)
    #expect(recording.warnings.isEmpty)
    #expect(recording.times == golden.times)
    for joint in golden.joints { #expect(recording[joint] == golden[joint]) }
    let accounts = recording.accounts
    #expect(accounts.read == accounts.used + accounts.rejected + accounts.blank)
  }

  // MARK: - Decimal commas

  /// The golden table with commas for points where `isMarked` says so of a row and a column.
  private static func commas(
    separator: String, _ isMarked: (Int, Int) -> Bool = { _, _ in true }
  ) -> String {
    clean.split(separator: "\n").enumerated().map { row, line in
      line.split(separator: ",").map(String.init).enumerated().map { column, cell -> String in
        let text = cell.replacing(".", with: ",")
        guard row > 0 else { return cell }
        guard isMarked(row, column) else { return String(cell.prefix(while: { $0 != "." })) }
        return separator == "," && text.contains(",") ? "\"\(text)\"" : text
      }.joined(separator: separator)
    }.joined(separator: "\n")
  }

  @Test(arguments: [",", ";", "\t"]) func decimalCommasAreRead(separator: String) throws {
    let recording = try Sets.read(Self.commas(separator: separator))
    let golden = try Sets.read(Self.clean)
    #expect(recording.times == golden.times)
    for joint in golden.joints { #expect(recording[joint] == golden[joint]) }
  }

  @Test func decimalCommasMayBeginBehindTheFirstRows() throws {
    let text = Self.commas(separator: ";") { row, column in row > 75 && column > 1 }
      .replacing("frame;time;", with: "frame;note;")
    let recording = try Sets.read(text)
    let golden = try Sets.read(Self.clean)
    #expect(recording.count == 90)
    #expect(recording[.leftKnee]?.y.last == golden[.leftKnee]?.y.last)
  }

  /// What was remembered of a header does not decide the mark of another file's rows.
  @Test func aHeaderThatIsKnownLeavesTheMarkOpen() throws {
    let options = ReadOptions()
    let golden = try Sets.read(Self.clean, options: options)
    let commas = try Sets.read(Self.commas(separator: ","), options: options)
    #expect(commas[.leftKnee] == golden[.leftKnee])
  }

  @Test func thousandsAreNoDecimals() {
    let text = Sets.table(
      "frame,time_ms," + Sets.coco17.map { "\($0)_x,\($0)_y" }.joined(separator: ",")
    ) { frame in
      let time = frame * 33
      let shown =
        time < 1000 ? "\(time)" : "\"\(time / 1000),\(String("00\(time % 1000)".suffix(3)))\""
      return ["\(frame)", shown]
        + Sets.coco17.flatMap {
          Sets.cells($0, frame).prefix(2).map { String($0.prefix { $0 != "." }) }
        }
    }
    let error = #expect(throws: PoseCSVError.self) { try Sets.read(text) }
    #expect(error?.message.contains("'time_ms' is not a number (\"1,023\")") == true)
  }

  static let refusals: [(String, [UInt8], String)] = [
    ("nothing", [], "is empty"),
    ("gzip", [0x1F, 0x8B, 8, 0], "gzip"), ("zip", [0x50, 0x4B, 3, 4], "zip"),
    ("PNG", [0x89, 0x50, 0x4E, 0x47], "PNG"), ("HTML", Array("<!DOCTYPE html>".utf8), "HTML"),
    ("SQLite", Array("SQLite format 3\0".utf8), "SQLite"),
    ("UTF-16 without a mark", Array(utf16("frame,a_x\n", bigEndian: false).dropFirst(2)), "UTF-16"),
    ("a header only", Array(clean.prefix { $0 != "\n" }.utf8), "no rows"),
    ("no header", Array(Sets.headerless().utf8), "--layout"),
    (
      "names that count the columns",
      Array(((1...52).map { "Var\($0)" }.joined(separator: ",") + "\n" + Sets.headerless()).utf8),
      "it might be coco17"
    ),
    (
      "a row a coordinate",
      Array(
        Sets.coco17.flatMap { ["\($0)_x", "\($0)_y"] }
          .map { $0 + String(repeating: ",512.5", count: 40) }.joined(separator: "\n").utf8),
      "transposed"
    ),
    (
      "joint angles of OpenSim",
      Array(
        ("Coordinates\nversion=1\nnRows=90\nnColumns=3\ninDegrees=yes\nendheader\n"
          + "time\tpelvis_tilt\tknee_angle_r\n0.0\t1.5\t2.5\n0.1\t1.5\t2.5\n").utf8),
      "holds joint angles"
    ),
    (
      "sections of Nexus without places", Array(LaboratoryTests.angles.utf8),
      "without 'Trajectories'"
    ),
    (
      "a column twice", Array(clean.replacing("left_knee_x", with: "left_knee_y").utf8),
      "two columns are named 'left_knee_y'"
    ),
    (
      "no knee", Array(clean.replacing("_knee_", with: "_kne_").utf8),
      "did you mean 'left_knee'?"
    ),
    ("a decimal comma between commas", Array(clean.replacing("0.9", with: "0,9").utf8), "fields"),
    (
      "both decimal marks",
      Array(clean.replacing(",", with: ";").replacing("0.9\n", with: "0,9\n").utf8), "one mark"
    ),
  ]

  @Test(arguments: refusals.map(\.0))
  func whatCannotBeReadIsRefusedInASentence(name: String) throws {
    let (_, bytes, words) = try #require(Self.refusals.first { $0.0 == name })
    let error = #expect(throws: PoseCSVError.self) {
      try PoseReader.read(bytes, name: "set.csv")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("set.csv") == true)
  }

  /// A fault in line 42 costs this row only, with its place.
  @Test(arguments: [
    ("0x1p3", "is not a number"), ("1e9", "is out of range"), ("1\"2", "a quote stands inside"),
    ("\"1,200\"", "is not a number"), ("nan(1)", "is not a number"), ("1,2", "fields"),
  ])
  func aFaultyRowIsRejectedAndTheOthersUsed(cell: String, words: String) throws {
    var lines = Self.clean.split(separator: "\n").map(String.init)
    var cells = lines[41].split(separator: ",").map(String.init)
    cells[20] = cell
    lines[41] = cells.joined(separator: ",")
    let result = try PoseReader.read(
      Array((lines.joined(separator: "\n") + "\n").utf8), name: "set.csv")
    let recording = try #require(result.recordings.first)
    #expect(recording.count == 89)
    #expect(recording.accounts.rejected == 1)
    #expect(recording.rows[40] == 41, "rows after the rejected one keep their numbers")
    #expect(result.rejected.first?.line == 42)
    #expect(result.rejected.first?.reason.contains(words) == true)
    #expect(recording.warnings.contains { $0.code == .rowRejected })
  }

  @Test func aQuoteThatIsNeverClosedNamesTheLineWhereItOpens() throws {
    var lines = Self.clean.split(separator: "\n").map(String.init)
    lines[41] = "\"" + lines[41]
    let error = #expect(throws: PoseCSVError.self) {
      try PoseReader.read(Array(lines.joined(separator: "\n").utf8), name: "set.csv")
    }
    #expect(error?.line == 42)
  }

  @Test func aCutLastLineIsNoticed() throws {
    let half = try Sets.read(String(Self.clean.dropLast(30)))
    #expect(half.count == 89)
    #expect(half.warnings.contains { $0.code == .fileMayBeCut })
    let short = try Sets.read(String(Self.clean.dropLast(2)))
    #expect(short.count == 90)
    #expect(short.warnings.contains { $0.code == .fileMayBeCut })
  }

  @Test func aHeaderAmongTheRowsIsPassedOver() throws {
    var lines = Self.clean.split(separator: "\n").map(String.init)
    lines.insert(lines[0], at: 50)
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.count == 90)
    #expect(recording.warnings.map(\.code) == [.repeatedHeader])
  }
}

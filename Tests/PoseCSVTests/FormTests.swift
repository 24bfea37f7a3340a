import Pose
import PoseCSV
import Testing

/// One set written in every form that is read: each must give the same tracks, to the bit.
@Suite struct FormTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var layout: String
    var text: String
    var chosen: String?

    init(_ name: String, layout: String = "coco17", chosen: String? = nil, _ text: String) {
      testDescription = name
      self.layout = layout
      self.text = text
      self.chosen = chosen
    }
  }

  static let cases: [Case] = [
    Case("wide, dotted", Sets.wide { "\($0).\($1)" }),
    Case("wide, upper case", Sets.wide { "\($0)_\($1)".uppercased() }),
    Case("wide, camel case", Sets.wide { "\(Sets.camel($0))\(Sets.camel($1))" }),
    Case("wide, side letter", Sets.wide { "\(Sets.sideLetter($0))_\($1)" }),
    Case("wide, side last", Sets.wide { "\(Sets.sideLast($0))_\($1)" }),
    Case("wide, axis first", Sets.wide { "\($1)_\($0)" }),
    Case("wide, a common prefix", Sets.wide { "lifter:\($0)_\($1)" }),
    Case("wide, a unit behind", Sets.wide { $1 == "score" ? "\($0)_\($1)" : "\($0)_\($1) (px)" }),
    Case("numbered from 0", Sets.wide { "\(Sets.index($0))_\($1)" }),
    Case("numbered from 1", Sets.wide { "p\(Sets.index($0) + 1)_\($1)" }),
    Case("letter first", Sets.wide { "\($1 == "score" ? "c" : $1)\(Sets.index($0))" }),
    Case("OpenPose", Sets.wide { "pose_\($1 == "score" ? "c" : $1)\(Sets.index($0))" }),
    Case("a header in a comment", "# made by a tool\n# \(Sets.wide())"),
    Case("headerless", chosen: "coco17", Sets.headerless()),
    Case("tidy", Sets.tidy()),
    Case("tidy, shuffled", Sets.tidy(shuffled: true)),
    Case("tidy, numbered keypoints", Sets.tidy(numbered: true)),
    Case("DeepLabCut, three header rows", Sets.deepLabCut()),
    Case("DeepLabCut, four header rows", Sets.deepLabCut(individual: "lifter")),
    Case("SLEAP", Sets.sleap()),
    Case("a list in a cell", Sets.list()),
    Case("a point in a cell", Sets.points { x, y, _ in "(\(x), \(y))" }),
    Case("a point in a cell, with its score", Sets.points { "[\($0) \($1) \($2)]" }),
    Case("a point in a cell, with keys", Sets.points { x, y, _ in "{'y': \(y), 'x': \(x)}" }),
    Case(
      "a point in a cell, over several lines",
      Sets.points { "x: \($0)\ny: \($1)\nvisibility: \($2)\n" }),
    Case("a list over several lines", Sets.list(between: "\n ")),
    Case("a depth that is never there", Sets.emptyDepths()),
    Case("semicolons and decimal commas", Sets.european(quoted: false)),
    Case("Kinovea", Sets.european(quoted: true)),
  ]

  @Test(arguments: cases)
  func everyFormGivesTheSameTracks(form: Case) throws {
    let golden = try Sets.read(Sets.wide())
    var options = ReadOptions()
    options.layout = form.chosen.flatMap(LayoutRegistry.layout).map { .layout($0) }
    let recording = try Sets.read(form.text, options: options)
    #expect(recording.layout == form.layout)
    #expect(recording.count == golden.count)
    #expect(recording.axes.up == "-y")
    for joint in golden.joints {
      let found = try #require(recording[joint], "\(joint)")
      let wanted = try #require(golden[joint])
      #expect(found.x == wanted.x, "\(joint)")
      #expect(found.y == wanted.y, "\(joint)")
      #expect(found.z.isEmpty)
    }
  }

  @Test func markersInThreeDimensionsAreReadFromTRCNexusAndMotive() throws {
    for text in [Sets.trc(), Sets.nexus(), Sets.motive()] {
      let recording = try Sets.read(text)
      #expect(recording.dimensions == 3)
      #expect(recording.units == .millimetres)
      #expect(recording.fps == 100)
      #expect(recording.axes.up == "+z")
      let ankle = try #require(recording[.leftAnkle])
      #expect(ankle.z[0] == 100)
      #expect(recording.times[1] == 0.01)
    }
  }

  @Test func metresInAPlaneAreNoSharesOfAPicture() throws {
    var options = ReadOptions()
    options.sidecar.width = 1080
    options.sidecar.height = 1920
    let recording = try Sets.read(Sets.flatTRC(), options: options)
    #expect(recording.dimensions == 2 && recording.units == .metres)
    #expect(recording[.leftKnee]?.y[0] == 0.5)
  }

  @Test(arguments: ["0.9", "1.02", "87"]) func scoresOfPixelsAreNoDepths(score: String) throws {
    let text = Sets.headerless().split(separator: "\n").enumerated().map { number, line in
      guard number == 7 else { return String(line) }
      var cells = line.split(separator: ",").map(String.init)
      cells[cells.count - 1] = score
      return cells.joined(separator: ",")
    }
    var options = ReadOptions()
    options.layout = .layout(Layout.coco17)
    let recording = try Sets.read(text.joined(separator: "\n"), options: options)
    #expect(recording.dimensions == 2 && recording.units == .pixels)
  }

  @Test(arguments: [false, true]) func columnsThatAreOnlyCountedAreNoPose(index: Bool) throws {
    let width = Sets.headerless().prefix { $0 != "\n" }.split(separator: ",").count
    let numbers = (0..<(index ? width - 1 : width)).map { "\($0)" }
    let header = ((index ? [""] : []) + numbers).joined(separator: ",")
    var options = ReadOptions()
    options.layout = .layout(Layout.coco17)
    let recording = try Sets.read("\(header)\n\(Sets.headerless())", options: options)
    #expect(recording.count == Sets.frames)
    #expect(recording[.leftKnee] == (try Sets.read(Sets.headerless(), options: options)[.leftKnee]))
    let error = #expect(throws: PoseCSVError.self) {
      try Sets.read("\(header)\n\(Sets.headerless())")
    }
    #expect(error?.message.contains("it might be coco17") == true)
  }

  @Test(arguments: [0, 1, 3], ["", "\t", "\t\t"])
  func writersOfTRCEndTheirLinesAsTheyLike(header: Int, rows: String) throws {
    let lines = Sets.trc().split(separator: "\r\n", omittingEmptySubsequences: false).enumerated()
    let text = lines.map { number, line in
      if number < 3 || line.isEmpty { return String(line) }
      let bare = line.reversed().drop { $0 == "\t" }.reversed()
      return String(bare) + (number == 3 ? String(repeating: "\t", count: header) : rows)
    }
    let recording = try Sets.read(text.joined(separator: "\r\n"))
    #expect(recording.joints == (try Sets.read(Sets.trc())).joints)
    #expect(recording.count == 90 && recording.fps == 100)
  }

  @Test func aBody25IsNeverTakenForABody25B() throws {
    for id in ["body25", "body25b"] {
      let layout = try #require(LayoutRegistry.layout(named: id))
      let recording = try Sets.read(Sets.numbered(layout))
      #expect(recording.layout == id)
      let golden = try Sets.read(Sets.wide())
      #expect(recording[.leftKnee]?.x == golden[.leftKnee]?.x)
    }
  }

  @Test(arguments: LayoutRegistry.all.map(\.id))
  func everyLayoutIsKnownByItsNames(id: String) throws {
    let layout = try #require(LayoutRegistry.layout(named: id))
    let recording = try Sets.read(Sets.named(layout))
    #expect(recording.layout == id)
    #expect(Set(recording.joints) == Set(layout.keypoints.compactMap(\.joint)))
  }

  // MARK: - Numbered keypoints

  /// Of several layouts with as many keypoints, the body tells which it is.
  @Test(arguments: ["coco17", "h36m17", "body25", "body25b", "kinect25"], [false, true])
  func numberedRowsMakeABody(id: String, deep: Bool) throws {
    let layout = try #require(LayoutRegistry.layout(named: id))
    guard layout.dimensions.contains(deep ? 3 : 2) else { return }
    let rows = Sets.tidy(layout, deep: deep)
    let recording = try Sets.read(rows)
    #expect(recording.layout == id && recording.dimensions == (deep ? 3 : 2))
    let list = try Sets.read(Sets.list(layout, deep: deep))
    #expect(list.layout == id && list.dimensions == (deep ? 3 : 2))
    for joint in layout.keypoints.compactMap(\.joint) {
      #expect(list[joint]?.y == recording[joint]?.y, "\(joint)")
    }
  }

  @Test func numbersThatTellNoBodyAreRefused() throws {
    let rows = Sets.tidy(.body25).split(separator: "\n").map { line -> String in
      let cells = line.split(separator: ",")
      return cells[0] == "frame" ? String(line) : "\(cells[0]),\(cells[1]),100,100,0.9"
    }
    let error = #expect(throws: PoseCSVError.self) { try Sets.read(rows.joined(separator: "\n")) }
    #expect(error?.message.contains("say with --layout NAME which it is") == true)
  }
}

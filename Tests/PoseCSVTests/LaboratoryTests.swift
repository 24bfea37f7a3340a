import Pose
import PoseCSV
import Testing

/// Exports of laboratories' programs.
@Suite struct LaboratoryTests {
  private static let heights = [
    "Hip": 0.9, "LThigh": 0.9, "RThigh": 0.9, "LShin": 0.5, "RShin": 0.5, "LFoot": 0.1,
    "RFoot": 0.1, "LUArm": 1.4, "RUArm": 1.4,
  ]
  private static let bones = [
    "Hip", "Ab", "LShoulder", "LUArm", "RUArm", "LThigh", "LShin", "LFoot", "RThigh", "RShin",
    "RFoot",
  ]

  /// Motive's export of a skeleton: each bone's rotation, then its place; the root has the
  /// skeleton's own name.
  private static func motive() -> String {
    func row(_ first: [String], _ cells: (String) -> [String]) -> String {
      (first + bones.flatMap(cells)).joined(separator: ",")
    }
    func repeated(_ text: String) -> [String] { Array(repeating: text, count: 7) }
    var lines = [
      "Format Version,1.23,Take Name,set,Export Frame Rate,100.000000,Length Units,Meters", "",
      row(["", "Type"]) { _ in repeated("Bone") },
      row(["", "Name"]) { repeated($0 == "Hip" ? "Ann" : "Ann:\($0)") },
      row(["", "ID"]) { repeated($0) },
      row(["", ""]) { _ in
        Array(repeating: "Rotation", count: 4) + Array(repeating: "Position", count: 3)
      },
      row(["Frame", "Time (Seconds)"]) { _ in ["X", "Y", "Z", "W", "X", "Y", "Z"] },
    ]
    lines += (0..<Sets.frames).map { frame in
      row(["\(frame)", Sets.number(Double(frame) / 100, 6)]) { bone in
        let side = bone.hasPrefix("L") ? "0.1" : "-0.1"
        return [
          "0.1", "0.2", "0.3", "0.9", side, Sets.number(heights[bone] ?? 1, 3), "0.\(frame % 7)",
        ]
      }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  @Test func bonesOfMotiveBeginAtTheirJoints() throws {
    let recording = try Sets.read(Self.motive())
    #expect(recording.layout == "motive_bones" && recording.dimensions == 3)
    #expect(recording.units == .metres && recording.fps == 100)
    #expect(recording[.pelvis]?.y[0] == 0.9)
    #expect(recording[.leftKnee]?.y[0] == 0.5 && recording[.leftAnkle]?.y[0] == 0.1)
    #expect(recording[.leftShoulder]?.y[0] == 1.4, "the collar bone is no shoulder")
  }

  // MARK: - Qualisys

  static let markers = ["LHip", "RHip", "LKnee", "RKnee", "LAnkle", "RAnkle", "LShoulder"]
  static let levels = [900, 900, 500, 500, 100, 100, 1400]

  static func cells(_ frame: Int) -> [String] {
    levels.indices.flatMap { i in
      ["\(frame % 7).000", i.isMultiple(of: 2) ? "100.000" : "-100.000", "\(levels[i]).000"]
    }
  }

  /// `leading` columns of frame and time, `named` or not, and the tab with which rows may end.
  private static func qualisys(leading: Int, named: Bool, end: String) -> String {
    var lines = [
      "NO_OF_FRAMES\t90", "NO_OF_CAMERAS\t8", "NO_OF_MARKERS\t7", "FREQUENCY\t100",
      "NO_OF_ANALOG\t0", "ANALOG_FREQUENCY\t0", "DESCRIPTION\t--",
      "TIME_STAMP\t2026-03-04, 10:00:00.000\t94247.45402301", "DATA_INCLUDED\t3D",
      "MARKER_NAMES\t" + markers.joined(separator: "\t"),
      "TRAJECTORY_TYPES\t" + markers.map { _ in "Measured" }.joined(separator: "\t"),
    ]
    if named {
      let names =
        ["Frame", "Time"].prefix(leading)
        + markers.flatMap { ["\($0) X", "\($0) Y", "\($0) Z"] }
      lines.append(names.joined(separator: "\t"))
    }
    lines += (0..<Sets.frames).map { frame in
      (["\(frame + 1)", Sets.number(Double(frame) / 100, 5)].prefix(leading) + cells(frame))
        .joined(separator: "\t") + end
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  @Test(arguments: [0, 1, 2], ["", "\t"])
  func tablesOfQualisysAreRead(leading: Int, end: String) throws {
    for named in [false, true] {
      let text = Self.qualisys(leading: leading, named: named, end: end)
      let recording = try Sets.read(text)
      #expect(recording.count == 90 && recording.fps == 100)
      #expect(recording.units == .millimetres && recording.axes.up == "+z")
      #expect(recording[.leftAnkle]?.z[0] == 100 && recording[.rightKnee]?.z[0] == 500)
    }
  }

  // MARK: - Names over axes

  @Test func tablesOfVisual3DAreRead() throws {
    func row(_ first: String, _ cell: (String) -> [String]) -> String {
      ([first] + Self.markers.flatMap(cell)).joined(separator: "\t")
    }
    var lines = [
      row("") { _ in ["set1.c3d", "set1.c3d", "set1.c3d"] }, row("") { [$0, $0, $0] },
      row("") { _ in ["TARGET", "TARGET", "TARGET"] },
      row("") { _ in ["ORIGINAL", "ORIGINAL", "ORIGINAL"] }, row("ITEM") { _ in ["X", "Y", "Z"] },
    ]
    lines += (0..<Sets.frames).map { (["\($0 + 1)"] + Self.cells($0)).joined(separator: "\t") }
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.count == 90 && recording.units == .millimetres)
    #expect(recording[.leftAnkle]?.z[0] == 100 && recording[.rightKnee]?.z[0] == 500)
  }

  @Test func theNameOfAnIndexIsNoPose() throws {
    let names = Sets.coco17.flatMap { [$0, $0, $0] }
    let axes = Sets.coco17.flatMap { _ in ["x", "y", "score"] }
    let header = [
      [""] + names, [""] + axes, ["frame"] + names.map { _ in "" },
    ].map { $0.joined(separator: ",") }.joined(separator: "\n")
    let recording = try Sets.read(
      Sets.table(header) { frame in ["\(frame)"] + Sets.coco17.flatMap { Sets.cells($0, frame) } })
    #expect(recording.count == 90 && recording.accounts.read == 90)
    #expect(recording[.leftKnee] == (try Sets.read(Sets.wide())[.leftKnee]))
  }

  @Test func axesMayHaveTheirUnitBehind() throws {
    let header = [
      [""] + Sets.coco17.flatMap { [$0, $0] },
      ["Frame"] + Sets.coco17.flatMap { _ in ["X [px]", "Y (px)"] },
    ].map { $0.joined(separator: ",") }.joined(separator: "\n")
    let recording = try Sets.read(
      Sets.table(header) { frame in
        ["\(frame)"] + Sets.coco17.flatMap { Sets.cells($0, frame).prefix(2) }
      })
    let golden = try Sets.read(Sets.wide())
    #expect(recording[.leftKnee]?.x == golden[.leftKnee]?.x && recording.units == .pixels)
  }

  // MARK: - Scores in words

  @Test func statesOfTrackingAreScores() throws {
    let states = ["Tracked", "Inferred", "NotTracked"]
    let text = Sets.wide { $1 == "score" ? "\($0)_TrackingState" : "\($0)_\($1)" }
      .split(separator: "\n").enumerated().map { row, line in
        line.replacing(",0.9", with: "," + states[row % 3])
      }
    let recording = try Sets.read(text.joined(separator: "\n"))
    #expect(recording[.leftKnee]?.score.prefix(3) == [0.5, 0, 1])
    let shares = try Sets.read(Sets.wide().replacing(",0.9", with: ",90%"))
    #expect(shares[.leftKnee]?.score.first == 0.9)
  }

  // MARK: - Sections of Nexus

  static let angles =
    "Model Outputs\n100\n,,Ann:LHipAngles,,,Ann:LKneeAngles,,,Ann:LAnkleAngles,,\n"
    + "Frame,Sub Frame,X,Y,Z,X,Y,Z,X,Y,Z\n,,deg,deg,deg,deg,deg,deg,deg,deg,deg\n"
    + (1...Sets.frames).map { "\($0),0,1.5,2.5,3.5,1.5,2.5,3.5,1.5,2.5,3.5\n" }.joined()

  private static let devices =
    "Devices,,,,\n1000\n,,Plate - Force,,\nFrame,Sub Frame,Fx,Fy,Fz\n,,N,N,N\n"
    + (1...(4 * Sets.frames)).map { "\($0 / 4),\($0 % 4),1.5,2.5,700\n" }.joined()

  @Test(
    arguments: [
      [angles, Sets.nexus()], [devices, angles, Sets.nexus()], [Sets.nexus(), devices],
      [devices, Sets.nexus(), angles],
    ], ["\n", "\r\n"])
  func onlyThePlacesOfMarkersAreReadFromNexus(sections: [String], end: String) throws {
    let text = sections.joined(separator: "\n").replacing("\n", with: end)
    let recording = try Sets.read(text)
    let golden = try Sets.read(Sets.nexus())
    #expect(recording.count == 90 && recording.fps == 100 && recording.units == .millimetres)
    #expect(recording.joints == golden.joints)
    for joint in golden.joints { #expect(recording[joint] == golden[joint]) }
  }

  /// The line of a fault is the file's.
  @Test func aFaultBehindOtherSectionsHasItsLine() throws {
    let text = Self.angles + "\n" + Sets.nexus().replacing("\n9,0,", with: "\n9,0,x")
    let result = try PoseReader.read(Array(text.utf8), name: "set.csv")
    #expect(result.rejected.map(\.line) == [5 + 90 + 1 + 5 + 9])
  }

  /// What only all bytes tell is not read in stretches.
  @Test func tablesThatNeedAllTheirBytesAreReadAsAWhole() throws {
    let blanks =
      Sets.wide().split(separator: "\n").map { line in
        line.split(separator: ",").map { String(repeating: " ", count: 22 - $0.count) + $0 }
          .joined()
      }.joined(separator: "\n") + "\n"
    for (text, isLong) in [
      (Sets.wide(), true), (Self.angles + Sets.nexus(), false), (blanks, false),
    ] {
      var rest = Array(text.utf8)
      let long = try LongTable(name: "set.csv", options: ReadOptions()) { most in
        defer { rest.removeFirst(min(most, rest.count)) }
        return Array(rest.prefix(most))
      }
      #expect((long != nil) == isLong)
    }
  }
}

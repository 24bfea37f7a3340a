import Pose
import PoseCSV
import Testing

@Suite struct MappingTests {
  static func mapping(_ yaml: String) throws -> Mapping { try Mapping(yaml: yaml, file: "my.yml") }

  @Test(arguments: LayoutRegistry.all.map(\.id))
  func aLayoutWrittenAsAMappingIsReadBack(id: String) throws {
    let layout = try #require(LayoutRegistry.layout(named: id))
    let mapping = try Self.mapping(MappingWriter.yaml(layout))
    #expect(mapping.layout.keypoints.map(\.name) == layout.keypoints.map(\.name))
    #expect(mapping.layout.keypoints.map(\.joint) == layout.keypoints.map(\.joint))
    #expect(mapping.layout.keypoints.map(\.aliases) == layout.keypoints.map(\.aliases))
  }

  @Test func columnsAreNamedOrNumbered() throws {
    let columns = Sets.coco17.enumerated().map { i, name in
      let x = i.isMultiple(of: 2) ? "\(3 + 3 * i)" : "k\(i) horizontal"
      return "  - {name: \(name), joint: \(name), x: \(x), y: k\(i) vertical, score: \(5 + 3 * i)}"
    }
    let yaml = """
      name: mine
      frame: nr
      time: clock
      time_unit: s
      keypoints:
      \(columns.joined(separator: "\n"))
      """
    var options = ReadOptions()
    options.layout = .mapping(try Self.mapping(yaml))
    let renamed = Sets.wide { name, axis in
      let i = Sets.index(name)
      return axis == "x" ? "k\(i) horizontal" : axis == "y" ? "k\(i) vertical" : "q\(i)"
    }.replacing("frame,time", with: "nr,clock")
    let recording = try Sets.read(renamed, options: options)
    let golden = try Sets.read(Sets.wide())
    #expect(recording.layout == "mine")
    #expect(recording.fpsSource == .timeColumn)
    for joint in golden.joints { #expect(recording[joint] == golden[joint]) }
  }

  @Test(arguments: [
    ("keypoint:\n  - nose\n", "my.yml:1:1: 'keypoint' is not known; did you mean 'keypoints'?"),
    (
      "keypoints:\n  - {name: a, joint: left_kne}\n",
      "my.yml:2:22: 'left_kne' is not known; did you mean 'left_knee'?"
    ),
    ("keypoints:\n  - {name: a, x: 3}\n", "my.yml:2:5: 'a' needs both 'x:' and 'y:'"),
    ("fps: many\nkeypoints: [nose]\n", "my.yml:1:6: 'many' is no number from 1 to 10000"),
    (
      "keypoints:\n  - {name: a, joint: nose}\n  - {name: b, joint: nose}\n",
      "my.yml:3:5: 'a' and 'b' are the same joint"
    ),
    ("name: x\n", "my.yml: has no keypoints; expected a list 'keypoints:'"),
  ])
  func whatIsNotUnderstoodIsNamedWithItsPlace(yaml: String, message: String) {
    let error = #expect(throws: PoseCSVError.self) { try Self.mapping(yaml) }
    #expect(error?.description == message)
  }
}

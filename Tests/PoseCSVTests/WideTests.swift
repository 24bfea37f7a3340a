import Pose
import PoseCSV
import Testing

@Suite struct WideTests {
  @Test func aWideTableIsReadByName() throws {
    let recording = try Sets.read(Sets.wide())
    #expect(recording.layout == "coco17")
    #expect(recording.dimensions == 2)
    #expect(recording.units == .pixels)
    #expect(recording.axes.up == "-y")
    #expect(recording.count == 90)
    #expect(recording.fps == 30)
    #expect(recording.fpsSource == .timeColumn)
    let ankle = try #require(recording[.leftAnkle])
    let shoulder = try #require(recording[.leftShoulder])
    #expect(shoulder.y[0] > ankle.y[0], "y points up")
    #expect(ankle.score.allSatisfy { $0 == 0.9 })
  }

  @Test func aTableWithoutTimeIsReadAtThirtyFramesASecond() throws {
    let recording = try Sets.read(Sets.wide(time: false))
    #expect(recording.fpsSource == .assumed)
    #expect(recording.warnings.contains { $0.code == .timeAssumed })
  }

  @Test func aTableOfSomethingElseIsRefusedInASentence() {
    let error = #expect(throws: PoseCSVError.self) {
      try PoseReader.read(Array("name,age\nA,30\n".utf8), name: "people.csv")
    }
    #expect(
      error?.description == "people.csv:1: is not a table of keypoints: no column pairs such as "
        + "left_knee_x, left_knee_y; found 'name', 'age'")
  }
}

import Pose
import PoseCSV
import Testing

/// Depths that are missing now and then.
@Suite struct DepthTests {
  @Test func aPictureKeepsAPointWhoseDepthIsMissing() throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let header = names.flatMap { name in ["x", "y", "z"].map { "\(name)_\($0)" } }
    func table(_ depth: (Int) -> String) -> String {
      Sets.table((["frame"] + header).joined(separator: ",")) { frame in
        ["\(frame)"]
          + names.flatMap { name -> [String] in
            let point = Sets.figure(Sets.depth(at: frame))[name] ?? (x: 500, y: 500)
            let side = name.hasPrefix("left") ? "-0.1" : "0.1"
            return [
              Sets.number(point.x / 1000, 5), Sets.number(point.y / 1000, 5),
              depth(frame).isEmpty ? "" : side,
            ]
          }
      }
    }
    let whole = try Sets.read(table { _ in "0" })
    let holed = try Sets.read(table { $0 % 3 == 0 ? "" : "0" })
    #expect(holed.dimensions == 2)
    #expect(holed[.leftKnee] == whole[.leftKnee])
  }

  @Test func spaceLosesAPointWhoseDepthIsMissing() throws {
    let lines = Sets.nexus().split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.enumerated().map { number, line -> String in
      guard number == 20 else { return String(line) }
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[4] = ""
      return cells.joined(separator: ",")
    }
    let whole = try Sets.read(Sets.nexus())
    let holed = try Sets.read(text.joined(separator: "\n"))
    #expect(holed.dimensions == 3)
    let lost = holed.joints.filter { holed[$0]?.seen != whole[$0]?.seen }
    #expect(lost.count == 1)
  }
}

import Pose
import PoseCSV
import Testing

@Suite struct PointCellTests {
  private static let clean = Sets.points { x, y, _ in "(\(x), \(y))" }

  private static func text(_ cell: String, inPlaceOf column: Int) -> String {
    let lines = clean.split(separator: "\n").map(String.init)
    return lines.enumerated().map { row, line in
      guard row == 30 else { return line }
      var cells = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      cells[2 * column - 1] = cell
      return cells.joined(separator: "\"")
    }.joined(separator: "\n")
  }

  @Test(arguments: ["", "nan", "None", "(nan, nan)", "()"])
  func aPointThatWasNotSeenCostsNoRow(cell: String) throws {
    let knee = 1 + Sets.index("left_knee")
    let recording = try Sets.read(Self.text(cell, inPlaceOf: knee))
    #expect(recording.count == 90 && recording[.leftKnee]?.seen == 89)
    #expect(recording[.rightKnee]?.seen == 90)
  }

  @Test(arguments: [
    ("(1, 2, 3)", "'left_knee' holds 3 numbers; expected 2"),
    ("(1, b)", "is not a list of numbers"),
  ])
  func aCellThatIsNoPointCostsItsRow(cell: String, words: String) throws {
    let text = Self.text(cell, inPlaceOf: 1 + Sets.index("left_knee"))
    let result = try PoseReader.read(Array(text.utf8), name: "set.csv")
    #expect(result.rejected.count == 1 && result.rejected[0].line == 31)
    #expect(result.rejected[0].reason.contains(words))
  }
}

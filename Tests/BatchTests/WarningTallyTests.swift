import Pose
import Testing

@testable import Batch

@Suite struct WarningTallyTests {
  @Test func saysTheFirstAndHowManyAreLikeIt() {
    var tally = WarningTally()
    let missing = Warning(code: .missingPoints, message: "3 points missing in the file")
    tally.add([missing, missing], ofRows: 0..<100)
    tally.add([], ofRows: 100..<200)
    #expect(
      tally.summed(hasReps: true, others: []).map(\.message)
        == ["Frames 0 to 99: 3 points missing in the file."])
    tally.add([missing], ofRows: 200..<300)
    #expect(
      tally.summed(hasReps: true, others: []).map(\.message)
        == ["Frames 0 to 99: 3 points missing in the file. The like in 1 more stretch."])
  }
}

import Testing

@testable import Evaluation

@Suite struct BootstrapTests {
  @Test func theGeneratorIsTheKnownOne() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.next(below: 7)) })
  }

  @Test func sameSeedSameInterval() {
    let tables = (0..<12).map { ConfusionTable(tp: $0 % 4, fp: $0 % 3, fn: $0 % 2, tn: 3) }
    let first = Bootstrap().intervals(tables, of: [\.kappa, \.recall])
    #expect(first == Bootstrap().intervals(tables, of: [\.kappa, \.recall]))
    #expect(
      first != Bootstrap(resamples: 1000, seed: 2).intervals(tables, of: [\.kappa, \.recall]))
  }

  @Test func oneRecordingSaysNothingOfOthers() {
    let table = ConfusionTable(tp: 9, fp: 1, fn: 1, tn: 9)
    #expect(Bootstrap().intervals([table], of: [\.kappa]) == [nil])
    #expect(Bootstrap().intervals([], of: [\.kappa]) == [nil])
  }

  @Test func fullAgreementHasNoWidth() {
    let tables = [ConfusionTable](repeating: ConfusionTable(tp: 2, fp: 0, fn: 0, tn: 2), count: 8)
    #expect(Bootstrap().intervals(tables, of: [\.kappa]) == [Interval(low: 1, high: 1)])
  }

  @Test func repsOfOneRecordingStayTogether() throws {
    let right = ConfusionTable(tp: 10, fp: 0, fn: 0, tn: 0)
    let wrong = ConfusionTable(tp: 0, fp: 0, fn: 10, tn: 0)
    let together = [right, right, right, wrong, wrong, wrong]
    let apart = (0..<60).map {
      $0 < 30
        ? ConfusionTable(tp: 1, fp: 0, fn: 0, tn: 0)
        : ConfusionTable(tp: 0, fp: 0, fn: 1, tn: 0)
    }
    let wide = try #require(Bootstrap().intervals(together, of: [\.recall])[0])
    let narrow = try #require(Bootstrap().intervals(apart, of: [\.recall])[0])
    #expect(wide.high - wide.low > 2 * (narrow.high - narrow.low))
  }

  /// Of many studies with a true recall of 0.7, about 95 % of the intervals hold it.
  @Test func coverage() {
    var random = SplitMix64(seed: 7)
    var held = 0
    for study in 0..<200 {
      let tables = (0..<40).map { _ in
        let found = (0..<3).count { _ in random.next(below: 10) < 7 }
        return ConfusionTable(tp: found, fp: 0, fn: 3 - found, tn: 0)
      }
      let bootstrap = Bootstrap(resamples: 200, seed: UInt64(study))
      if let interval = bootstrap.intervals(tables, of: [\.recall])[0],
        interval.low <= 0.7, 0.7 <= interval.high
      {
        held += 1
      }
    }
    #expect((176...200).contains(held), "\(held) of 200")
  }
}

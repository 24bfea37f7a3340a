/// A range that holds a quantity with a probability of about 95 %.
package struct Interval: Sendable, Equatable {
  package var low: Double
  package var high: Double
}

/// Intervals by resampling (Efron 1979, Ann Statist 7:1), the percentile kind.
///
/// What is drawn again, with replacement, are whole recordings: the reps of one recording share
/// lifter, camera and day, and drawn one by one would feign more evidence than there is.
package struct Bootstrap: Sendable {
  package var resamples = 1000
  /// The same seed draws the same recordings on every machine.
  package var seed: UInt64 = 1979

  package init() {}

  package init(resamples: Int, seed: UInt64) {
    self.resamples = resamples
    self.seed = seed
  }

  /// Calls `body` once a resample with how often each of `count` recordings was drawn.
  /// O(resamples × count).
  func forEachDraw(of count: Int, _ body: ([Int]) -> Void) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<resamples {
      var times = [Int](repeating: 0, count: count)
      for _ in 0..<count { times[random.next(below: count)] += 1 }
      body(times)
    }
  }

  /// The intervals of several quantities of the sum of the recordings' tables.
  ///
  /// Nil for a quantity that more than half of the resamples leave undefined, and for all with
  /// fewer than two recordings, from which nothing can be said of others.
  package func intervals(
    _ tables: [ConfusionTable], of quantities: [(ConfusionTable) -> Double?]
  ) -> [Interval?] {
    guard tables.count > 1 else { return quantities.map { _ in nil } }
    var values = quantities.map { _ in [Double]() }
    forEachDraw(of: tables.count) { times in
      var sum = ConfusionTable()
      for (table, times) in zip(tables, times) where times > 0 { sum += table.repeated(times) }
      for (index, quantity) in quantities.enumerated() {
        if let value = quantity(sum) { values[index].append(value) }
      }
    }
    return values.map { 2 * $0.count < resamples ? nil : Self.interval($0) }
  }

  private static func interval(_ values: [Double]) -> Interval? {
    let sorted = values.sorted()
    let cut = sorted.count / 40
    guard let first = sorted.dropFirst(cut).first, let last = sorted.dropLast(cut).last else {
      return nil
    }
    return Interval(low: first, high: last)
  }
}

extension ConfusionTable {
  func repeated(_ times: Int) -> ConfusionTable {
    ConfusionTable(
      tp: truePositives * times, fp: falsePositives * times, fn: falseNegatives * times,
      tn: trueNegatives * times)
  }
}

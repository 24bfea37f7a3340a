/// A value axis with round ticks.
struct Scale {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// Decimals that the ticks need.
  let decimals: Int

  /// An axis that holds all values from `low` to `high`.
  init(low: Double, high: Double) {
    let step = Self.step((high - low) / 3)
    let first = (low / step).rounded(.down)
    let last = max((high / step).rounded(.up), first + 1)
    self.low = first * step
    self.high = last * step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
  }

  /// Round numbers between two times.
  static func ticks(from start: Double, to end: Double, atMost count: Int) -> [Double] {
    let step = step((end - start) / Double(count))
    let first = (start / step).rounded(.up)
    return stride(from: first, through: (end / step).rounded(.down), by: 1).map { $0 * step }
  }

  /// The next 1, 2 or 5 times a power of ten.
  private static func step(_ rough: Double) -> Double {
    guard rough.isFinite, rough > 1e-6 else { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= rough { return power * factor }
    return power * 10
  }
}

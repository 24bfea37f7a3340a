import Kernels

/// What is done where a joint was not seen.
package struct GapLimits: Sendable, Equatable {
  /// Up to here a gap is bridged by a smooth curve, in seconds.
  package var smooth = 0.2
  /// Up to here by a straight line; anything longer stays missing.
  package var straight = 0.5

  package init() {}
}

/// Bridges short gaps of columns; long ones stay missing.
enum Gaps {
  /// The runs of missing values, first and last index, in order. O(n).
  static func runs(_ column: [Float]) -> [ClosedRange<Int>] {
    let places = Kernel.missingPlaces(column)
    func ends(at i: Int) -> Bool { i + 1 == places.count || places[i + 1] != places[i] + 1 }
    var runs: [ClosedRange<Int>] = []
    runs.reserveCapacity(places.indices.count(where: ends))
    var first = 0
    for last in places.indices where ends(at: last) {
      runs.append(places[first]...places[last])
      first = last + 1
    }
    return runs
  }

  /// Where both lists have a run; each list in order and without overlaps. O(a + b).
  static func common(
    _ a: [ClosedRange<Int>], _ b: [ClosedRange<Int>]
  ) -> [ClosedRange<Int>] {
    var common: [ClosedRange<Int>] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].overlaps(b[j]) { common.append(a[i].clamped(to: b[j])) }
      if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return common
  }

  /// Fills the given runs of a column.
  ///
  /// Inside, runs up to `smooth` frames follow the monotone cubic through their neighbors
  /// (Fritsch and Carlson 1980), longer ones a straight line. A run at an end repeats the
  /// nearest value. A column that was never seen is left as it is.
  static func fill(_ column: inout [Float], runs: [ClosedRange<Int>], smooth: Int) {
    for run in runs {
      let before = run.lowerBound - 1
      let after = run.upperBound + 1
      switch (before >= 0, after < column.count) {
      case (false, false): continue
      case (false, true): for i in run { column[i] = column[after] }
      case (true, false): for i in run { column[i] = column[before] }
      case (true, true):
        let width = Float(after - before)
        let a = column[before]
        let b = column[after]
        let slope = (b - a) / width
        var entry = slope
        var exit = slope
        if run.count <= smooth {
          entry = tangent(neighbor(column, before, -1), slope)
          exit = tangent(slope, neighbor(column, after, 1))
        }
        for i in run {
          let t = Float(i - before) / width
          let u = 1 - t
          column[i] =
            a * (1 + 2 * t) * u * u + b * (3 - 2 * t) * t * t
            + width * (entry * t * u * u - exit * t * t * u)
        }
      }
    }
  }

  /// The slope on the far side of a seen value; NaN where there is none.
  private static func neighbor(_ column: [Float], _ i: Int, _ step: Int) -> Float {
    let other = i + step
    guard column.indices.contains(other) else { return .nan }
    return (column[i] - column[other]) * Float(-step)
  }

  /// Harmonic mean of two slopes of one sign, else 0: no overshoot.
  private static func tangent(_ a: Float, _ b: Float) -> Float {
    if a.isNaN { return b }
    if b.isNaN { return a }
    return a * b <= 0 ? 0 : 2 * a * b / (a + b)
  }
}

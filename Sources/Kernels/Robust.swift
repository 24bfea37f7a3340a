/// Order statistics of values that may be missing.
package enum Robust {
  /// The value below which a share (0…1) of the present values lies; NaN of none.
  ///
  /// Found by selection (Hoare 1961), O(n) on average; sorted or equal values are no worse, for
  /// the pivot is the median of three.
  package static func quantile(_ values: [Float], _ share: Float) -> Float {
    var present = values
    present.removeAll(where: \.isNaN)
    guard let last = present.indices.last else { return .nan }
    let rank = Int((Float(last) * share).rounded())
    return select(&present, rank: rank)
  }

  package static func median(_ values: [Float]) -> Float { quantile(values, 0.5) }

  /// The value that would stand at `rank` if the values were sorted; leaves them partly sorted.
  /// No value may be NaN, and the rank must be one of them.
  package static func select(_ values: inout [Float], rank: Int) -> Float {
    precondition(values.indices.contains(rank), "a rank among the values")
    var low = 0
    var high = values.count - 1
    while high > low {
      let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
      var i = low
      var j = high
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return values[rank]
      }
    }
    return values[rank]
  }

  private static func medianOfThree(_ a: Float, _ b: Float, _ c: Float) -> Float {
    max(min(a, b), min(max(a, b), c))
  }
}

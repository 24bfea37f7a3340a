internal import CKernels

/// Order statistics of values that may be missing.
package enum Robust {
  /// The value that would stand at the rank that `rank` makes of their number (one of them, or it
  /// is a fault of the caller's) if the present values were sorted; nil of none. Those of some
  /// places only where these are given.
  ///
  /// Found by selection (Hoare 1961), O(n) on average; sorted or equal values are no worse.
  package static func value(
    of values: [Float], in places: Range<Int>? = nil, atRank rank: (_ present: Int) -> Int
  ) -> Float? {
    let places = places ?? values.indices
    return values.withUnsafeBufferPointer { all in
      let values = UnsafeBufferPointer(rebasing: all[places])
      let present = values.count - ck_missing(values.baseAddress, values.count)
      guard present > 0 else { return nil }
      let rank = rank(present)
      precondition((0..<present).contains(rank), "a rank among the values")
      return withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { room in
        ck_ranked(values.baseAddress, values.count, rank, present, room.baseAddress)
      }
    }
  }

  /// The value below which a share (0…1) of the present values lies; NaN of none.
  package static func quantile(_ values: [Float], _ share: Float) -> Float {
    value(of: values) { Int((Float($0 - 1) * share).rounded()) } ?? .nan
  }

  package static func median(_ values: [Float]) -> Float { quantile(values, 0.5) }

  /// The middle of the present values of some frames, of an even number the mean of the two middle
  /// ones (NaN of none), and how many are present.
  package static func middle(
    of values: [Float], at frames: [Int]
  ) -> (value: Float, present: Int) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: frames.count) { room in
      var count = 0
      for frame in frames {
        let value = values[frame]
        room[count] = value
        if !value.isNaN { count += 1 }
      }
      guard count > 0 else { return (.nan, 0) }
      let upper = ck_select(room.baseAddress, count, count / 2)
      if count % 2 == 1 { return (upper, count) }
      // What stands before a selected rank is not greater.
      var lower = room[0]
      for i in 1..<max(1, count / 2) { lower = max(lower, room[i]) }
      return ((lower + upper) / 2, count)
    }
  }

  /// The value that would stand at `rank` if the values were sorted; leaves them partly sorted.
  /// No value may be NaN, and the rank must be one of them.
  package static func select(_ values: inout [Double], rank: Int) -> Double {
    precondition(values.indices.contains(rank), "a rank among the values")
    return ck_select_double(&values, values.count, rank)
  }
}

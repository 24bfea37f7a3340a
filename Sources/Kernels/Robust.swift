internal import CKernels

/// Order statistics of values that may be missing.
package enum Robust {
  /// The value below which a share (0…1) of the present values lies; NaN of none.
  ///
  /// Found by selection (Hoare 1961), O(n) on average; sorted or equal values are no worse.
  package static func quantile(_ values: [Float], _ share: Float) -> Float {
    withPresent(values) { present in
      guard !present.isEmpty else { return .nan }
      return select(present, rank: Int((Float(present.count - 1) * share).rounded()))
    }
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

  /// Lends the values that are not NaN, in order, for any use.
  package static func withPresent<Result>(
    _ values: [Float], _ body: (UnsafeMutableBufferPointer<Float>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { room in
      let count = ck_present(values, room.baseAddress, values.count)
      return body(UnsafeMutableBufferPointer(rebasing: room[..<count]))
    }
  }

  /// Lends the finite values, in order, for any use.
  package static func withFinite<Result>(
    _ values: [Float], _ body: (UnsafeMutableBufferPointer<Float>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { room in
      let count = ck_finite(values, room.baseAddress, values.count)
      return body(UnsafeMutableBufferPointer(rebasing: room[..<count]))
    }
  }

  /// The value that would stand at `rank` if the values were sorted; leaves them partly sorted.
  /// No value may be NaN, and the rank must be one of them.
  package static func select(_ values: UnsafeMutableBufferPointer<Float>, rank: Int) -> Float {
    precondition(values.indices.contains(rank), "a rank among the values")
    return ck_select(values.baseAddress, values.count, rank)
  }

  /// The same of an array.
  package static func select(_ values: inout [Float], rank: Int) -> Float {
    values.withUnsafeMutableBufferPointer { select($0, rank: rank) }
  }

  /// The same of doubles.
  package static func select(_ values: inout [Double], rank: Int) -> Double {
    precondition(values.indices.contains(rank), "a rank among the values")
    return ck_select_double(&values, values.count, rank)
  }
}

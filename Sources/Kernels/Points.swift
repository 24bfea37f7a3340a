internal import CKernels

extension Kernel {
  /// Makes points that were not seen NaN in every coordinate, in place: x or y missing, all
  /// exactly 0, or all exactly −1 (a depth of 0 counts as −1). Where only the depth is missing, x
  /// and y stay. `z` is empty in two dimensions; in three, a joint that is 0 in more than nine rows
  /// of ten is the origin, and stays.
  package static func eraseUnseen(x: inout [Float], y: inout [Float], z: inout [Float]) {
    precondition(x.count == y.count && (z.isEmpty || z.count == x.count), "columns of one length")
    guard !z.isEmpty else {
      _ = ck_erase_unseen(&x, &y, nil, x.count, false)
      return
    }
    let zeros = ck_zeros(x, y, z, x.count)
    _ = ck_erase_unseen(&x, &y, &z, x.count, 10 * zeros > 9 * x.count)
  }

  /// For each step from one row to the next, over joints: in how many the joint is seen before and
  /// after it, and in how many of these it moves by at most the step's limit.
  package static func moves(
    of joints: [(x: [Float], y: [Float])], within limits: [Float]
  ) -> (seen: [UInt16], within: [UInt16]) {
    var seen = [UInt16](repeating: 0, count: limits.count)
    var within = seen
    for joint in joints {
      precondition(
        joint.x.count == limits.count + 1 && joint.y.count == joint.x.count,
        "a limit a step between rows")
      ck_count_moves(joint.x, joint.y, limits, joint.x.count, &seen, &within)
    }
    return (seen, within)
  }

  /// The greatest and the least of the values that are there; nil of none.
  package static func range(_ values: [Float]) -> (top: Float, low: Float)? {
    var low: Float = 0
    var top: Float = 0
    ck_range(values, values.count, &low, &top)
    return low <= top ? (top, low) : nil
  }

  /// How many points lie outside a picture that goes from 0 to `width`, and from 0 to `height`
  /// upwards or downwards.
  package static func outside(x: [Float], y: [Float], width: Float, height: Float) -> Int {
    precondition(x.count == y.count, "columns of one length")
    return ck_outside(x, y, width, height, x.count)
  }

  /// How many values are NaN.
  package static func missing(_ values: [Float]) -> Int { ck_missing(values, values.count) }

  /// Where values are NaN, in order.
  package static func missingPlaces(_ values: [Float]) -> [Int] {
    places(of: values.count) { ck_mark_missing(values, $0, values.count) }
  }

  /// The places that `mark` marks by 1 among so many zeros; it returns how many.
  static func places(of count: Int, mark: (UnsafeMutablePointer<UInt8>?) -> Int) -> [Int] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { marks in
      let found = mark(marks.baseAddress)
      guard found > 0 else { return [] }
      return [Int](unsafeUninitializedCapacity: found) { places, written in
        written = ck_places(marks.baseAddress, count, places.baseAddress)
      }
    }
  }

  /// Of all columns together: how many values are finite, and of these, how many are at most `low`
  /// and how many below `high`.
  package static func census(
    _ columns: [[Float]], low: Float, high: Float
  ) -> (finite: Int, atMostLow: Int, belowHigh: Int) {
    var counts = ck_counts()
    for column in columns { ck_census(column, column.count, low, high, &counts) }
    return (counts.finite, counts.at_most_low, counts.below_high)
  }
}

import Pose

/// Finds stretches in which an estimator went on writing its last pose.
enum FrozenPose {
  /// So many equal frames are no accident.
  private static let least = 3

  /// The frames after the first of each stretch of equal frames that ends with a jump.
  ///
  /// A pose that is equal to the last digit may be a lifter who stands in noiseless data; only
  /// one that then jumps by more than `jump`, in the tracks' unit, was stale. O(frames × joints).
  static func stale(_ tracks: [Track?], count: Int, jump: Float) -> [Range<Int>] {
    let columns = Joint.allCases.filter(\.carriesSquat)
      .compactMap { tracks[Int($0.rawValue)] }
      .flatMap { [$0.x, $0.y] }
    guard !columns.isEmpty, count > least else { return [] }
    var stale: [Range<Int>] = []
    var first = 0
    let leader = columns[0]
    for frame in 1..<count {
      // One coordinate mostly tells that the pose is another.
      if leader[frame] == leader[frame - 1],
        columns.allSatisfy({ $0[frame] == $0[frame - 1] })
      {
        continue
      }
      if frame - first >= least {
        let furthest = columns.reduce(Float(0)) { max($0, Swift.abs($1[frame] - $1[frame - 1])) }
        if furthest > jump { stale.append((first + 1)..<frame) }
      }
      first = frame
    }
    return stale
  }
}

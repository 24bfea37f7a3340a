import Kernels
import Pose

/// Takes single points out that cannot be where they are said to be.
enum Outliers {
  /// Erases points of a track that stand out from the seven frames around them.
  ///
  /// A point goes when a coordinate is further from its window's median than three times 1.4826
  /// median absolute deviations (Hampel 1974) and than `floor`, in the track's unit: without a
  /// floor, the last digit of a still joint would count as an outlier. Returns how many went.
  static func hampel(_ track: inout Track, floor: Float) -> Int {
    var erased = 0
    let missing = Gaps.runs(track.x)
    if missing.first == 0...(track.count - 1) { return 0 }
    for column in [track.x, track.y, track.z] where !column.isEmpty {
      var filled = column
      Gaps.fill(&filled, runs: missing, smooth: 0)
      for i in Kernel.outliers(filled, floor: floor) where !track.x[i].isNaN {
        track.erase(i)
        erased += 1
      }
    }
    return erased
  }

  /// Erases the far end of a segment in frames where it is longer than its usual longest by more
  /// than `tolerance` (a ratio), or in three dimensions also shorter.
  ///
  /// In two dimensions a segment looks shorter when it points at the camera; it never looks much
  /// longer than it is. Returns how many points went.
  static func limbLength(
    near: Track, far: inout Track, tolerance: Float, dimensions: Int
  ) -> Int {
    let lengths = Kernel.length(
      x: Kernel.difference(near.x, far.x), y: Kernel.difference(near.y, far.y),
      z: dimensions == 3 ? Kernel.difference(near.z, far.z) : [])
    guard near.seen >= 10 else { return 0 }
    let usual = Robust.quantile(lengths, dimensions == 3 ? 0.5 : 0.9)
    var erased = 0
    for i in lengths.indices {
      let tooLong = lengths[i] > usual * (1 + tolerance)
      let tooShort = dimensions == 3 && lengths[i] < usual * (1 - tolerance)
      if tooLong || tooShort {
        far.erase(i)
        erased += 1
      }
    }
    return erased
  }
}

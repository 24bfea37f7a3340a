import Kernels

/// Finds where a body's limbs all become longer or shorter from one row to the next: another person,
/// or another film.
enum BodyScale {
  /// Limbs that must be seen on either side; limbs foreshorten, but never all by as much.
  private static let leastLimbs = 4
  private static let limit: Float = 1.25

  /// The rows, after the first, at which another scale begins, which the median of so many rows on
  /// either side bears out.
  static func jumps(_ detections: Detections, witnesses: Int) -> [Int] {
    let limbs = detections.limbs
    guard limbs.count >= leastLimbs else { return [] }
    let leader = length(limbs[0].0, limbs[0].1)
    lazy var lengths = [leader] + limbs.dropFirst().map { length($0, $1) }
    return (1..<max(1, detections.count)).filter { row in
      // One limb mostly tells that the scale is the same; one that was not seen does not.
      let (before, after) = (leader[row - 1], leader[row])
      if after <= limit * before, before <= limit * after { return false }
      guard isChanged(lengths, { ($0[row - 1], $0[row]) }) else { return false }
      return isChanged(lengths) { limb in
        let before = Statistics.median(Array(limb[max(0, row - witnesses)..<row]))
        let after = Statistics.median(Array(limb[row..<min(limb.count, row + witnesses)]))
        return (before ?? .nan, after ?? .nan)
      }
    }
  }

  /// The distance of two points, row by row.
  private static func length(_ a: Detections.Columns, _ b: Detections.Columns) -> [Float] {
    let isDeep = !a.z.isEmpty && !b.z.isEmpty
    return Kernel.length(
      x: Kernel.difference(a.x, b.x), y: Kernel.difference(a.y, b.y),
      z: isDeep ? Kernel.difference(a.z, b.z) : [])
  }

  /// Whether all limbs that are seen before and after are longer after, or all shorter.
  private static func isChanged(
    _ lengths: [[Float]], _ ends: ([Float]) -> (before: Float, after: Float)
  ) -> Bool {
    var longer = 0
    var shorter = 0
    for limb in lengths {
      let (before, after) = ends(limb)
      if after > limit * before {
        longer += 1
      } else if before > limit * after {
        shorter += 1
      } else if !before.isNaN, !after.isNaN {
        return false
      }
    }
    return max(longer, shorter) >= leastLimbs && min(longer, shorter) == 0
  }
}

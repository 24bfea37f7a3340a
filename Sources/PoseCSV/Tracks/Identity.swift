import Kernels
import Pose

/// Finds where a track goes over to another person, or to another film.
enum Identity {
  /// A row at which the track is cut, and why.
  struct Cut {
    var row: Int
    var reason: String
  }

  /// Rows on each side of a jump that must agree that it is one.
  private static let witnesses = 8

  /// The rows, after the first, at which the body jumps or changes its size, in order. A few wild
  /// frames are no cut; they are left to the repair of outliers.
  static func cuts(_ detections: Detections, steps: [Double]) -> [Cut] {
    let jumps = jumps(detections, steps: steps)
    let sizes = BodyScale.jumps(detections, witnesses: witnesses).filter { row in
      !jumps.contains { abs($0 - row) < witnesses }
    }
    let cuts =
      jumps.map {
        Cut(row: $0, reason: "the body jumps by more than half its height: another person begins")
      }
      + sizes.map {
        Cut(
          row: $0,
          reason: "the body is all at once of another size: another person or another film begins")
      }
    return cuts.sorted { $0.row < $1.row }
  }

  /// The rows at which the body as a whole moves by more than half its height in one frame, and
  /// stays there.
  private static func jumps(_ detections: Detections, steps: [Double]) -> [Int] {
    guard detections.count > 2, let height = BodySize.height(detections), height > 0 else {
      return []
    }
    let limits = (1..<detections.count).map { row -> Float in
      0.5 * height * Float(steps.isEmpty ? 1 : max(1, min(steps[row] - steps[row - 1], 4)))
    }
    // The body jumps where the median of the distances that joints seen in both rows move is
    // beyond the limit: where no more of them stay within it than stand before the median.
    let moves = Kernel.moves(
      of: detections.columns.map { (x: $0.x, y: $0.y) }, within: limits)
    var cuts: [Int] = []
    for row in 1..<detections.count {
      let seen = Int(moves.seen[row - 1])
      guard seen > 0, Int(moves.within[row - 1]) <= Statistics.rank(0.5, of: seen) else { continue }
      let low = max(cuts.last ?? 0, row - witnesses)
      let before = place((low..<row).map { detections.center($0) })
      let after = place(
        (row..<min(detections.count, row + witnesses)).map { detections.center($0) })
      if let before, let after, distance(before, after) > 0.4 * height { cuts.append(row) }
    }
    return cuts
  }

  private static func place(_ centers: [(x: Float, y: Float)?]) -> (Float, Float)? {
    let seen = centers.compactMap { $0 }
    guard let x = Statistics.median(seen.map(\.x)), let y = Statistics.median(seen.map(\.y)) else {
      return nil
    }
    return (x, y)
  }

  private static func distance(_ a: (Float, Float), _ b: (Float, Float)) -> Float {
    let dx = a.0 - b.0
    let dy = a.1 - b.1
    return (dx * dx + dy * dy).squareRoot()
  }
}

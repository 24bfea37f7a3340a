import Pose

/// Finds frames in which an estimator exchanged the lifter's left and right, and puts them back.
///
/// Estimators flip sides for a few frames, mostly where one leg hides the other. Joints are
/// looked at in groups that flip together; a group is flipped back where the exchanged places
/// continue the last frame's far better than the named ones.
struct SideRepair {
  /// Joints of the left side that flip together.
  private static let groups: [[Joint]] = [
    [.leftHip, .leftKnee, .leftAnkle, .leftHeel, .leftToe, .leftSmallToe],
    [.leftShoulder, .leftElbow, .leftWrist],
  ]

  /// Exchanges sides back in place. Returns for each frame whether anything was exchanged.
  ///
  /// Estimators exchange sides for some frames, legs cross for good: what would stay exchanged
  /// for more than `longest` frames is taken as it stands, unless the frames before it, from the
  /// recording's start, are the fewer: then these were the exchanged ones.
  static func repair(_ tracks: inout [Track?], count: Int, longest: Int) -> [Bool] {
    var exchanged = [Bool](repeating: false, count: count)
    for group in groups {
      let pairs = group.filter {
        tracks[Int($0.rawValue)] != nil && tracks[Int($0.mirrored.rawValue)] != nil
      }
      guard !pairs.isEmpty else { continue }
      let flips = decisions(pairs, tracks: tracks, count: count, longest: longest)
      for frame in 0..<count where flips[frame] {
        exchanged[frame] = true
        for left in pairs {
          exchange(&tracks, Int(left.rawValue), Int(left.mirrored.rawValue), frame)
        }
      }
    }
    return exchanged
  }

  private struct Place {
    var x: Float
    var y: Float
    var z: Float

    init(_ track: Track, _ frame: Int) {
      x = track.x[frame]
      y = track.y[frame]
      z = track.z.isEmpty ? 0 : track.z[frame]
    }

    func squaredDistance(_ other: Place) -> Float {
      let dx = x - other.x
      let dy = y - other.y
      let dz = z - other.z
      return dx * dx + dy * dy + dz * dz
    }
  }

  private static func decisions(
    _ pairs: [Joint], tracks: [Track?], count: Int, longest: Int
  ) -> [Bool] {
    let sides = pairs.compactMap { left -> (Track, Track)? in
      guard let l = tracks[Int(left.rawValue)], let r = tracks[Int(left.mirrored.rawValue)]
      else { return nil }
      return (l, r)
    }
    var last = [(Place, Place)?](repeating: nil, count: sides.count)
    var flips = [Bool](repeating: false, count: count)
    var runStart: Int?
    for frame in 0..<count {
      var keep: Float = 0
      var swap: Float = 0
      var apart: Float = 0
      for (index, side) in sides.enumerated() {
        guard let (left, right) = last[index] else { continue }
        let l = Place(side.0, frame)
        let r = Place(side.1, frame)
        let kept = l.squaredDistance(left) + r.squaredDistance(right)
        let swapped = l.squaredDistance(right) + r.squaredDistance(left)
        guard kept.isFinite, swapped.isFinite else { continue }
        keep += kept
        swap += swapped
        apart += left.squaredDistance(right)
      }
      // Only where the sides are apart can an exchange be seen, and only then does it matter:
      // the exchanged places must fit four times better.
      var flip = swap * 4 < keep && keep > 0.5 * apart
      flips[frame] = flip
      if !flip {
        runStart = nil
      } else if let start = runStart, frame - start >= longest {
        for i in start...frame { flips[i] = false }
        if start <= longest { for i in 0..<start { flips[i].toggle() } }
        runStart = nil
        flip = false
      } else if runStart == nil {
        runStart = frame
      }
      for (index, side) in sides.enumerated() {
        let l = Place(side.0, frame)
        let r = Place(side.1, frame)
        guard l.x.isFinite, r.x.isFinite else { continue }
        last[index] = flip ? (r, l) : (l, r)
      }
    }
    return flips
  }

  private static func exchange(_ tracks: inout [Track?], _ a: Int, _ b: Int, _ frame: Int) {
    guard var left = tracks[a], var right = tracks[b] else { return }
    // The columns are moved out while they are written, so that no copy is made.
    tracks[a] = nil
    tracks[b] = nil
    swap(&left.x[frame], &right.x[frame])
    swap(&left.y[frame], &right.y[frame])
    if !left.z.isEmpty { swap(&left.z[frame], &right.z[frame]) }
    if !left.score.isEmpty, !right.score.isEmpty { swap(&left.score[frame], &right.score[frame]) }
    tracks[a] = left
    tracks[b] = right
  }
}

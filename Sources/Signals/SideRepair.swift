import Kernels
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
      guard !pairs.isEmpty, mayBeExchanged(pairs, tracks, count: count) else { continue }
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

  /// Places of one joint of both sides.
  private struct Places {
    let left: [SIMD3<Float>]
    let right: [SIMD3<Float>]
    /// Where they were last seen, after repair.
    var last: (left: SIMD3<Float>, right: SIMD3<Float>)?

    init?(_ left: Track?, _ right: Track?) {
      guard let left, let right else { return nil }
      self.left = Self.places(left)
      self.right = Self.places(right)
    }

    private static func places(_ track: Track) -> [SIMD3<Float>] {
      track.x.indices.map { SIMD3(track.x[$0], track.y[$0], track.z.isEmpty ? 0 : track.z[$0]) }
    }
  }

  private static func squared(_ v: SIMD3<Float>) -> Float { v.x * v.x + v.y * v.y + v.z * v.z }

  /// Whether any frame of a group looks exchanged against the frame before, as named there: without
  /// one there is nothing to decide frame by frame.
  private static func mayBeExchanged(_ pairs: [Joint], _ tracks: [Track?], count: Int) -> Bool {
    var costs = Kernel.SideCosts(count: count)
    for joint in pairs {
      guard let left = tracks[Int(joint.rawValue)], let right = tracks[Int(joint.mirrored.rawValue)]
      else { continue }
      costs.add(
        left: (left.x, left.y, left.z), right: (right.x, right.y, right.z))
    }
    return costs.exchanged > 0
  }

  private static func decisions(
    _ pairs: [Joint], tracks: [Track?], count: Int, longest: Int
  ) -> [Bool] {
    var sides = pairs.compactMap {
      Places(tracks[Int($0.rawValue)], tracks[Int($0.mirrored.rawValue)])
    }
    var flips = [Bool](repeating: false, count: count)
    var runStart: Int?
    for frame in 0..<count {
      var keep: Float = 0
      var swap: Float = 0
      var apart: Float = 0
      for side in sides.indices {
        guard let last = sides[side].last else { continue }
        let l = sides[side].left[frame]
        let r = sides[side].right[frame]
        let kept = squared(l - last.left) + squared(r - last.right)
        guard kept.isFinite else { continue }
        keep += kept
        swap += squared(l - last.right) + squared(r - last.left)
        apart += squared(last.left - last.right)
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
      for side in sides.indices {
        let l = sides[side].left[frame]
        let r = sides[side].right[frame]
        if l.x.isFinite, r.x.isFinite { sides[side].last = flip ? (r, l) : (l, r) }
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

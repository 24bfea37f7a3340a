import Kinematics
import Reps

/// The frames of one rep in which its measures are taken.
struct Windows {
  /// The hips' drop over the leg's length beyond which a knee is bent by more than 60°: with the
  /// shank at 22° and the thigh at 38° from the vertical, 1 − (cos 22° + cos 38°) / 2.
  static let deepDrop: Float = 0.14

  /// Around the deepest point, or the whole pause in the hole; empty where the hips were out of
  /// sight for so long that they may have been deeper.
  var bottom: [Int]
  /// The lowest third of the rep.
  var low: [Int]
  /// Knees bent by more than 60°, on the way down; and from the bottom on.
  var deepDescent: [Int]
  var deepAscent: [Int]
  /// The lifter's own standing posture, before the rep where it is seen there.
  var standing: [Int]

  init(_ rep: Rep, in set: SetContext) {
    let segmentation = set.segmentation
    let depth = segmentation.depth
    let fps = set.body.fps
    let frames = max(0, rep.start)...max(rep.start, min(rep.end, depth.count - 1))
    func those(_ isIn: (Int) -> Bool) -> [Int] {
      var kept: [Int] = []
      kept.reserveCapacity(frames.count)
      for frame in frames where isIn(frame) { kept.append(frame) }
      return kept
    }
    let half = max(1, Int(0.1 * fps + 0.5))
    // A gap that is too long to be bridged has no deepest point.
    bottom =
      set.body.unseen(atTurnOf: rep) > 0.5
      ? [] : those { $0 >= rep.bottomStart - half && $0 <= rep.bottomEnd + half }
    let lowest = depth[frames].lazy.filter { !$0.isNaN }.max() ?? 0
    low = those { depth[$0] >= lowest * 2 / 3 }
    deepDescent = those { depth[$0] >= Self.deepDrop && $0 < rep.bottomStart }
    deepAscent = those { depth[$0] >= Self.deepDrop && $0 >= rep.bottomStart }
    standing = Self.standing(rep, in: segmentation, fps: fps)
  }

  /// Up to a second of standing frames nearest before the rep; nearest after it where there are
  /// too few; else the frames just before the descent.
  private static func standing(_ rep: Rep, in segmentation: Segmentation, fps: Double) -> [Int] {
    let wanted = max(3, Int(fps + 0.5))
    let least = max(2, Int(0.2 * fps + 0.5))
    let stands = segmentation.standing
    var before: [Int] = []
    var frame = min(rep.start, stands.count - 1)
    while frame >= 0, before.count < wanted {
      if stands[frame] { before.append(frame) }
      frame -= 1
    }
    if before.count >= least {
      before.reverse()
      return before
    }
    var after: [Int] = []
    frame = rep.end
    while frame < stands.count, after.count < wanted {
      if stands[frame] { after.append(frame) }
      frame += 1
    }
    if after.count >= least { return after }
    let edge = max(0, rep.start - least)...max(rep.start, 0)
    return edge.filter { $0 < segmentation.depth.count && segmentation.depth[$0] < 0.05 }
  }

  /// The frames that hold the rep and all windows, with a margin for differences over time.
  func reach(_ rep: Rep, fps: Double, count: Int) -> Range<Int> {
    let margin = Int(0.2 * fps) + 4
    let first = min(rep.start, standing.first ?? rep.start)
    let last = max(rep.end, standing.last ?? rep.end)
    return max(0, first - margin)..<min(count, last + margin + 1)
  }

  /// Counts the windows from another frame.
  mutating func move(by frames: Int) {
    func move(_ window: inout [Int]) {
      for place in window.indices { window[place] += frames }
    }
    move(&bottom)
    move(&low)
    move(&deepDescent)
    move(&deepAscent)
    move(&standing)
  }
}

extension Body {
  /// For how many seconds at a stretch the hips were out of sight within a tenth of a second of the
  /// rep's deepest frame, which then is only the deepest of those that were seen; else 0.
  func unseen(atTurnOf rep: Rep) -> Double {
    let near = Int(0.1 * fps + 0.5)
    let frames = hipGaps.lazy.filter {
      $0.lowerBound - near <= rep.bottom && $0.upperBound + near >= rep.bottom
    }
    return Double(frames.map(\.count).max() ?? 0) / fps
  }
}

extension Rep {
  /// The rep counted from another frame.
  func moved(by frames: Int) -> Rep { moved { $0 + frames } }
}

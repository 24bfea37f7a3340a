internal import Kernels

/// One way down and up again, before it is known whether it is a squat.
struct Movement {
  let start: Int
  /// The middle of the time that the hips are at their lowest.
  let low: Int
  /// First and last frame of the pause in the hole; both `low` without one.
  let pause: (first: Int, last: Int)
  let end: Int
  /// Standing height minus lowest height over the leg's length.
  let drop: Float
  /// Where the hips leave from and come back to.
  let level: (before: Level, after: Level)

  /// A height of the hips, as a depth, and the frames that it was taken from.
  struct Level {
    let depth: Float
    let frames: Range<Int>
    /// The hips stayed there for a while.
    let stood: Bool
  }
  /// The recording begins, or ends, within the movement.
  let isCut: (atStart: Bool, atEnd: Bool)
  /// The recording ends before the hips come to rest.
  let endsMoving: Bool

  /// Hips that stand stay within this band, over the leg's length.
  private static let standingBand: Float = 0.025

  /// The movement around the low point `deepest`, within the frames `from…to`, which are the
  /// highest points before and after it or the recording's ends.
  ///
  /// `depth` is the hips' depth over the leg's length without missing values, `noise` the
  /// standard deviation of one value.
  init(
    depth: [Float], noise: Float, deepest: Int, from: Int, to: Int, limits: RepLimits, fps: Double
  ) {
    // Standing height next to this rep, which a shift of stance may have changed since the last.
    let before = Self.level(depth, from, deepest, fps: fps)
    let after = Self.level(depth, to, deepest, fps: fps)
    let top = min(before.depth, after.depth)
    let bottom = depth[deepest]
    let drop = bottom - top

    var first = deepest
    while first > from, depth[first] - before.depth > limits.edge * (bottom - before.depth) {
      first -= 1
    }
    var last = deepest
    while last < to, depth[last] - after.depth > limits.edge * (bottom - after.depth) { last += 1 }
    let start = min(first + 1, deepest)

    // The recording cuts a movement off where it begins or ends with the hips already low, with no
    // standing on that side.
    let share = from == 0 && to == depth.count - 1 ? limits.cutShareAlone : limits.cutShare
    let unlike = share * drop + 2 * noise
    // So does one that begins in a hold with bent legs, from which there is hardly a way down.
    func isLow(_ side: Level, against other: Float) -> Bool {
      !side.stood && side.depth - other > unlike || bottom - side.depth < limits.leastDrop
    }
    isCut = (
      from == 0 && isLow(before, against: after.depth),
      to == depth.count - 1 && isLow(after, against: before.depth)
    )
    endsMoving = to == depth.count - 1 && !after.stood

    let hole = Hole(
      depth: depth, deepest: deepest, frames: start...last, drop: drop, noise: noise, fps: fps)
    low = hole.low
    pause = hole.pause(ofAtLeast: limits.leastPause, fps: fps)
    self.start = start
    self.end = last
    self.drop = drop
    level = (before, after)
  }

  /// The level that the hips leave towards `deepest` or come back to from it, on the side of
  /// `high`: the upper quartile of a stretch of standing next to the movement.
  ///
  /// Standing is where the depth stays within a band for a while; the first such stretch counts,
  /// because a walk-out before it changes the picture's scale and with it the level. Without one
  /// (touch and go) it is what lies beyond the last clear movement.
  private static func level(
    _ depth: [Float], _ high: Int, _ deepest: Int, fps: Double
  ) -> Level {
    let step = high < deepest ? 1 : -1
    let half = (depth[high] + depth[deepest]) / 2
    let still = max(2, Int((0.4 * fps).rounded()))
    let span = Int((0.6 * fps).rounded())
    var i = deepest
    while i != high, depth[i] > half { i -= step }
    while Swift.abs(i - high) > still {
      let window = depth[min(i, i - step * still)...max(i, i - step * still)]
      if let low = window.min(), let top = window.max(), top - low < Self.standingBand { break }
      i -= step
    }
    let stood = Swift.abs(i - high) > still
    if !stood {
      let threshold = depth[high] + 0.08 * (depth[deepest] - depth[high])
      i = deepest
      while i != high, depth[i] > threshold { i -= step }
    }
    let far = step > 0 ? max(high, i - span) : min(high, i + span)
    let frames = min(i, far)..<max(i, far) + 1
    let level = Robust.value(of: depth, in: frames) { $0 / 4 }
    return Level(depth: level ?? .nan, frames: frames, stood: stood)
  }
}

extension Rep {
  /// `standing` is where the lifter stands.
  init(_ movement: Movement, index: Int, standing: Movement.Level, scale: PictureScale) {
    self.init(
      index: index, complete: !movement.isCut.atStart && !movement.isCut.atEnd,
      start: movement.start, bottomStart: movement.pause.first, bottom: movement.low,
      bottomEnd: movement.pause.last, end: movement.end, drop: movement.drop,
      topDeficit: max(0, movement.level.after.depth - standing.depth),
      topScale: scale.change(from: standing.frames, to: movement.level.after.frames),
      endsMoving: movement.endsMoving)
  }
}

/// One way down and up again, before it is known whether it is a squat.
struct Movement {
  let start: Int
  let low: Int
  let lowStart: Int
  let lowEnd: Int
  let end: Int
  /// Standing height minus lowest height over the leg's length.
  let drop: Float
  /// Depth of standing before and after.
  let top: Float
  let lockedOut: Bool
  private let from: Int
  private let to: Int
  private let edge: Float
  private let reachedTop: (before: Bool, after: Bool)

  /// The movement around the low point `low`, within the frames `from…to`, which are the highest
  /// points before and after it or the recording's ends.
  init(depth: [Float], low: Int, from: Int, to: Int, limits: RepLimits, fps: Double) {
    self.from = from
    self.to = to
    // Standing height for this rep: the still level before and after, which may differ from the
    // recording's by a shift of stance.
    let before = Movement.level(depth, from, low, fps: fps)
    let after = Movement.level(depth, to, low, fps: fps)
    let top = min(before, after)
    self.top = top
    let bottom = depth[low]
    let drop = bottom - top
    self.drop = drop
    edge = limits.edge * drop

    var i = low
    while i > from, depth[i] - before > limits.edge * (bottom - before) { i -= 1 }
    start = min(low, i < low ? i + 1 : i)
    var j = low
    while j < to, depth[j] - after > limits.edge * (bottom - after) { j += 1 }
    end = j
    // A recording that starts or ends low has no standing height on that side.
    reachedTop = (before - top < 0.35 * drop, after - top < 0.35 * drop)
    lockedOut = after < 0.08

    // The pause: frames around the lowest one that are slow and near it.
    let span = max(1, Int((0.05 * fps).rounded()))
    func slow(_ k: Int) -> Bool {
      let a = max(from, k - span)
      let b = min(to, k + span)
      guard b > a else { return false }
      let speed = (depth[b] - depth[a]) / Float(b - a) * Float(fps)
      return Swift.abs(speed) < limits.stillSpeed && bottom - depth[k] < 0.06 * drop
    }
    var first = low
    while first > i, slow(first - 1) { first -= 1 }
    var last = low
    while last < j, slow(last + 1) { last += 1 }
    let paused = Double(last - first) / fps >= limits.leastPause
    lowStart = paused ? first : low
    lowEnd = paused ? last : low
    self.low = (first + last) / 2
  }

  /// The still level that the hips leave towards `low`, next to `end`: the median of the frames
  /// within half a second beyond the last clear movement.
  private static func level(_ depth: [Float], _ high: Int, _ low: Int, fps: Double) -> Float {
    let step = high < low ? 1 : -1
    let threshold = depth[high] + 0.08 * (depth[low] - depth[high])
    // From the low point back to where the hips are nearly up.
    var i = low
    while i != high, depth[i] > threshold { i -= step }
    var values: [Float] = []
    let span = Int((0.6 * fps).rounded())
    while values.count <= span {
      values.append(depth[i])
      if i == high { break }
      i -= step
    }
    values.sort()
    return values[values.count / 4]
  }

  func cutAtStart(_ depth: [Float]) -> Bool { from == 0 && !reachedTop.before }
  func cutAtEnd(_ depth: [Float]) -> Bool { to == depth.count - 1 && !reachedTop.after }

  func rep(index: Int, cutAtStart: Bool, cutAtEnd: Bool) -> Rep {
    Rep(
      index: index, complete: !cutAtStart && !cutAtEnd, start: start,
      bottomStart: min(lowStart, low),
      bottom: low, bottomEnd: max(lowEnd, low), end: end, drop: drop, lockedOut: lockedOut)
  }
}

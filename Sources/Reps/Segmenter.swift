internal import Kernels
package import Kinematics
internal import Pose

/// Finds the reps of a recording.
package struct Segmenter {
  package var limits: RepLimits

  package init(limits: RepLimits = RepLimits()) { self.limits = limits }

  /// Reps, standing frames and other movements of one body.
  ///
  /// Low points are found with hysteresis: between two of them the hips must rise by half of the
  /// smaller drop, so sticking points and wobbles in the hole do not split a rep, and a shallow
  /// last rep is not lost beside deep ones. All limits are seconds and leg lengths, so the frame
  /// rate changes no count. A body without hips or ankles gives no reps. O(frames).
  package func segment(_ body: Body, _ angles: Angles) -> Segmentation {
    guard let signal = HipHeight(body) else {
      let nothing = [Float](repeating: .nan, count: body.count)
      return Segmentation(
        reps: [], standing: [Bool](repeating: false, count: body.count), depth: nothing, others: [])
    }
    let depth = bridged(signal.depth)
    var squats: [Movement] = []
    var others: [Segmentation.Movement] = []
    let lows = lowPoints(depth)
    let squat = SquatTest(body: body, angles: angles, limits: limits)
    for (i, low) in lows.enumerated() {
      let movement = Movement(
        depth: depth, noise: signal.noise, deepest: low,
        from: i > 0 ? highPoint(depth, lows[i - 1], low) : 0,
        to: i + 1 < lows.count ? highPoint(depth, low, lows[i + 1]) : depth.count - 1,
        limits: limits, fps: body.fps)
      if let other = squat.otherThanSquat(movement) {
        // What is smaller still is no movement but unrest.
        guard movement.drop >= limits.leastDrop / 2 else { continue }
        others.append(.init(start: movement.start, end: movement.end, what: other))
      } else {
        squats.append(movement)
      }
    }
    // The lifter stands where the squats begin and end. On the way to the rack and back they are
    // taller in the picture, or smaller, and a bend under the bar there may look like a squat cut off.
    let whole = squats.filter { !$0.isCut.atStart && !$0.isCut.atEnd }
    let levels = (whole.isEmpty ? squats : whole).flatMap { [$0.level.before, $0.level.after] }
    // A jerk of a point in touch and go is no standing while the lifter stood at other times.
    let stood = levels.filter(\.stood)
    let level = (stood.isEmpty ? levels : stood).min { $0.depth < $1.depth }
    let reps = squats.enumerated().compactMap { index, movement in
      level.map { Rep(movement, index: index + 1, standing: $0, scale: squat.scale) }
    }
    let own = Kernel.linear(depth, scale: 1, offset: -(level?.depth ?? 0))
    return Segmentation(
      reps: reps, standing: standing(own, seen: signal.depth, reps, fps: body.fps), depth: own,
      others: others)
  }

  /// Missing frames bridged by straight lines, so that a lost bottom does not hide a rep; ends
  /// repeat the nearest value.
  private func bridged(_ depth: [Float]) -> [Float] {
    var out = depth
    var last: Int?
    for i in out.indices where !depth[i].isNaN {
      if let previous = last, i > previous + 1 {
        for j in (previous + 1)..<i {
          let t = Float(j - previous) / Float(i - previous)
          out[j] = depth[previous] + (depth[i] - depth[previous]) * t
        }
      } else if last == nil {
        for j in 0..<i { out[j] = depth[i] }
      }
      last = i
    }
    if let last { for j in (last + 1)..<max(last + 1, out.count) { out[j] = depth[last] } }
    return out
  }

  /// The lowest frame of each movement, in order.
  ///
  /// Every local low that stands out from its surroundings is taken, and two that the hips did
  /// not rise enough between become the deeper one.
  private func lowPoints(_ depth: [Float]) -> [Int] {
    var lows: [Int] = []
    // The least depth before each low, since the one before it.
    var highs: [Float] = []
    func add(_ low: Int, after high: Float) {
      lows.append(low)
      highs.append(high)
      while lows.count > 1 {
        let a = depth[lows[lows.count - 2]]
        let b = depth[lows[lows.count - 1]]
        guard highs[highs.count - 1] > (1 - limits.leastRise) * min(a, b) else { return }
        let last = lows.removeLast()
        highs.removeLast()
        if b > a { lows[lows.count - 1] = last }
      }
    }
    let ripple = 0.25 * limits.leastDrop
    var low = 0
    var high = 0
    var rising = false
    for i in depth.indices where depth[i].isFinite {
      if rising {
        if depth[i] < depth[high] { high = i }
        if depth[i] > depth[high] + ripple {
          rising = false
          low = i
        }
      } else {
        if depth[i] > depth[low] { low = i }
        if depth[i] < depth[low] - ripple {
          if depth[low] >= ripple { add(low, after: depth[high]) }
          rising = true
          high = i
        }
      }
    }
    if !rising, depth.indices.contains(low), depth[low] >= limits.leastDrop {
      add(low, after: depth[high])
    }
    return lows
  }

  private func highPoint(_ depth: [Float], _ a: Int, _ b: Int) -> Int {
    var high = a
    for i in a...b where depth[i] <= depth[high] { high = i }
    return high
  }

  /// Frames of rest near standing height: outside reps, slow, and seen, which bridged ones are not.
  private func standing(
    _ depth: [Float], seen: [Float], _ reps: [Rep], fps: Double
  ) -> [Bool] {
    var standing = zip(depth, seen).map { Swift.abs($0) < 0.05 && !$1.isNaN }
    for rep in reps {
      for i in max(0, rep.start)...min(depth.count - 1, max(rep.start, rep.end)) {
        standing[i] = false
      }
    }
    let span = max(1, Int((0.1 * fps).rounded()))
    for i in depth.indices where standing[i] {
      let a = max(0, i - span)
      let b = min(depth.count - 1, i + span)
      let speed = (depth[b] - depth[a]) / Float(b - a) * Float(fps)
      if Swift.abs(speed) > 0.08 { standing[i] = false }
    }
    return standing
  }
}

import Kinematics
import Reps

extension Measurer {
  /// Times, speeds and the reversal at the bottom, all from the hips' height.
  ///
  /// Accelerations assume a leg of 0.9 m, since a picture has no scale.
  mutating func measureTempo() {
    let fps = Float(body.fps)
    let noise = dropNoise
    // Where the turn was not seen, it may have been at any time of the gap.
    let hole = Statistics.root(Self.holeError, Float(body.unseen(atTurnOf: rep)) / 3.46)
    let down = Float(rep.bottomStart - rep.start) / fps
    let up = Float(rep.end - rep.bottomEnd) / fps
    let times: [(MeasureID, Int, Int, sd: Float)] = [
      (
        .descent, rep.start, rep.bottomStart,
        Statistics.root(edgeError(rep.start, noise), Self.restError * down)
      ),
      (.pause, rep.bottomStart, rep.bottomEnd, Self.restError * Statistics.root(down, up)),
      (
        .ascent, rep.bottomEnd, rep.end,
        Statistics.root(edgeError(rep.end, noise), Self.restError * up)
      ),
    ]
    for (id, start, end, sd) in times {
      let frame = id == .descent ? (start + end) / 2 : rep.bottom
      record(
        id,
        Quantity(
          value: Float(end - start) / fps, sd: Statistics.root(sd, hole, 1 / fps),
          frame: frame),
        or: Absence.needsMotion)
    }
    let absence = windows.bottom.isEmpty ? Absence.needsTurn : Absence.needsMotion
    record(.lowering, lowering(), or: absence)
    measureSpeeds(noise: noise)
  }

  /// When the hole begins or ends, in seconds: a stay of up to 0.3 s in it cannot be told from a turn,
  /// and half of it belongs to each way, so up to 0.15 s are counted too many.
  private static let holeError: Float = 0.087

  /// By how much of the way there the hole may begin or end elsewhere, because ways end differently:
  /// see `Hole`, which takes 0.22 ± 0.06 of the time before, 0.05 of both together.
  private static let restError: Float = 0.05

  /// When the hips pass 2 % of the drop at a frame, in seconds: how far their height is off over how
  /// fast they go there, at most 0.3. The wandering moves the level from which they are measured.
  private func edgeError(_ frame: Int, _ noise: Float) -> Float {
    let step = max(1, Int(0.1 * body.fps + 0.5))
    let first = max(0, frame - step)
    let last = min(depth.count - 1, frame + step)
    guard last > first, body.lengths.leg > 0 else { return 0.3 }
    let speed = abs(depth[last] - depth[first]) / Float(last - first) * Float(body.fps)
    let height =
      Statistics.root(noise, Wander.hip * wander.up / body.lengths.leg)
    return speed > 0 ? min(0.3, height / speed) : 0.3
  }

  /// How long the way down takes from the first to the last movement.
  ///
  /// Noise hides the first and last twentieth of the drop. How much time they take follows from
  /// the movement's shape: with joints of least jerk (Flash and Hogan 1985) 5 to 95 % of the drop
  /// are 0.51 of the whole time and 20 to 80 % are 0.54 of that; with sinusoidal ones 0.59 and
  /// 0.55; with an even speed between short ramps 0.75 and 0.64. The line through these gives the
  /// whole to within a tenth.
  private func lowering() -> Quantity? {
    let frames = (rep.start...max(rep.start, rep.bottom)).filter(depth.indices.contains)
    guard let lowest = sampling.median(depth, over: windows.bottom), let first = frames.first,
      lowest > depth[first]
    else { return nil }
    /// The last crossing before the bottom, between frames.
    func crossing(_ share: Float, from base: Float) -> Float? {
      let level = base + share * (lowest - base)
      guard let before = frames.last(where: { depth[$0] < level }) else {
        return Float(origin + first)
      }
      guard before + 1 < depth.count, depth[before + 1] > depth[before] else { return nil }
      return Float(origin + before) + (level - depth[before]) / (depth[before + 1] - depth[before])
    }
    // A lifter may stand lower just before than where the rep is said to start.
    var base = depth[first]
    if let early = crossing(0.2, from: base), let late = crossing(0.8, from: base) {
      let still = frames.prefix { Float(origin + $0) < early - 1.2 * (late - early) }
      let near = Array(still.suffix(max(1, Int(0.5 * body.fps))))
      if Double(near.count) >= 0.15 * body.fps, let level = sampling.median(depth, over: near) {
        base = level
      }
    }
    guard lowest > base, let start = crossing(0.05, from: base),
      let early = crossing(0.2, from: base), let late = crossing(0.8, from: base),
      let end = crossing(0.95, from: base), end > start
    else { return nil }
    let share = (late - early) / (end - start)
    let part = max(0.5, min(0.9, 0.56 + 1.6 * (share - 0.545)))
    let whole = (end - start) / part / Float(body.fps)
    let sd = Statistics.root(0.03, 0.1 * whole, 1 / Float(body.fps))
    return Quantity(value: whole, sd: sd, frame: Int(early) - origin, sdOfRep: sd)
  }

  /// The frames before and after one that make its speed.
  private var speedStep: Int { max(1, Int(body.fps / 30 + 0.5)) }

  /// How far hips in lifted coordinates are off in leg lengths a second, g and seconds: 48 reps of 21
  /// films, held against the films' picture coordinates.
  private static let lifted = (speed: Float(0.28), acceleration: Float(0.27), time: Float(0.12))

  private mutating func measureSpeeds(noise: Float) {
    let fps = Float(body.fps)
    let step = speedStep
    let first = max(rep.start, step)
    let frames = first..<max(first, min(rep.end + 1, depth.count - step))
    let interval = Float(step) / fps
    let speed = frames.map { (depth[$0 + step] - depth[$0 - step]) / (2 * interval) }
    let seen = speed.lazy.filter { !$0.isNaN }
    guard let down = seen.max(), let up = seen.min(), down > 0, up < 0
    else {
      return miss(
        .descentSpeed, .ascentSpeed, .reversalAcceleration, .reversalTime,
        because: Absence.needsMotion)
    }
    let speedSD = Statistics.root(
      noise / (1.414 * interval), 0.05 * max(down, -up), lifted(Self.lifted.speed))
    let fastest = speed.firstIndex(of: down).map { first + $0 }
    record(.descentSpeed, Quantity(value: down, sd: speedSD, frame: fastest), or: "")
    record(
      .ascentSpeed,
      Quantity(value: -up, sd: speedSD, frame: speed.firstIndex(of: up).map { first + $0 }), or: "")
    measureReversal(noise: noise, frames: frames, speed: speed)
  }

  /// The greatest upward acceleration around the bottom, and how long the hips take from 0.3 m/s
  /// down to 0.3 m/s up (or between their fastest moments where they never reach that).
  private mutating func measureReversal(noise: Float, frames: Range<Int>, speed: [Float]) {
    // What happens between two frames that are so far apart is all of a turn that is short.
    if body.unseen(atTurnOf: rep) > 1.0 / 15 {
      return miss(.reversalAcceleration, .reversalTime, because: Absence.needsTurn)
    }
    let legMetres: Float = 0.9
    let step = max(1, Int(body.fps / 15 + 0.5))
    let interval = Float(step) / Float(body.fps)
    let reach = Int(0.4 * body.fps)
    let near = frames.clamped(to: rep.bottom - reach..<rep.bottom + reach + 1)
      .clamped(to: step..<max(step, depth.count - step))
    let upward = near.map {
      -(depth[$0 + step] - 2 * depth[$0] + depth[$0 - step]) / (interval * interval)
    }
    guard let peak = upward.lazy.filter({ !$0.isNaN }).max(),
      let time = reversalTime(frames: frames, speed: speed.map { $0 * legMetres })
    else {
      return miss(.reversalAcceleration, .reversalTime, because: Absence.needsMotion)
    }
    // The second difference of three frames has √6 times the noise of one; a third of it stays in
    // neighboring frames of a filtered signal.
    let sd = 2.45 * 0.577 * noise / (interval * interval) * legMetres / 9.81
    // A speed that is off by so much is crossed so much earlier or later, twice.
    let crossing = peak > 0 ? noise * Float(body.fps) / Float(speedStep) / peak : 0
    record(
      .reversalAcceleration,
      Quantity(
        value: peak * legMetres / 9.81,
        sd: Statistics.root(sd, 0.05, lifted(Self.lifted.acceleration)),
        frame: upward.firstIndex(of: peak).map { near.lowerBound + $0 }), or: "")
    record(
      .reversalTime,
      Quantity(
        value: time, sd: Statistics.root(0.03, 1 / Float(body.fps), crossing), frame: rep.bottom
      )
      .widened(by: lifted(Self.lifted.time)),
      or: "")
  }

  private func reversalTime(frames: Range<Int>, speed: [Float]) -> Float? {
    let middle = max(rep.bottom - frames.lowerBound, 0)
    guard middle < frames.count,
      let down = speed[...middle].max(), let up = speed[middle...].min()
    else { return nil }
    guard let before = speed[...middle].lastIndex(where: { $0 >= min(0.3, down) }),
      let after = speed[middle...].firstIndex(where: { $0 <= max(-0.3, up) })
    else { return nil }
    return Float(after - before) / Float(body.fps)
  }
}

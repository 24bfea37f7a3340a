/// When the hips are at their lowest.
///
/// The lowest single frame wanders with the noise, and along a pause it wanders far. So the hole is
/// taken from where the hips cross a line that noise cannot reach, and from each side of it comes
/// off what a smooth movement still takes from that line to rest.
struct Hole {
  /// The middle of the stay.
  let low: Int
  /// Where the hips settle and where they leave, as smooth movements have it; the second may come
  /// before the first where there is no stay.
  private let settled: Int
  private let leaving: Int

  /// The hole around the frame `deepest` of a movement over `frames` that drops by `drop`.
  ///
  /// `depth` is without missing values, `noise` the standard deviation of one of them.
  init(
    depth: [Float], deepest: Int, frames: ClosedRange<Int>, drop: Float, noise: Float, fps: Double
  ) {
    func hole(_ line: Line) -> Hole {
      Hole(
        depth: depth, deepest: deepest, frames: frames,
        line: depth[deepest] - max(line.share * drop, 4 * noise), rest: line.rest)
    }
    // In a long stay the hips wander, and the points with them, beyond the near line.
    let far = hole(.far)
    self = far.seconds(fps) >= Self.longStay ? far : hole(.near)
  }

  private init(depth: [Float], deepest: Int, frames: ClosedRange<Int>, line: Float, rest: Float) {
    var left = deepest
    while left > frames.lowerBound, depth[left - 1] > line { left -= 1 }
    var right = deepest
    while right < frames.upperBound, depth[right + 1] > line { right += 1 }
    settled = left + Int((Float(left - frames.lowerBound) * rest).rounded())
    leaving = right - Int((Float(frames.upperBound - right) * rest).rounded())
    low = min(max((settled + leaving) / 2, left), right)
  }

  /// First and last frame of a stay of at least so many seconds; both `low` without one.
  func pause(ofAtLeast least: Double, fps: Double) -> (first: Int, last: Int) {
    seconds(fps) >= least ? (settled, leaving) : (low, low)
  }

  private func seconds(_ fps: Double) -> Double { Double(leaving - settled) / fps }

  /// A line that the hips cross on the way into the hole and out of it.
  private struct Line {
    /// How far it is from the deepest frame, as a share of the drop.
    let share: Float
    /// How long a movement takes from there to rest, over the time before.
    let rest: Float

    /// What is left depends on the movement's shape: 0.31 with joints of least jerk (Flash and Hogan
    /// 1985), 0.20 with sinusoidal ones, 0.11 to 0.18 with an even speed between ramps of a tenth
    /// to a quarter of the time.
    static let near = Line(share: 0.06, rest: 0.22)
    /// The same for hips of least jerk; 0.42 for sinusoidal ones.
    static let far = Line(share: 0.20, rest: 0.49)
  }

  /// From here on a stay is told by the far line, in seconds.
  private static let longStay = 0.8
}

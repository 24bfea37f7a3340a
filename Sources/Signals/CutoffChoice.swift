import Kernels
import Pose

/// Chooses the low-pass's cut-off from a recording itself, by residual analysis (Winter 2009,
/// Biomechanics and Motor Control of Human Movement).
///
/// What a low-pass takes away from a signal falls with its cut-off: steeply while it takes
/// movement, slowly along a straight line when it takes only noise. The line, carried on to a
/// cut-off of zero, is the noise; the cut-off whose residual equals it takes as much movement
/// as it lets through noise.
enum CutoffChoice {
  /// The cut-off in Hz where there is too little to choose from.
  static let usual = 4.0
  /// The choice is kept between these, in Hz.
  static let range = 2.0...8.0
  /// Fewer frames a second, or seconds, than these give no residuals worth a choice.
  static let leastRate = 25.0
  static let leastSeconds = 5.0
  /// Frames looked at, from the middle of the recording: enough for several reps.
  private static let longest = 2048

  /// The cut-off for tracks without missing values at the joints that carry the squat.
  ///
  /// `columns` are up to eight coordinates of these joints.
  static func cutoff(_ columns: [[Float]], rate: Double) -> Double {
    guard let count = columns.first?.count, rate >= leastRate, Double(count) / rate >= leastSeconds
    else { return usual }
    let first = max(0, (count - longest) / 2)
    let window = columns.prefix(8).map { Array($0[first..<min(count, first + longest)]) }
    // Steps of half a hertz up to where the filter still has room below half the rate.
    let steps = Array(stride(from: 1.0, through: min(12, 0.36 * rate), by: 0.5))
    // The straight tail: the upper third of the steps.
    let tail = (steps.count * 2 / 3)..<steps.count
    guard tail.count >= 3 else { return usual }
    let filters = steps.map { LowPass(cutoff: $0, rate: rate) }
    let chosen = LowPass.residuals(window, of: filters) { residual -> Double in
      let ends = tail.map(residual)
      let n = Double(tail.count)
      let meanX = tail.reduce(0) { $0 + steps[$1] } / n
      let meanY = ends.reduce(0, +) / n
      var xy = 0.0
      var xx = 0.0
      for (i, end) in zip(tail, ends) {
        xy += (steps[i] - meanX) * (end - meanY)
        xx += (steps[i] - meanX) * (steps[i] - meanX)
      }
      let intercept = meanY - xy / xx * meanX
      let first = steps.indices.first { i in
        (i < tail.lowerBound ? residual(i) : ends[i - tail.lowerBound]) <= intercept
      }
      return first.map { steps[$0] } ?? usual
    }
    return min(max(chosen, range.lowerBound), range.upperBound)
  }
}

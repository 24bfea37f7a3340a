import Kernels
import Kinematics

/// A quantity over all frames, with its error in two parts.
struct Series {
  var values: [Float]
  /// Standard deviation from frame to frame, which a window of frames averages out.
  var noise: Float
  /// Standard deviation of what no averaging removes: where the keypoints lie on the body.
  var bias: Float

  init(_ values: [Float], noise: Float, bias: Float) {
    self.values = values
    self.noise = noise
    self.bias = bias
  }
}

/// Turning frames into quantities.
///
/// The keypoints pass a low-pass filter of about 4 Hz, so a window of T seconds holds about 8 T
/// independent frames (twice the band's width). The median of a normal sample scatters 1.25 times
/// as much as its mean.
///
/// A change between two postures is surer than either: the part of a keypoint's systematic error
/// that stays with the body cancels. Half of it is taken to remain, because the skin, the clothes
/// and the estimator's idea of a joint move with the posture. A choice: no published figure was
/// found. Of lifted coordinates all of it remains: depths are guessed anew for each posture.
struct Sampling {
  let fps: Double
  /// The share of a systematic error that is left in a change.
  let remaining: Float

  init(_ body: Body) {
    fps = body.fps
    remaining = body.isLifted ? 1 : 0.5
  }

  /// The least share of a window's frames in which a quantity has to be seen.
  static let share: Float = 0.6

  func noise(_ sd: Float, over frames: [Int]) -> Float {
    let seconds = Double(frames.count) / fps
    let independent = Float(max(1, 8 * seconds))
    return independent > 1 ? 1.25 * sd / independent.squareRoot() : sd
  }

  /// The median over a window; nil where too few of its frames show the quantity.
  func median(_ values: [Float], over frames: [Int]) -> Float? {
    let middle = Robust.middle(of: values, at: frames)
    guard !frames.isEmpty, Float(middle.present) >= Self.share * Float(frames.count) else {
      return nil
    }
    return middle.value
  }

  /// The frame of a window whose value is nearest to `value`.
  func frame(of value: Float, in values: [Float], over frames: [Int]) -> Int? {
    var nearest: (frame: Int, distance: Float)?
    for frame in frames {
      let distance = abs(values[frame] - value)
      if distance < nearest?.distance ?? .infinity { nearest = (frame, distance) }
    }
    return nearest?.frame
  }

  func absolute(_ series: Series, over frames: [Int]) -> Quantity? {
    guard let value = median(series.values, over: frames) else { return nil }
    return Quantity(
      value: value, sd: Statistics.root(noise(series.noise, over: frames), series.bias),
      frame: frame(of: value, in: series.values, over: frames))
  }

  func absolute(_ curve: Curve, over frames: [Int]) -> Quantity? {
    guard let value = median(curve.values, over: frames),
      let sd = median(curve.sd, over: frames)
    else { return nil }
    return Quantity(
      value: value, sd: sd, frame: frame(of: value, in: curve.values, over: frames))
  }

  func change(_ series: Series, from standing: [Int], over frames: [Int]) -> Quantity? {
    guard let start = median(series.values, over: standing),
      let value = median(series.values, over: frames)
    else { return nil }
    return Quantity(
      value: value - start,
      sd: Statistics.root(
        noise(series.noise, over: standing), noise(series.noise, over: frames),
        series.bias * remaining),
      frame: frame(of: value, in: series.values, over: frames))
  }

  func change(_ curve: Curve, from standing: [Int], over frames: [Int]) -> Quantity? {
    guard let start = median(curve.values, over: standing),
      let value = median(curve.values, over: frames),
      let sd = median(curve.sd, over: frames)
    else { return nil }
    return Quantity(
      value: Statistics.wrapped(value - start), sd: sd * remaining,
      frame: frame(of: value, in: curve.values, over: frames))
  }
}

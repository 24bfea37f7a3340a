import Kernels

/// How far an angle may be from the truth, as one standard deviation.
///
/// Three independent parts: the keypoints' jitter, measured on the recording itself; the offset
/// between an estimator's keypoints and the joints, which no recording shows; and the error of
/// the view. That of upwards itself, which turns all segments alike, is `Body.tiltSD`.
package struct ErrorModel: Sendable, Equatable {
  /// Offsets of segment directions in degrees, as one standard deviation.
  ///
  /// These are for keypoints near the joint centers, with a knee that opens outwards by up to 20°
  /// in a side view. Estimators' hips and knees may be 30 to 50 mm off for a whole recording
  /// (Needham et al. 2021), which turns a thigh by another 4° to 7°; rules that hold an absolute
  /// angle against a limit widen their error by that. To the side they are off by a centimetre,
  /// which with feet at shoulder width makes 0.06 of a ratio of widths.
  package struct Offsets: Sendable, Equatable {
    package var trunk: Float
    package var neck: Float
    package var face: Float
    package var thigh: Float
    package var shank: Float
    package var spine: Float
    /// Of a knee or an ankle from left to right, in leg lengths.
    package var sideways: Float
  }

  package var twoDimensional = Offsets(
    trunk: 1, neck: 1.6, face: 4, thigh: 2.8, shank: 1.5, spine: 3, sideways: 0.012)
  package var threeDimensional = Offsets(
    trunk: 0.7, neck: 1.3, face: 3, thigh: 1.3, shank: 1.3, spine: 2.5, sideways: 0.012)
  /// For three dimensions that an estimator lifted from one picture, where it guesses each limb's
  /// depth by itself.
  ///
  /// Such coordinates of six squats filmed from the side, held against the films' picture
  /// coordinates: trunk 5° off, thigh 5.5°, shank 7°, neck against trunk 4.5°, face 9°; of 15
  /// films, the ratio of widths by 0.1. Published: joint angles off by 9° in the mean (plain
  /// lifting, arXiv 2603.24733).
  package var lifted = Offsets(
    trunk: 4.5, neck: 1.3, face: 9, thigh: 5.5, shank: 7, spine: 5, sideways: 0.02)

  package init() {}

  /// The model for one body: its dimensions, noise and view.
  struct Scaled {
    let offsets: Offsets
    /// Relative error of the horizontal from the view's error.
    let foreshortening: Float

    /// The deviation of a segment's direction in degrees, frame by frame.
    func direction(_ segment: Segment, of offset: KeyPath<Offsets, Float>) -> [Float] {
      // A horizontal that is off by a share turns a line most when it stands at 45°.
      Kernel.directionError(
        forward: segment.forward, up: segment.up, noise: segment.noise,
        constant: offsets[keyPath: offset], foreshortening: foreshortening)
    }
  }

  func scaled(to body: Body) -> Scaled {
    let offsets =
      body.isLifted ? lifted : body.dimensions == 3 ? threeDimensional : twoDimensional
    var foreshortening: Float = 0
    if body.dimensions == 2 {
      let yaw = Double(min(45, body.view.yaw + body.view.yawSD))
      foreshortening = 1 - Float(Elementary.cosDegrees(yaw))
    }
    return Scaled(offsets: offsets, foreshortening: foreshortening)
  }

  /// Two independent deviations together.
  static func combined(_ a: [Float], _ b: [Float]) -> [Float] { Kernel.length(x: a, y: b) }
}

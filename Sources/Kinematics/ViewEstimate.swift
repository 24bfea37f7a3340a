import Kernels
import Pose
import Signals

/// Recognizes from where a camera saw the lifter.
enum ViewEstimate {
  /// Widths over the trunk's length in a pure front view, for joint centers: shoulders 0.21 of
  /// stature, hips 0.105, trunk 0.30 (Winter 2009; Drillis and Contini 1966).
  private static let shoulderRatio: Float = 0.70
  private static let hipRatio: Float = 0.35
  /// How much these ratios differ between people and estimators.
  private static let ratioSpread: Float = 0.12
  /// The forward part of a thigh's horizontal extent in a squat with knees over toes that point
  /// 20° outwards, and how much it differs between people.
  private static let thighForward: Float = 0.94
  private static let thighSpread: Float = 0.08

  /// The view of a two-dimensional motion.
  ///
  /// Yaw's sine is seen while standing, as the widths over those of a front view; its cosine at
  /// the bottom, as the thighs' travel across the picture over what their heights leave of their
  /// length. Both together hold from the side, where the cosine is flat, to the front, where the
  /// sine is. Facing is decided by feet, face and knees; in a front view by which shoulder is on
  /// which side of the picture.
  static func twoDimensional(_ skeleton: Skeleton, _ posture: Posture) -> View {
    let right = Vector(posture.up.y, -posture.up.x, 0)
    let frames = posture.upright
    let trunk = Robust.median((skeleton.shoulders - skeleton.hips).at(frames).lengths)
    func width(_ a: Joint, _ b: Joint) -> Float {
      Robust.median(skeleton.line(from: b, to: a).at(frames).along(right)) / trunk
    }
    let shoulders = width(.leftShoulder, .rightShoulder)
    let hips = width(.leftHip, .rightHip)
    // Shoulders are wider and better defined than hips, so they weigh more.
    var sine: Float = .nan
    switch (shoulders.isNaN, hips.isNaN) {
    case (false, false):
      sine = 0.7 * Swift.abs(shoulders) / shoulderRatio + 0.3 * Swift.abs(hips) / hipRatio
    case (false, true): sine = Swift.abs(shoulders) / shoulderRatio
    case (true, false): sine = Swift.abs(hips) / hipRatio
    case (true, true): sine = .nan
    }
    let heading = Heading(skeleton, posture)
    let ahead = heading.forward.dot(right)
    let across: View.Facing =
      heading.agreement > 0.2 ? ahead >= 0 ? .right : .left : .unknown
    // One side alone has no width, but toes and knees that point somewhere.
    guard sine.isFinite else {
      return View(kind: .oblique, facing: across, yaw: 45, yawSD: View.unknownSD)
    }
    sine = min(1, sine)
    let cosine = thighTravel(skeleton, posture, right) ?? (1 - sine * sine).squareRoot()
    let yaw = Scalar.atan2Degrees(y: sine, x: cosine)
    let norm = Scalar.length(sine, cosine)
    let s = sine / norm
    let c = cosine / norm
    let sd = max(
      2.5, Scalar.length(c * s * ratioSpread, s * c * thighSpread, 0.03) * Angle.perRadian)

    let kind: View.Kind = yaw <= 30 ? .side : yaw < 60 ? .oblique : .front
    let facing = kind == .front ? shoulders >= 0 ? .camera : .away : across
    return View(kind: kind, facing: facing, yaw: yaw, yawSD: sd)
  }

  /// The cosine of yaw from the thighs at the bottom; nil where they never come near level.
  private static func thighTravel(
    _ skeleton: Skeleton, _ posture: Posture, _ right: Vector
  ) -> Float? {
    let low = Heading.lowFrames((skeleton.hips - skeleton.ankles).along(posture.up))
    var travel: Float = 0
    var extent: Float = 0
    for side in Side.allCases {
      let thigh = skeleton.line(from: side.hip, to: side.knee)
      let length = Robust.median(thigh.at(posture.upright).lengths)
      let bent = thigh.at(low)
      let rise = Robust.median(bent.along(posture.up))
      let across = Robust.median(bent.along(right))
      guard length > 0, Swift.abs(rise) < 0.8 * length, across.isFinite else { return nil }
      travel += across
      extent += (length * length - rise * rise).squareRoot()
    }
    return min(1, Swift.abs(travel) / (extent * thighForward))
  }
}

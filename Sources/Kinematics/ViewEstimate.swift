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

  /// The view of a two-dimensional motion.
  ///
  /// Yaw is asin of the standing widths over those of a front view; it is uncertain near the
  /// front, where the sine is flat, and its deviation says so. Facing is decided by feet, face
  /// and knees; in a front view by which shoulder is on which side of the picture.
  static func twoDimensional(_ skeleton: Skeleton, _ posture: Posture) -> View {
    let right = Vector(posture.up.y, -posture.up.x, 0)
    let frames = posture.upright
    let trunk = Robust.median(frames.map { (skeleton.shoulders($0) - skeleton.hips($0)).length })
    func width(_ a: Joint, _ b: Joint) -> Float {
      Robust.median(
        frames.map { (skeleton.place(a, $0) - skeleton.place(b, $0)).dot(right) }) / trunk
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
    guard sine.isFinite else {
      return View(kind: .oblique, facing: .unknown, yaw: 45, yawSD: 30)
    }
    let s = min(1, sine)
    let yaw = Angle.degrees(sine: s)
    let upper = Angle.degrees(sine: min(1, sine * (1 + ratioSpread)))
    let lower = Angle.degrees(sine: min(1, sine * (1 - ratioSpread)))
    let sd = max(3, max(upper - yaw, yaw - lower))

    let kind: View.Kind = yaw <= 30 ? .side : yaw < 60 ? .oblique : .front
    let heading = Heading(skeleton, posture)
    let ahead = heading.forward.dot(right)
    var facing = View.Facing.unknown
    switch kind {
    case .front: facing = shoulders >= 0 ? .camera : .away
    default:
      if heading.agreement > 0.2 { facing = ahead >= 0 ? .right : .left }
    }
    return View(kind: kind, facing: facing, yaw: yaw, yawSD: sd)
  }
}

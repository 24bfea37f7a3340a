internal import Kernels
internal import Kinematics
internal import Pose

/// The signal that reps are found in: how far the hips are below their standing height, over
/// the leg's length; + down.
///
/// Heights look the same from every side, which knee angles do not, and heights above the ankles
/// stay right while the camera moves or coordinates start at the hips.
struct HipHeight {
  /// Per frame; NaN where hips or ankles were not seen.
  let depth: [Float]
  /// Standard deviation of one frame's depth.
  let noise: Float

  /// Nil where the leg's length is unknown.
  init?(_ body: Body) {
    let leg = body.lengths.leg
    guard leg > 0, let hips = body.midHip, let ankles = body.midAnkle else { return nil }
    let heights = Kernel.difference(hips.up, ankles.up, over: leg)
    let standing = Robust.quantile(heights, 0.95)
    depth = Kernel.linear(heights, scale: -1, offset: standing)
    noise = (hips.noise * hips.noise + ankles.noise * ankles.noise).squareRoot() / leg
  }
}

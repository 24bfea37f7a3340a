internal import Kernels

/// How far a body's upwards may be off gravity's.
///
/// No recording says how its camera was turned. What bounds it is balance: who stands has the
/// shoulders over the feet. So a body that stands as people do was filmed by a camera that
/// somebody levelled by eye, and whatever it stands off that may be the camera's.
enum TiltError {
  /// How well a camera is levelled by eye, or by the lines on its screen, in degrees. A choice.
  private static let levelled: Float = 1
  /// The line from ankles to shoulders leans forward by this much in people who stand, because
  /// their weight is over the middle of the foot, about 5 cm before the ankles (Winter 1995), and
  /// how much they differ.
  private static let stance: Float = 3
  private static let spread: Float = 1.5

  /// The standard deviation of upwards in the lifter's sagittal plane, in degrees; 0 where the view
  /// does not show it.
  static func sagittal(_ body: Body) -> Float {
    guard body.showsSagittal, let feet = body.midAnkle, let top = body.midShoulder ?? body.midHip
    else { return 0 }
    // Upwards that was taken from the legs has their lean in it.
    if body.tilt > 0 { return Scalar.length(stance, spread) }
    func upright(_ a: [Float], _ b: [Float]) -> Float {
      Robust.median(Kernel.difference(a, b).at(body.upright))
    }
    let lean = Scalar.atan2Degrees(
      y: upright(top.forward, feet.forward), x: upright(top.up, feet.up))
    guard lean.isFinite else { return levelled }
    return Scalar.length(levelled, max(0, Swift.abs(lean - stance) - spread))
  }
}

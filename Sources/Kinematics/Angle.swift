import Kernels

/// Single angles in degrees; columns go through `Kernel.atan2Degrees`.
enum Angle {
  /// The angle whose cosine is given; values beyond ±1 by rounding count as ±1.
  static func degrees(cosine: Float) -> Float {
    let c = max(-1, min(1, cosine))
    return Scalar.atan2Degrees(y: (1 - c * c).squareRoot(), x: c)
  }

  /// The angle whose sine is given, −90…90; values beyond ±1 count as ±1.
  static func degrees(sine: Float) -> Float { 90 - degrees(cosine: sine) }

  static let perRadian: Float = 57.29578
}

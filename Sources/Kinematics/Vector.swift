internal import Kernels

/// A direction or a place in space.
typealias Vector = SIMD3<Float>

extension SIMD3<Float> {
  var squaredLength: Float { x * x + y * y + z * z }
  var length: Float { squaredLength.squareRoot() }
  var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }

  /// The direction; zero for a zero vector.
  var unit: SIMD3<Float> {
    let length = length
    return length > 0 ? self / length : self
  }

  func dot(_ other: SIMD3<Float>) -> Float { x * other.x + y * other.y + z * other.z }

  func cross(_ other: SIMD3<Float>) -> SIMD3<Float> {
    SIMD3(
      y * other.z - z * other.y,
      z * other.x - x * other.z,
      x * other.y - y * other.x)
  }

  /// What is left without the part along a unit vector.
  func without(_ axis: SIMD3<Float>) -> SIMD3<Float> { self - axis * dot(axis) }
}

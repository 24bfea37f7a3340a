import Kernels

/// Small samples of frames. NaN stands for a missing value and is passed over.
enum Statistics {
  /// The middle value, of an even number the mean of the two middle ones; NaN for no values. O(n).
  static func median(_ values: [Float]) -> Float {
    Robust.middle(of: values, at: Array(values.indices)).value
  }

  /// The sample standard deviation; NaN for fewer than two values.
  static func deviation(_ values: [Float]) -> Float {
    guard values.count > 1 else { return .nan }
    let mean = values.reduce(0, +) / Float(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Float(values.count - 1)).squareRoot()
  }

  /// The median of the slopes between all pairs of points at 0, 1, 2 … (Theil 1950, Sen 1968):
  /// one odd rep does not turn it. NaN for fewer than two values. O(n² log n).
  static func slope(_ values: [Float]) -> Float {
    var slopes: [Float] = []
    for i in values.indices {
      for j in values.indices.dropFirst(i + 1) {
        slopes.append((values[j] - values[i]) / Float(j - i))
      }
    }
    return median(slopes)
  }

  static func root(_ a: Float, _ b: Float, _ c: Float = 0) -> Float {
    (a * a + b * b + c * c).squareRoot()
  }

  /// The angles of points from the x axis in degrees, −180…180; NaN where either is NaN.
  static func bearings(y: [Float], x: [Float]) -> [Float] { Kernel.atan2Degrees(y: y, x: x) }

  /// The angle whose sine is given, in degrees; values beyond ±1 count as ±1.
  static func arcSine(_ sine: Float) -> Float {
    guard !sine.isNaN else { return .nan }
    let sine = max(-1, min(1, sine))
    return Scalar.atan2Degrees(y: sine, x: (1 - sine * sine).squareRoot())
  }

  /// An angle brought into −180…180 degrees.
  static func wrapped(_ degrees: Float) -> Float {
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  }
}

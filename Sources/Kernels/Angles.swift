internal import CKernels

/// Vector kernels over frames, chosen at run time for the machine at hand, with the same bits on
/// every machine: only + − × ÷ √ are used, in one order. Each has a plain twin in `Scalar`.
package enum Kernel {
  /// `out[i]` = the angle of (x, y) from the x axis in degrees, −180…180.
  ///
  /// NaN where either is NaN, 0 where both are 0. Error below 0.00002°.
  package static func atan2Degrees(y: [Float], x: [Float]) -> [Float] {
    precondition(y.count == x.count, "columns of one length")
    return [Float](unsafeUninitializedCapacity: y.count) { out, count in
      ck_atan2_degrees(y, x, out.baseAddress, y.count)
      count = y.count
    }
  }

  /// `out[i]` = the length of (x, y), or of (x, y, z) where z is not empty. NaN passes through.
  package static func length(x: [Float], y: [Float], z: [Float] = []) -> [Float] {
    precondition(y.count == x.count && (z.isEmpty || z.count == x.count), "columns of one length")
    return [Float](unsafeUninitializedCapacity: x.count) { out, count in
      if z.isEmpty {
        ck_length2(x, y, out.baseAddress, x.count)
      } else {
        ck_length3(x, y, z, out.baseAddress, x.count)
      }
      count = x.count
    }
  }

  /// `out[i]` = the part of (x, y, z) along a direction; z may be empty. NaN passes through.
  package static func project(
    x: [Float], y: [Float], z: [Float], onto direction: SIMD3<Float>
  ) -> [Float] {
    precondition(y.count == x.count && (z.isEmpty || z.count == x.count), "columns of one length")
    return [Float](unsafeUninitializedCapacity: x.count) { out, count in
      let (a, b, c) = (direction.x, direction.y, direction.z)
      if z.isEmpty {
        ck_project(x, y, nil, a, b, c, out.baseAddress, x.count)
      } else {
        ck_project(x, y, z, a, b, c, out.baseAddress, x.count)
      }
      count = x.count
    }
  }

  /// The angle between two lines in degrees, 0…180, frame by frame: in space where both have a z,
  /// else in the plane.
  package static func between(
    _ a: (x: [Float], y: [Float], z: [Float]), _ b: (x: [Float], y: [Float], z: [Float])
  ) -> [Float] {
    let count = a.x.count
    precondition(
      a.y.count == count && b.x.count == count && b.y.count == count, "columns of one length")
    var sine = [Float](repeating: 0, count: count)
    var cosine = sine
    withPoint(a) { a in
      withPoint(b) { b in
        var (a, b) = (a, b)
        ck_between(&a, &b, &sine, &cosine, count)
      }
    }
    return atan2Degrees(y: sine, x: cosine)
  }

  /// The standard deviation in degrees of the direction of a line in the plane: from its ends'
  /// noise over its length, a constant offset, and a horizontal that is off by the share
  /// `foreshortening`.
  package static func directionError(
    forward: [Float], up: [Float], noise: Float, constant: Float, foreshortening: Float
  ) -> [Float] {
    precondition(forward.count == up.count, "columns of one length")
    return column(forward.count) {
      ck_direction_error(forward, up, noise, constant, foreshortening, $0, forward.count)
    }
  }

  /// Lends pointers to a point's columns; z is empty in two dimensions.
  static func withPoint(
    _ point: (x: [Float], y: [Float], z: [Float]), _ body: (ck_point) -> Void
  ) {
    point.x.withUnsafeBufferPointer { x in
      point.y.withUnsafeBufferPointer { y in
        point.z.withUnsafeBufferPointer { z in
          body(ck_point(x: x.baseAddress, y: y.baseAddress, z: z.isEmpty ? nil : z.baseAddress))
        }
      }
    }
  }

  /// Where a value is an outlier among the seven around it: further from their median than `floor`
  /// and than three times 1.4826 median absolute deviations (Hampel 1974). At the ends the first and
  /// last value stand in for what is missing. In order; no value may be NaN.
  package static func outliers(_ x: [Float], floor: Float) -> [Int] {
    guard let first = x.first, let last = x.last else { return [] }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: x.count + 6) { padded in
      for i in 0..<3 {
        padded[i] = first
        padded[x.count + 3 + i] = last
      }
      _ = padded[3..<(x.count + 3)].update(fromContentsOf: x)
      return places(of: x.count) { ck_outliers7(padded.baseAddress, floor, $0, x.count) }
    }
  }
}

/// The plain twins of the kernels, one value at a time: what the kernels are held equal to.
package enum Scalar {
  package static func atan2Degrees(y: Float, x: Float) -> Float {
    let ax = Swift.abs(x)
    let ay = Swift.abs(y)
    let high = ax > ay ? ax : ay
    let t = (ax > ay ? ay : ax) / (high > 0 ? high : 1)
    let s = t * t
    var p: Float = -0.00405450445
    p = p * s + 0.0218627267
    p = p * s - 0.055911988
    p = p * s + 0.0964217186
    p = p * s - 0.139086202
    p = p * s + 0.199465632
    p = p * s - 0.333298594
    p = p * s + 0.999999344
    var r = p * t
    if ay > ax { r = 1.57079637 - r }
    if x < 0 { r = 3.14159274 - r }
    if y < 0 { r = -r }
    return r * 57.29577951 + (x - x) + (y - y)
  }

  package static func length(_ x: Float, _ y: Float, _ z: Float = 0) -> Float {
    (x * x + y * y + z * z).squareRoot()
  }

  /// Whether the middle of seven values is an outlier among them.
  package static func isOutlier(_ window: [Float], floor: Float) -> Bool {
    precondition(window.count == 7, "a window of seven")
    let median = window.sorted()[3]
    let deviation = window.map { Swift.abs($0 - median) }.sorted()[3]
    let distance = Swift.abs(window[3] - median)
    return distance > floor && distance > 4.4478 * deviation
  }
}

internal import CKernels

/// Vector kernels over frames. Each has a plain twin in `Scalar`, held equal to it by tests.
package enum Kernel {
  /// `out[i]` = the angle of (x, y) from the x axis in degrees, −180…180.
  ///
  /// NaN where either is NaN, 0 where both are 0. Error below 0.0002°. The same bits on every
  /// machine: only + − × ÷ are used, in one order.
  package static func atan2Degrees(
    y: Span<Float>, x: Span<Float>, into out: inout MutableSpan<Float>
  ) {
    precondition(y.count == x.count && x.count == out.count, "spans of one length")
    let count = y.count
    y.withUnsafeBufferPointer { y in
      x.withUnsafeBufferPointer { x in
        out.withUnsafeMutableBufferPointer { out in
          ck_atan2_degrees(y.baseAddress, x.baseAddress, out.baseAddress, count)
        }
      }
    }
  }
}

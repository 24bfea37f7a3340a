internal import CKernels

/// Arithmetic of whole columns. NaN passes through unless said otherwise; columns of directions that
/// nothing shows are empty and give empty ones.
extension Kernel {
  /// `out[i]` = a[i] − b[i].
  package static func difference(_ a: [Float], _ b: [Float]) -> [Float] {
    precondition(a.count == b.count, "columns of one length")
    return column(a.count) { ck_difference(a, b, $0, a.count) }
  }

  /// `out[i]` = the mean of a[i] and b[i]; either where the other is NaN.
  package static func middle(_ a: [Float], _ b: [Float]) -> [Float] {
    precondition(a.count == b.count, "columns of one length")
    return column(a.count) { ck_middle(a, b, $0, a.count) }
  }

  /// `out[i]` = the mean of a[i] and b[i]; NaN where either is.
  package static func mean(_ a: [Float], _ b: [Float]) -> [Float] {
    precondition(a.count == b.count, "columns of one length")
    return column(a.count) { ck_mean(a, b, $0, a.count) }
  }

  /// `out[i]` = scale · x[i] + offset.
  package static func linear(_ x: [Float], scale: Float, offset: Float = 0) -> [Float] {
    column(x.count) { ck_linear(x, scale, offset, $0, x.count) }
  }

  /// `out[i]` = |x[i]|.
  package static func magnitude(_ x: [Float]) -> [Float] {
    column(x.count) { ck_magnitude(x, $0, x.count) }
  }

  /// `out[i]` = (a[i] − b[i]) / divisor.
  package static func difference(_ a: [Float], _ b: [Float], over divisor: Float) -> [Float] {
    precondition(a.count == b.count, "columns of one length")
    return column(a.count) { ck_over(a, b, divisor, $0, a.count) }
  }

  /// `out[i]` = a[i] − b[i], angles in degrees, brought back to −180…180.
  package static func angleDifference(_ a: [Float], _ b: [Float]) -> [Float] {
    precondition(a.count == b.count, "columns of one length")
    return column(a.count) { ck_angle_difference(a, b, $0, a.count) }
  }

  /// A column of `count` values that `body` writes.
  static func column(_ count: Int, _ body: (UnsafeMutablePointer<Float>?) -> Void) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { out, written in
      body(out.baseAddress)
      written = count
    }
  }
}

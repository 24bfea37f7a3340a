/// What several reps say of one quantity: its mean, and how well the mean is known.
package struct Estimate: Sendable, Equatable {
  package var mean: Double
  /// The standard deviation of the mean's error: √(m² + s²/n). The reps of a set share camera and
  /// estimator, so their error of measurement `m` (root mean square) does not shrink with their
  /// number; how they differ from each other (`s`) does.
  package var sd: Double
  package var reps: Int

  package init(mean: Double, sd: Double, reps: Int) {
    self.mean = mean
    self.sd = sd
    self.reps = reps
  }

  /// Of the values that were measured; nil when none was. An error that is missing counts as none.
  package init?(_ values: [(value: Double, sd: Double)]) {
    let measured = values.filter { !$0.value.isNaN }
    guard !measured.isEmpty else { return nil }
    let count = Double(measured.count)
    let mean = measured.reduce(0) { $0 + $1.value } / count
    let error = measured.reduce(0) { $0 + ($1.sd.isNaN ? 0 : $1.sd * $1.sd) } / count
    let spread = measured.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) }
    let variance = measured.count > 1 ? spread / (count - 1) : 0
    self.init(
      mean: mean, sd: (error + variance / count).squareRoot(), reps: measured.count)
  }
}

/// The difference of two estimates, and whether it is more than their errors.
package struct Difference: Sendable, Equatable {
  /// The second minus the first.
  package var value: Double
  /// The smallest difference that counts: 1.96 standard deviations of the difference, which
  /// chance alone passes once in twenty times (the minimal detectable change; Weir 2005,
  /// J Strength Cond Res 19:231–240).
  package var detectable: Double

  package init(_ first: Estimate, _ second: Estimate) {
    value = second.mean - first.mean
    detectable = 1.96 * (first.sd * first.sd + second.sd * second.sd).squareRoot()
  }

  /// Beyond what the errors explain.
  package var counts: Bool { abs(value) > detectable }
}

import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// Left against right.
  mutating func measureSides() {
    measureKneeAsymmetry()
    guard body.showsLevel else {
      return miss(.hipTilt, .hipShift, because: Absence.needsFront(body))
    }
    if let reason = Absence.isLifted(body, showing: "the front") {
      return miss(.hipTilt, .hipShift, because: reason)
    }
    measureTilt()
    measureShift()
  }

  /// Difference of the greatest knee flexions over the greater one, in percent.
  private mutating func measureKneeAsymmetry() {
    guard body.view.kind == .threeD else {
      return miss(
        .kneeAsymmetry,
        because: "One camera does not show both knees' flexion; \(Absence.volume) would.")
    }
    if let reason = Absence.isLifted(body) { return miss(.kneeAsymmetry, because: reason) }
    guard let left = quantity(.kneeFlexionLeft), let right = quantity(.kneeFlexionRight) else {
      return miss(.kneeAsymmetry, because: Absence.tooSeldom("hips, knees and ankles"))
    }
    let greater = max(left.value, right.value)
    guard greater > 0 else { return miss(.kneeAsymmetry, because: Absence.needsMotion) }
    // Both knees share half of the error: the same estimator, the same definition. Their points
    // wander each by itself.
    let wander = 1.414 * Statistics.root(thighWander, shankWander)
    let shared = max(0, left.sd * left.sd + right.sd * right.sd - wander * wander).squareRoot()
    let sd = Statistics.root(shared * sampling.remaining, wander)
    record(
      .kneeAsymmetry,
      Quantity(
        value: (left.value - right.value) / greater * 100, sd: sd / greater * 100,
        frame: rep.bottom
      ).magnitude,
      or: Absence.needsMotion)
  }

  /// The hip line's change from standing over the lowest third; its size, whichever side drops.
  private mutating func measureTilt() {
    guard let left = body[.leftHip], let right = body[.rightHip], !left.left.isEmpty else {
      return miss(.hipTilt, because: Absence.tooSeldom("hips"))
    }
    let values = Statistics.bearings(
      y: Kernel.difference(left.up, right.up),
      x: zip(left.left, right.left).map { abs($0 - $1) })
    let width = sampling.median(
      zip(left.left, right.left).map { abs($0 - $1) }, over: windows.standing)
    let noise = Statistics.root(left.noise, right.noise) / (width ?? .nan) * 57.3
    // Hip points move by 15 mm or so against the joints when the hips bend, each by itself:
    // 15 mm × √2 over hips 0.19 m apart are 6.4°.
    let change = sampling.change(
      Series(
        values, noise: noise,
        bias: Statistics.root(6.4, misplacement(values, allowance: 5)) / sampling.remaining),
      from: windows.standing, over: windows.low)
    record(.hipTilt, change?.magnitude, or: Absence.tooSeldom("hips"))
  }

  /// The sideways move of the hips over the feet from standing, over the ankles' distance.
  ///
  /// A camera that is off the front by δ sees the hips' way back, about 0.7 of the stance, as a
  /// sideways move of sin δ times that; and the picture does not tell δ near the front. A view
  /// that the user gave as front counts as within 5°, the axes of three-dimensional data as
  /// within 3°.
  private mutating func measureShift() {
    guard body.view.kind == .threeD || body.view.given else {
      return miss(
        .hipShift,
        because: "A camera a few degrees off the front shows the hips' way back as a shift; a view "
          + "given as front or \(Absence.volume) would show it.")
    }
    guard let hips = columns.hips, let ankles = columns.ankles, !hips.left.isEmpty,
      !ankles.left.isEmpty, let stance = columns.width(.leftAnkle, .rightAnkle),
      let width = sampling.median(stance.values, over: windows.standing), width > 0
    else { return miss(.hipShift, because: Absence.tooSeldom("hips and ankles")) }
    let bias: Float = body.view.kind == .threeD ? 0.1 : 0.12
    let offset = Kernel.linear(Kernel.difference(hips.left, ankles.left), scale: 1 / width)
    let series = Series(
      offset, noise: Statistics.root(hips.noise, ankles.noise) / width,
      bias: Statistics.root(
        bias, misplacement(offset, allowance: 0.05) / sampling.remaining))
    let change = sampling.change(series, from: windows.standing, over: windows.low)
    record(.hipShift, change?.magnitude, or: Absence.tooSeldom("hips and ankles"))
  }
}

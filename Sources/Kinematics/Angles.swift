package import Pose

/// One quantity over time, with its standard deviation; NaN where it could not be measured.
package struct Curve: Sendable, Equatable {
  package let values: [Float]
  /// Per frame: keypoint noise, the known bias of video keypoints and the view's error together.
  package let sd: [Float]
  /// The recording never shows it.
  package let isMissing: Bool

  package init(values: [Float], sd: [Float]) {
    self.init(values: values, sd: sd, isMissing: values.allSatisfy(\.isNaN))
  }

  private init(values: [Float], sd: [Float], isMissing: Bool) {
    precondition(values.count == sd.count, "a curve has one deviation a value")
    self.values = values
    self.sd = sd
    self.isMissing = isMissing
  }

  /// A curve that was never measured.
  package static func missing(_ count: Int) -> Curve {
    let nan = [Float](repeating: .nan, count: count)
    return Curve(values: nan, sd: nan)
  }

  /// A stretch of it; missing only where all of it is.
  package func slice(_ frames: Range<Int>) -> Curve {
    Curve(values: Array(values[frames]), sd: Array(sd[frames]), isMissing: isMissing)
  }
}

/// A left and a right one of something.
package struct Pair<Value: Sendable>: Sendable {
  package var left: Value
  package var right: Value

  package init(left: Value, right: Value) {
    self.left = left
    self.right = right
  }

  package subscript(side: Side) -> Value {
    get { side == .left ? left : right }
    set { if side == .left { left = newValue } else { right = newValue } }
  }
}

extension Pair: Equatable where Value: Equatable {}

/// The angles of every frame, in degrees.
///
/// Signs: flexion is positive, leaning and reaching forward is positive, looking up is positive.
/// A view that cannot show an angle leaves it missing.
package struct Angles: Sendable {
  /// The line mid-shoulder to mid-ear against the trunk line; + forward.
  package var neckFlexion: Curve
  /// The line from ear to eye (or nose) against the horizontal; + looking up.
  package var headPitch: Curve
  /// From spine points; + flexed. Which points: `spineSource`.
  package var thoracicFlexion: Curve
  package var lumbarFlexion: Curve
  /// Mid-hip to mid-shoulder from the vertical; + forward.
  package var trunkInclination: Curve
  /// 180° − the angle between the trunk line and the thigh in the sagittal plane.
  package var hipFlexion: Pair<Curve>
  /// 180° − the angle hip–knee–ankle.
  package var kneeFlexion: Pair<Curve>
  /// From the vertical; + knee ahead of the ankle.
  package var shankInclination: Pair<Curve>
  /// From the horizontal; + hip above the knee.
  package var thighElevation: Pair<Curve>
  /// Distance of the knees over distance of the ankles, left to right. A ratio, not an angle.
  package var kneeAnkleSeparation: Curve
  /// Which points the spine's angles come from, in words; nil without spine points.
  package var spineSource: String?
  /// Bends of the trunk that the points can show: 0 without spine points, 1 with one mid-spine
  /// point (its bend is about half of the spine's), 2 where thoracic and lumbar are apart.
  package var spineBends: Int

  package init(missing count: Int) {
    let none = Curve.missing(count)
    let pair = Pair(left: none, right: none)
    neckFlexion = none
    headPitch = none
    thoracicFlexion = none
    lumbarFlexion = none
    trunkInclination = none
    hipFlexion = pair
    kneeFlexion = pair
    shankInclination = pair
    thighElevation = pair
    kneeAnkleSeparation = none
    spineSource = nil
    spineBends = 0
  }

  /// The angles of a stretch of frames.
  package func slice(_ frames: Range<Int>) -> Angles {
    func slice(_ pair: Pair<Curve>) -> Pair<Curve> {
      Pair(left: pair.left.slice(frames), right: pair.right.slice(frames))
    }
    var angles = self
    angles.neckFlexion = neckFlexion.slice(frames)
    angles.headPitch = headPitch.slice(frames)
    angles.thoracicFlexion = thoracicFlexion.slice(frames)
    angles.lumbarFlexion = lumbarFlexion.slice(frames)
    angles.trunkInclination = trunkInclination.slice(frames)
    angles.hipFlexion = slice(hipFlexion)
    angles.kneeFlexion = slice(kneeFlexion)
    angles.shankInclination = slice(shankInclination)
    angles.thighElevation = slice(thighElevation)
    angles.kneeAnkleSeparation = kneeAnkleSeparation.slice(frames)
    return angles
  }
}

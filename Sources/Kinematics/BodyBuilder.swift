internal import Kernels
package import Pose
package import Signals

extension Body {
  /// Puts a motion into the lifter's own axes.
  ///
  /// Up is the recording's axis along the standing legs, or the legs themselves where the camera
  /// was tilted. In three dimensions left is the standing line from right to left hip, made
  /// horizontal and averaged over the upright frames, for single frames are noisy at the bottom;
  /// forward is at right angles to both, towards the toes, the nose and the bending knees. In two
  /// dimensions forward or left is the picture's horizontal, as the view allows.
  ///
  /// `given` is the view that the user stated, if any. Returns nil where hips or ankles were
  /// never seen, with nothing to stand on.
  package init?(_ motion: Motion, given: View.Kind? = nil) {
    var motion = motion
    JointCenters.derive(&motion)
    let exchanged = Sides.settle(&motion)
    let skeleton = Skeleton(motion)
    guard let posture = Posture(skeleton) else { return nil }
    if motion.dimensions == 3 {
      self.init(threeDimensional: motion, skeleton, posture)
    } else {
      var view = ViewEstimate.twoDimensional(skeleton, posture)
      if let given, given != .threeD {
        view.kind = given
        view.given = true
      }
      self.init(twoDimensional: motion, skeleton, posture, view)
    }
    hipCentered = motion.hipCentered
    hipGaps = motion.hipGaps
    hasShape = motion.hasShape
    sidesExchanged = exchanged
    tilt = posture.tilt
    upright = posture.upright
    lengths = Lengths(self)
    tiltSD = TiltError.sagittal(self)
  }

  private init(threeDimensional motion: Motion, _ skeleton: Skeleton, _ posture: Posture) {
    func across(_ a: Joint, _ b: Joint) -> Vector {
      skeleton.line(from: b, to: a).at(posture.upright).median.without(posture.up)
    }
    let hips = across(.leftHip, .rightHip)
    let shoulders = across(.leftShoulder, .rightShoulder)
    var sum = Vector.zero
    if hips.isFinite { sum += hips.unit }
    if shoulders.isFinite { sum += shoulders.unit }
    let left = sum.unit
    let heading = Heading(skeleton, posture).forward
    var forward = left.cross(posture.up)
    // Names decide which side is left, feet and knees where the front is: a file in left-handed
    // axes comes out right.
    if forward.dot(heading) < 0 { forward = -forward }

    let view = View(kind: .threeD, facing: .unknown, yaw: 0, yawSD: 0)
    self.init(count: motion.count, fps: motion.fps, dimensions: 3, view: view)
    for joint in Joint.allCases {
      guard let track = motion[joint] else { continue }
      func along(_ axis: Vector) -> [Float] {
        Kernel.project(x: track.x, y: track.y, z: track.z, onto: axis)
      }
      self[joint] = Point(
        forward: along(forward), up: along(posture.up), left: along(left),
        noise: motion[noiseOf: joint])
    }
  }

  private init(
    twoDimensional motion: Motion, _ skeleton: Skeleton, _ posture: Posture, _ view: View
  ) {
    let right = Vector(posture.up.y, -posture.up.x, 0)
    var forward: Vector?
    var left: Vector?
    switch view.kind {
    case .side:
      // Past 15° the camera sees forward foreshortened by the cosine of yaw; nearer, the
      // correction is smaller than the error of yaw.
      let stretch =
        view.yaw > 15 && view.yaw <= 35 ? 1 / Float(Elementary.cosDegrees(Double(view.yaw))) : 1
      forward = right * (view.facing == .left ? -stretch : stretch)
    default:
      let shoulders = Robust.median(
        skeleton.line(from: .rightShoulder, to: .leftShoulder).along(right).at(posture.upright))
      left = shoulders < 0 ? -right : right
    }
    self.init(count: motion.count, fps: motion.fps, dimensions: 2, view: view)
    for joint in Joint.allCases {
      guard let track = motion[joint] else { continue }
      func along(_ axis: Vector) -> [Float] {
        Kernel.project(x: track.x, y: track.y, z: [], onto: axis)
      }
      self[joint] = Point(
        forward: forward.map(along) ?? [], up: along(posture.up), left: left.map(along) ?? [],
        noise: motion[noiseOf: joint])
    }
  }
}

extension Body {
  /// The point between two joints, frame by frame; in frames in which one was not seen, where the
  /// other and their usual distance put it. Nil where the recording has neither.
  package func middle(_ a: Joint, _ b: Joint) -> Point? {
    guard let first = self[a] else { return self[b] }
    guard let second = self[b] else { return first }
    let variance = (first.noise * first.noise + second.noise * second.noise) / 4
    return Point(
      forward: Self.middle(first.forward, second.forward),
      up: Self.middle(first.up, second.up), left: Self.middle(first.left, second.left),
      noise: variance.squareRoot())
  }

  /// The middle of two columns. Where one of them is missing the other alone lies half their usual
  /// distance beside it: a camera sees the far hip higher or lower than the near one, and a front
  /// view sees them a hip's width apart.
  package static func middle(_ a: [Float], _ b: [Float]) -> [Float] {
    var middle = Kernel.middle(a, b)
    guard Kernel.missing(a) + Kernel.missing(b) > 0 else { return middle }
    let half = Robust.median(Kernel.difference(b, a)) / 2
    guard half.isFinite else { return middle }
    for i in middle.indices where a[i].isNaN != b[i].isNaN {
      middle[i] += a[i].isNaN ? -half : half
    }
    return middle
  }

  package var midHip: Point? { middle(.leftHip, .rightHip) ?? self[.pelvis] }
  package var midShoulder: Point? { middle(.leftShoulder, .rightShoulder) ?? self[.spineTop] }
  package var midAnkle: Point? { middle(.leftAnkle, .rightAnkle) }
  /// The middle of the ears, or of a ring of markers around the head, whose height they share. A
  /// head's center by itself lies elsewhere in each layout, so it stands for no ears.
  package var ears: Point? {
    middle(.leftEar, .rightEar) ?? (hasHeadMarkers ? self[.headCenter] : nil)
  }

  /// Markers on the front and the back of the head.
  private var hasHeadMarkers: Bool {
    self[.leftFrontHead] ?? self[.rightFrontHead] != nil
      && self[.leftBackHead] ?? self[.rightBackHead] != nil
  }
}

extension Body.Lengths {
  /// Usual lengths over the recording: the upright median of leg, trunk and widths; of thigh and
  /// shank the median in three dimensions and, because a segment that points at the camera looks
  /// short, the upper decile in two.
  init(_ body: Body) {
    self.init()
    let share: Float = body.dimensions == 3 ? 0.5 : 0.9
    func distance(_ a: Body.Point?, _ b: Body.Point?) -> [Float] {
      guard let a, let b else { return [] }
      let up = Kernel.difference(a.up, b.up)
      if body.dimensions == 3 {
        return Kernel.length(
          x: Kernel.difference(a.forward, b.forward), y: up, z: Kernel.difference(a.left, b.left))
      }
      let across =
        a.forward.isEmpty
        ? Kernel.difference(a.left, b.left) : Kernel.difference(a.forward, b.forward)
      return Kernel.length(x: across, y: up)
    }
    func upright(_ values: [Float]) -> Float {
      values.isEmpty ? .nan : Robust.median(values.at(body.upright))
    }
    func sides(_ a: KeyPath<Side, Joint>, _ b: KeyPath<Side, Joint>) -> Float {
      Robust.median(
        Side.allCases.map {
          Robust.quantile(distance(body[$0[keyPath: a]], body[$0[keyPath: b]]), share)
        })
    }
    thigh = sides(\.hip, \.knee)
    shank = sides(\.knee, \.ankle)
    foot = sides(\.heel, \.toe)
    let hip = body.midHip
    trunk = upright(distance(body.midShoulder, hip))
    leg = upright(distance(hip, body.midAnkle))
    shoulderWidth = upright(distance(body[.leftShoulder], body[.rightShoulder]))
    hipWidth = upright(distance(body[.leftHip], body[.rightHip]))
  }
}

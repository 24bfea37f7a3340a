import Foundation
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

@Suite struct Counting {
  @Test(arguments: [10.0, 24, 30, 60, 120, 240]) func frameRateChangesNoCount(fps: Double) throws {
    var lifter = Lifter()
    lifter.fps = fps
    lifter.depths = [1, 1, 1, 1, 1]
    let found = try segment(lifter.filmed().noisy(1, seed: 5))
    #expect(found.reps.count == 5)
    #expect(found.reps.allSatisfy { $0.complete })
  }

  @Test func aShallowLastRepIsFound() throws {
    var lifter = Lifter()
    lifter.depths = [1, 1, 1, 1, 0.55]
    let found = try segment(lifter.filmed())
    #expect(found.reps.count == 5)
  }

  /// From the front, who steps back from the rack becomes smaller in the picture.
  @Test func standingIsWhereTheRepsAre() throws {
    var lifter = Lifter()
    lifter.rest = 4
    let filmed = lifter.filmed(yaw: 90).noisy(0.5, seed: 3)
    var nearer = filmed
    for joint in filmed.joints {
      guard var track = filmed[joint] else { continue }
      for i in 0..<60 {
        track.x[i] = 600 + 1.2 * (track.x[i] - 600)
        track.y[i] *= 1.2
      }
      nearer[joint] = track
    }
    let found = try segment(nearer)
    #expect(found.reps.count == 3)
    #expect(found.reps.allSatisfy { $0.topDeficit < 0.02 })
    #expect(found.standing[70..<110].contains(true))
  }

  /// Between touch-and-go reps the hips jerk up for a third of a second; the lifter stood before and
  /// after the set.
  @Test func aJerkIsNoStanding() throws {
    var lifter = Lifter()
    lifter.rest = 0.4
    let set = lifter.filmed().noisy(0.5, seed: 7)
    let still = 60
    var whole = Recording(
      name: set.name, layout: set.layout, dimensions: 2, count: set.count + 2 * still)
    whole.fps = set.fps
    whole.times = (0..<whole.count).map { Double($0) / set.fps }
    let rep = lifter.descent + lifter.pause + lifter.ascent + lifter.rest
    let jerk = still + Int(2 * rep * lifter.fps) + 1
    for joint in set.joints {
      guard let track = set[joint] else { continue }
      let row = { (i: Int) in min(max(i - still, 0), set.count - 1) }
      var y = (0..<whole.count).map { track.y[row($0)] }
      if ![.leftAnkle, .rightAnkle, .leftHeel, .rightHeel, .leftToe, .rightToe].contains(joint) {
        for i in 0..<11 { y[jerk + i] += 50 * Float(1 - abs(Double(i) - 5) / 6) }
      }
      whole[joint] = Track(x: (0..<whole.count).map { track.x[row($0)] }, y: y)
    }
    let found = try segment(whole)
    #expect(found.reps.count == 3)
    #expect(found.reps.allSatisfy { $0.topDeficit < 0.03 })
  }

  /// After the second rep the lifter steps back by a tenth of the way to the camera.
  @Test(arguments: [0.0, 45, 90]) func aStepBackMakesThePictureSmaller(yaw: Double) throws {
    let lifter = Lifter()
    var filmed = lifter.filmed(yaw: yaw).noisy(0.5, seed: 5)
    let rep = lifter.descent + lifter.pause + lifter.ascent + lifter.rest
    let step = Int((lifter.rest / 2 + 2 * rep) * lifter.fps)
    for joint in filmed.joints {
      for i in step..<filmed.count {
        guard let x = filmed[joint]?.x[i], let y = filmed[joint]?.y[i] else { continue }
        filmed[joint]?.x[i] = 600 + 0.9 * (x - 600)
        filmed[joint]?.y[i] = 300 + 0.9 * (y - 300)
      }
    }
    let found = try segment(filmed)
    #expect(found.reps.count == 3)
    #expect(found.reps[0].topScale == 0)
    #expect(abs(found.reps[2].topScale - 0.1) < 0.02)
  }

  /// Soft knees at the end of a set, with the feet where they were, are no step.
  @Test func aMissingLockoutLeavesThePicturesScale() throws {
    var lifter = Lifter()
    lifter.rest = 2
    var filmed = lifter.filmed(yaw: 90).noisy(0.5, seed: 5)
    let last = filmed.count - Int(lifter.rest * lifter.fps)
    for joint in filmed.joints where ![.leftAnkle, .rightAnkle].contains(joint) {
      for i in last..<filmed.count { filmed[joint]?.y[i] -= 25 }
    }
    let found = try segment(filmed)
    #expect(try #require(found.reps.last).topDeficit > 0.04)
    #expect(found.reps.allSatisfy { $0.topScale == 0 })
  }

  /// The bend under the bar looks like a squat that began before the recording; the lifter then
  /// steps back from it and from the camera.
  @Test func aCutMovementNearerToTheCameraIsNoStanding() throws {
    var lifter = Lifter()
    lifter.rest = 3
    let filmed = lifter.filmed(yaw: 90).noisy(0.5, seed: 8)
    let first = Int((lifter.rest + lifter.descent) * lifter.fps)
    let nearer = Int((lifter.rest + lifter.descent + lifter.pause + lifter.ascent + 1) * lifter.fps)
    var cut = Recording(
      name: filmed.name, layout: filmed.layout, dimensions: 2, count: filmed.count - first)
    cut.fps = filmed.fps
    cut.times = (0..<cut.count).map { Double($0) / filmed.fps }
    for joint in filmed.joints {
      guard let track = filmed[joint] else { continue }
      let scale = { (i: Int) -> Float in i < nearer ? 1.12 : 1 }
      cut[joint] = Track(
        x: (first..<filmed.count).map { 600 + scale($0) * (track.x[$0] - 600) },
        y: (first..<filmed.count).map { scale($0) * track.y[$0] })
    }
    let found = try segment(cut)
    #expect(found.reps.map(\.complete) == [false, true, true])
    #expect(found.reps.filter(\.complete).allSatisfy { $0.topDeficit < 0.02 })
  }

  /// A camera above the floor shows the far leg higher in the picture than the near one.
  @Test func aLostAnkleLeavesTheHipsWhereTheyWere() throws {
    let lifter = Lifter()
    var filmed = lifter.filmed().noisy(0.5, seed: 4)
    for joint in filmed.joints where joint.rawValue > joint.mirrored.rawValue {
      filmed[joint]?.y.withUnsafeMutableBufferPointer { y in for i in y.indices { y[i] += 40 } }
    }
    let turn = lifter.rest + lifter.descent + lifter.pause + lifter.ascent
    let lost = Int((turn - 0.2) * lifter.fps)..<Int((turn + 1.2) * lifter.fps)
    for frame in lost { filmed[.rightAnkle]?.erase(frame) }
    let found = try segment(filmed)
    #expect(found.reps.count == 3)
    #expect(found.reps.allSatisfy { $0.topDeficit < 0.01 })
  }

  @Test func whoIsNotSeenDoesNotStand() throws {
    let lifter = Lifter()
    var filmed = lifter.filmed().noisy(0.5, seed: 6)
    let lost = Int((lifter.rest - 0.3) * lifter.fps)
    for joint in filmed.joints { for frame in 0..<lost { filmed[joint]?.erase(frame) } }
    let found = try segment(filmed)
    #expect(found.reps.count == 3)
    #expect(!found.standing[..<lost].contains(true))
    #expect(found.standing[lost..<found.reps[0].start].contains(true))
  }

  @Test func risingFromAHoldIsNoWholeRep() throws {
    let lifter = Lifter()
    let whole = lifter.filmed().noisy(0.5, seed: 6)
    let low = Int((lifter.rest + lifter.descent + lifter.pause / 2) * lifter.fps)
    // A second in the hole, and then the rest of the set.
    let frames = [Int](repeating: low, count: 30) + Array(low..<whole.count)
    var held = Recording(
      name: whole.name, person: whole.person, layout: whole.layout, dimensions: 2,
      count: frames.count)
    held.fps = whole.fps
    held.times = frames.indices.map { Double($0) / whole.fps }
    held.units = whole.units
    held.axes = whole.axes
    for joint in whole.joints {
      guard let track = whole[joint] else { continue }
      held[joint] = Track(x: frames.map { track.x[$0] }, y: frames.map { track.y[$0] })
    }
    let found = try segment(held)
    #expect(found.reps.filter(\.complete).count == 2)
  }

  @Test func aDipIsNoRep() throws {
    var lifter = Lifter()
    lifter.depths = [1, 0.2, 1]
    let found = try segment(lifter.filmed())
    #expect(found.reps.count == 2)
  }

  @Test(arguments: [0.0, 45, 90, 180]) func theViewChangesNoCount(yaw: Double) throws {
    let found = try segment(Lifter().filmed(yaw: yaw).noisy(1.5, seed: 2))
    #expect(found.reps.count == 3)
  }

  @Test func pausesAndTouchAndGo() throws {
    var lifter = Lifter()
    lifter.pause = 3
    let paused = try segment(lifter.filmed().noisy(1, seed: 8))
    #expect(paused.reps.count == 3)
    for rep in paused.reps {
      #expect(Double(rep.bottomEnd - rep.bottomStart) / 30 > 2)
    }
    lifter.pause = 0.05
    lifter.rest = 0.05
    let found = try segment(lifter.filmed().noisy(1, seed: 8))
    #expect(found.reps.count == 3)
  }

  /// Over seconds the hips sink and rise a little, and an estimator's points wander.
  @Test(arguments: [0.0, 1, 2, 3]) func aLongStayHasItsMiddleHoweverTheHipsWander(
    start: Double
  ) throws {
    var lifter = Lifter()
    lifter.pause = 2.5
    lifter.depths = [1]
    var filmed = lifter.filmed().noisy(0.5, seed: 8)
    let heights = try #require(filmed[.leftHip]).y
    let drop = try #require(heights.max()) - (try #require(heights.min()))
    for frame in heights.indices {
      let time = Double(frame) / lifter.fps
      let wander = 0.08 * drop * Float(sin(start + 2 * Double.pi * time / 4))
      filmed[.leftHip]?.y[frame] += wander
      filmed[.rightHip]?.y[frame] += wander
    }
    let rep = try #require(try segment(filmed).reps.first)
    let settled = lifter.rest + lifter.descent
    #expect(abs(Double(rep.bottom) / lifter.fps - settled - lifter.pause / 2) < 0.25)
    #expect(abs(Double(rep.bottomStart) / lifter.fps - settled) < 0.3)
    #expect(abs(Double(rep.bottomEnd) / lifter.fps - settled - lifter.pause) < 0.3)
  }

  @Test func startBottomAndEndAreWhereTheyAre() throws {
    let lifter = Lifter()
    let found = try segment(lifter.filmed().noisy(1, seed: 4))
    for (index, rep) in found.reps.enumerated() {
      let truth = edges(lifter, rep: index)
      #expect(abs(Double(rep.start) / 30 - truth.start) < 0.15)
      #expect(abs(Double(rep.bottom) / 30 - truth.bottom) < 0.1)
      #expect(abs(Double(rep.end) / 30 - truth.end) < 0.15)
    }
  }

  /// When the hips really pass 2 % of their drop, and the middle of the pause, in seconds.
  private func edges(_ lifter: Lifter, rep: Int) -> (start: Double, bottom: Double, end: Double) {
    func height(_ time: Double) -> Double {
      lifter.joints(lifter.top.mixed(lifter.bottom, lifter.progress(time)))[.leftHip]?.y ?? 0
    }
    let period = lifter.descent + lifter.pause + lifter.ascent + lifter.rest
    let bottom = lifter.rest + Double(rep) * period + lifter.descent + lifter.pause / 2
    let line = height(0) - 0.02 * (height(0) - height(bottom))
    var start = bottom
    while height(start) < line { start -= 0.001 }
    var end = bottom
    while height(end) < line { end += 0.001 }
    return (start, bottom, end)
  }

  @Test func aRecordingThatStartsLowListsACutRep() throws {
    let lifter = Lifter()
    let whole = lifter.filmed()
    let first = Int((lifter.rest + lifter.descent * 0.9) * 30)
    var cut = Recording(name: "cut", layout: "test", dimensions: 2, count: whole.count - first)
    for joint in whole.joints {
      guard let track = whole[joint] else { continue }
      cut[joint] = Track(x: Array(track.x[first...]), y: Array(track.y[first...]))
    }
    let found = try segment(cut)
    #expect(found.reps.map(\.complete) == [false, true, true])
  }
}

import Pose
import Signals
import TestSupport
import Testing

@Suite struct TimeLines {
  @Test func evenTimesAreTheirOwnLine() {
    let line = TimeLine(times: [0, 0.04, 0.08, 0.12], fps: 25)
    #expect(line.even && line.count == 4 && line.frameOfRow == [0, 1, 2, 3])
  }

  @Test func omittedFramesAreGapsNotShorterTime() {
    let line = TimeLine(times: [0, 0.04, 0.20, 0.24], fps: 25)
    #expect(line.even && line.frameOfRow == [0, 1, 5, 6] && line.count == 7)
    let values = line.resample([1, 2, 3, 4], times: [0, 0.04, 0.20, 0.24])
    #expect(values[1] == 2 && values[5] == 3 && values[2...4].allSatisfy { $0.isNaN })
  }

  @Test func timesRoundedToMillisecondsAreEven() {
    let times = (0..<200).map { (Double($0) / 120 * 1000).rounded() / 1000 }
    #expect(TimeLine(times: times, fps: 120).count == 200)
  }

  @Test func unevenTimesAreInterpolated() {
    let times = [0, 0.03, 0.08, 0.10, 0.16, 0.19, 0.25]
    let line = TimeLine(times: times, fps: 24)
    #expect(!line.even)
    let values = line.resample(times.map { Float($0) * 10 }, times: times)
    for (frame, value) in values.enumerated() where frame > 0 && frame < line.count - 1 {
      #expect(abs(value - Float(frame) / 24 * 10) < 1e-4)
    }
  }

  @Test func aLongPauseCannotMakeTheLineGrowWithoutLimit() {
    #expect(TimeLine(times: [0, 0.04, 1e12], fps: 25).count < 200)
  }

  @Test func emptyTimesGiveAnEmptyLine() {
    #expect(TimeLine(times: [], fps: 25).count == 0)
  }
}

@Suite struct CleaningTracks {
  @Test func aSpikeIsTakenOut() throws {
    var recording = Lifter().filmed().noisy(1, seed: 1)
    let truth = try #require(recording[.leftKnee]).x[40]
    recording[.leftKnee]?.x[40] += 200
    let motion = Cleaning.clean(recording)
    let cleaned = try #require(motion[.leftKnee])
    #expect(abs(cleaned.x[40] - truth) < 5)
    #expect(motion.warnings.contains { $0.code == .outlierRemoved })
  }

  @Test func shortGapsAreBridgedAndLongOnesStay() throws {
    var recording = Lifter().filmed()
    let whole = try #require(Cleaning.clean(recording)[.rightKnee])
    for row in 60..<64 { recording[.rightKnee]?.erase(row) }
    for row in 100..<140 { recording[.rightKnee]?.erase(row) }
    let track = try #require(Cleaning.clean(recording)[.rightKnee])
    for row in 60..<64 { #expect(abs(track.x[row] - whole.x[row]) < 4) }
    #expect((100..<140).allSatisfy { track.x[$0].isNaN })
    #expect(!track.x[99].isNaN && !track.x[140].isNaN)
  }

  @Test func oneHipThatIsSeenTellsOfBoth() {
    var recording = Lifter().filmed()
    for row in 60..<80 { recording[.leftHip]?.erase(row) }
    for row in 70..<90 { recording[.rightHip]?.erase(row) }
    for row in 100..<160 { recording[.leftHip]?.erase(row) }
    #expect(Cleaning.clean(recording).hipGaps == [70...79])
    for row in 95..<120 { recording[.rightHip]?.erase(row) }
    #expect(Cleaning.clean(recording).hipGaps == [70...79, 100...119])
  }

  @Test func exchangedSidesArePutBack() throws {
    let recording = Lifter().record(dimensions: 3)
    var exchanged = recording
    for row in 50..<55 {
      for joint in [Joint.leftHip, .leftKnee, .leftAnkle, .leftHeel, .leftToe] {
        guard var l = exchanged[joint], var r = exchanged[joint.mirrored] else { continue }
        swap(&l.x[row], &r.x[row])
        swap(&l.y[row], &r.y[row])
        swap(&l.z[row], &r.z[row])
        exchanged[joint] = l
        exchanged[joint.mirrored] = r
      }
    }
    let motion = Cleaning.clean(exchanged)
    let truth = Cleaning.clean(recording)
    #expect(motion[.leftKnee] == truth[.leftKnee])
    #expect(motion.warnings.contains { $0.code == .sidesExchanged && $0.frame == 50 })
  }

  @Test func aStalePoseIsNotTakenForStandingStill() throws {
    var recording = Lifter().filmed()
    for joint in recording.joints {
      guard var track = recording[joint] else { continue }
      for row in 56..<64 {
        track.x[row] = track.x[55]
        track.y[row] = track.y[55]
      }
      recording[joint] = track
    }
    let motion = Cleaning.clean(recording)
    #expect(motion.warnings.contains { $0.code == .frozenPose && $0.frame == 56 })
    let still = Cleaning.clean(Lifter().filmed())
    #expect(!still.warnings.contains { $0.code == .frozenPose })
    let hip = try #require(motion[.leftHip])
    let truth = try #require(still[.leftHip])
    #expect(abs(hip.y[60] - truth.y[60]) < 15)
  }

  @Test func aJointThatWasNeverSeenStaysMissing() throws {
    var recording = Lifter().filmed()
    recording[.leftEar] = .missing(count: recording.count, dimensions: 2)
    let track = try #require(Cleaning.clean(recording)[.leftEar])
    #expect(track.x.allSatisfy { $0.isNaN })
  }

  @Test(arguments: [Float(0.5), 2, 5]) func noiseIsMeasured(sd: Float) {
    let motion = Cleaning.clean(Lifter().filmed().noisy(sd, seed: 9))
    let filtered = sd * Float((2.1 * motion.cutoff / 30).squareRoot())
    #expect(abs(motion[noiseOf: .leftKnee] / filtered - 1) < 0.35)
  }

  @Test func emptyRecordingGivesEmptyMotion() {
    let recording = Recording(name: "x", layout: "test", dimensions: 2, count: 0)
    #expect(Cleaning.clean(recording).count == 0)
  }
}

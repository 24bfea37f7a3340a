import Kinematics
import Pose
import Reports
import Reps

@testable import Faults

/// One small report, written out by hand.
enum Sample {
  /// One complete rep of five frames, one mistake, one close call, one that cannot be seen.
  static func report(
    recording: String = "monday/set1.csv", athlete: String? = "A. Lifter",
    reason: String = "The thighs stopped 8° above the limit."
  ) -> RecordingReport {
    var report = RecordingReport(recording: recording, person: "0", status: .warned)
    report.metadata.athlete = athlete
    report.metadata.loadKilograms = 62.5
    report.layout = "coco17"
    report.dimensions = 2
    report.units = "px"
    report.fps = 30
    report.fpsSource = "time column"
    report.view = View(kind: .side, facing: .right, yaw: 4, yawSD: 5)
    report.accounts.read = 6
    report.accounts.used = 5
    report.accounts.rejected = 1
    report.accounts.filled = 1
    report.warnings = [Warning(code: .gapFilled, message: "One gap was bridged.", frame: 2)]
    let findings = [
      Finding(
        fault: .insufficientDepth, status: .present, severity: .mild, confidence: 0.93, value: 6,
        sd: 5, limit: -2, unit: "deg", frame: 2, reason: reason),
      Finding(
        fault: .fastDescent, status: .borderline, confidence: 0.63, value: 1.18, sd: 0.03,
        limit: 1.2, unit: "s", frame: 1, reason: "Within the error of the limit."),
      Finding(
        fault: .kneeCave, status: .notObservable, unit: "ratio",
        reason: "Side view: the knees hide each other."),
    ]
    report.reps = [
      RepReport(
        index: 1, complete: true, startFrame: 1, bottomFrame: 2, endFrame: 4,
        startSeconds: 0.033, bottomSeconds: 0.067, endSeconds: 0.133,
        measures: [
          .init(name: "knee_flexion_max_left_deg", value: 121.44, sd: 6),
          .init(name: "descent_s", value: 1.18, sd: 0.033),
          .init(name: "kasr_min", value: .nan, sd: .nan),
        ], findings: findings)
    ]
    report.setFindings = [
      SetFinding(
        fault: .insufficientDepth, status: .present, severity: .mild, reps: [1],
        reason: "In 1 of 1 reps."),
      SetFinding(fault: .kneeCave, status: .notObservable, reps: [], reason: "Side view."),
    ]
    report.advice = [
      Advice(
        fault: .insufficientDepth, title: "Not deep enough", severity: .mild, reps: [1],
        cue: "Sit between the heels.", exercises: ["Goblet squats"])
    ]
    report.frames = frames
    report.clock = RecordingReport.Clock(rows: frames.rows, times: frames.times)
    report.figure = Figure(
      joints: [.leftShoulder, .leftHip, .leftKnee, .leftAnkle], bones: [[0, 1], [1, 2], [2, 3]],
      tracks: zip([50, 40, 60, 50], [150, 90, 50, 0]).map { x, y in
        Track(x: Array(repeating: x, count: 5), y: Array(repeating: y, count: 5))
      })
    return report
  }

  static var frames: FrameTable {
    var angles = Angles(missing: 5)
    angles.kneeFlexion.left = Curve(
      values: [5, 60, 121.44, .nan, 4], sd: [6, 6, 6, .nan, 6])
    angles.trunkInclination = Curve(values: [0, 20, 41.006, 22, -1], sd: [3, 3, 3, 3, 3])
    return FrameTable(
      rows: [0, 1, 2, 3, 4], frameNumbers: [101, 102, 103, 104, 105],
      times: [0, 0.0333, 0.0667, 0.1, 0.1333], angles: angles,
      phases: [.rest, .descent, .bottom, .ascent, .ascent], reps: [0, 1, 1, 1, 1])
  }
}

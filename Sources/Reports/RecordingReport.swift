package import Faults
package import Kinematics
package import Pose
package import Reps

/// Everything that is said about one person in one recording: what all writers write from.
///
/// Frames in here are the recording's rows, counted from 0. No writer computes a statistic.
package struct RecordingReport: Sendable {
  package enum Status: String, Sendable {
    case ok, warned, rejected
  }

  /// The path relative to the input folder, made showable.
  package var recording: String
  package var person: String
  package var status: Status
  /// Why it was rejected: a sentence with file, line and column. Nil unless rejected.
  package var error: String?
  package var metadata: Metadata
  package var layout: String
  package var dimensions: Int
  package var units: String
  package var fps: Double
  package var fpsSource: String
  package var view: View?
  package var accounts: FrameAccounts
  package var warnings: [Warning]
  package var reps: [RepReport]
  /// Reps that are no longer in `reps`: those of a long recording are written as they come.
  package var writtenReps: RepCounts
  package var setFindings: [SetFinding]
  /// The ten criteria of the Back Squat Assessment; nil without a complete rep.
  package var assessment: BackSquatAssessment?
  /// What to work on first, at most three things.
  package var advice: [Advice]
  /// Movements that are no squats, in the recording's rows.
  package var others: [Segmentation.Movement]
  /// When each row was filmed; nil for a rejected recording. A report of many stretches knows it
  /// of the rows that it names.
  package var clock: Clock?
  /// The per-frame table; nil for a rejected recording, and where nothing wants it.
  package var frames: FrameTable?
  /// The drawing of each frame for playback; nil likewise.
  package var figure: Figure?

  package init(recording: String, person: String, status: Status) {
    self.recording = recording
    self.person = person
    self.status = status
    self.error = nil
    self.metadata = Metadata()
    self.layout = ""
    self.dimensions = 0
    self.units = ""
    self.fps = 0
    self.fpsSource = ""
    self.view = nil
    self.accounts = FrameAccounts()
    self.warnings = []
    self.reps = []
    self.writtenReps = RepCounts()
    self.setFindings = []
    self.assessment = nil
    self.advice = []
    self.others = []
    self.clock = nil
    self.frames = nil
    self.figure = nil
  }
}

extension RecordingReport {
  /// The recording's rows, counted from 0 and strictly rising, and their times in seconds.
  package struct Clock: Sendable {
    package var rows: [Int32]
    package var times: [Double]

    package init(rows: [Int32], times: [Double]) {
      precondition(rows.count == times.count, "a time a row")
      self.rows = rows
      self.times = times
    }
  }
}

/// One rep as the results list it.
package struct RepReport: Sendable {
  package struct Measure: Sendable, Equatable {
    /// The field name with its unit: `knee_flexion_max_left_deg`.
    package var name: String
    /// NaN where it could not be measured.
    package var value: Double
    package var sd: Double

    package init(name: String, value: Double, sd: Double) {
      self.name = name
      self.value = value
      self.sd = sd
    }
  }

  package var index: Int
  package var complete: Bool
  package var startFrame: Int
  package var bottomFrame: Int
  package var endFrame: Int
  /// Seconds on the recording's clock.
  package var startSeconds: Double
  package var bottomSeconds: Double
  package var endSeconds: Double
  package var measures: [Measure]
  package var findings: [Finding]

  package init(
    index: Int, complete: Bool, startFrame: Int, bottomFrame: Int, endFrame: Int,
    startSeconds: Double, bottomSeconds: Double, endSeconds: Double, measures: [Measure],
    findings: [Finding]
  ) {
    self.index = index
    self.complete = complete
    self.startFrame = startFrame
    self.bottomFrame = bottomFrame
    self.endFrame = endFrame
    self.startSeconds = startSeconds
    self.bottomSeconds = bottomSeconds
    self.endSeconds = endSeconds
    self.measures = measures
    self.findings = findings
  }
}

/// A row a frame of the recording: time, angles, phase and rep.
package struct FrameTable: Sendable {
  /// The recording's rows, counted from 0: the column `frame` of the tables.
  package var rows: [Int32]
  /// The file's own frame numbers; empty where it has no such column.
  package var frameNumbers: [Int64]
  /// Seconds.
  package var times: [Double]
  package var angles: Angles
  package var phases: [Phase]
  /// The rep's index, 0 between reps.
  package var reps: [Int]

  package init(
    rows: [Int32], frameNumbers: [Int64], times: [Double], angles: Angles, phases: [Phase],
    reps: [Int]
  ) {
    self.rows = rows
    self.frameNumbers = frameNumbers
    self.times = times
    self.angles = angles
    self.phases = phases
    self.reps = reps
  }
}

package import Faults
package import Pose
package import Reports
internal import Kinematics
internal import Reps
internal import Signals

/// Recording → report: the whole analysis of one person.
package enum Pipeline {
  /// Analyses one recording. Pure and deterministic.
  package static func analyze(
    _ recording: Recording, settings: AnalysisSettings = AnalysisSettings()
  ) -> RecordingReport {
    let motion = Cleaning.clean(recording)
    var report = RecordingReport(
      recording: recording.name, person: recording.person, status: .ok)
    report.metadata = recording.metadata
    report.layout = recording.layout
    report.dimensions = recording.dimensions
    report.units = recording.units.rawValue
    report.fps = recording.fps
    report.fpsSource = recording.fpsSource.rawValue
    report.accounts = recording.accounts
    let clock = FrameClock(motion: motion, recording: recording)
    report.accounts.filled = motion.filledFrames.count {
      recording.own.contains(Int32(clock.row(Int($0))))
    }
    report.warnings = recording.warnings + motion.warnings.map(clock.told)

    let given = recording.metadata.view.flatMap(View.Kind.init(rawValue:))
    guard let body = Body(motion, given: given) else {
      report.status = .rejected
      report.error =
        "\(recording.name): hips and ankles were never seen together; a squat needs both"
      return report
    }
    let angles = Angles(body)
    let segmentation = Segmenter().segment(body, angles)
    report.view = body.view
    let athlete = recording.metadata.athlete
    let style = settings.config.style(
      of: athlete, recorded: recording.metadata.style.flatMap(Style.init(rawValue:)))
    let judgement = FaultEngine.judge(
      SetContext(body: body, angles: angles, segmentation: segmentation, style: style)
    ) { settings.config.limits(style: $0, athlete: athlete) }
    report.setFindings = judgement.setFindings
    report.assessment = segmentation.reps.contains(where: \.complete) ? judgement.assessment : nil
    report.advice = judgement.advice
    report.reps = segmentation.reps.enumerated().map { place, rep in
      RepReport(
        rep, clock, measures: judgement.measures[place], findings: judgement.repFindings[place])
    }
    report.others = segmentation.others.map {
      Segmentation.Movement(start: clock.row($0.start), end: clock.row($0.end), what: $0.what)
    }
    report.clock = RecordingReport.Clock(rows: recording.rows, times: recording.times)
    if settings.keepsFrames {
      report.frames = FrameTable(recording, motion, angles, segmentation)
      report.figure = Figure(recording)
    }
    Self.warn(&report, body, segmentation)
    if !report.warnings.isEmpty { report.status = .warned }
    return report
  }
}

extension Pipeline {
  private static func warn(
    _ report: inout RecordingReport, _ body: Body, _ segmentation: Segmentation
  ) {
    func add(_ code: WarningCode, _ message: String, frame: Int? = nil) {
      report.warnings.append(Warning(code: code, message: message, frame: frame))
    }
    if body.sidesExchanged {
      add(
        .layoutAmbiguous,
        "Sources of the layout \(report.layout) disagree about the order of sides; knees and face "
          + "show that left and right stand for each other here, so they were exchanged.")
    }
    if body.tilt > 0 {
      let degrees = Int(body.tilt.rounded())
      add(
        .cameraTilted,
        "The recording's axes stand \(degrees)° from the standing legs, so upwards was taken from "
          + "the legs.")
    }
    if body.fps < 20 {
      add(
        .lowFrameRate,
        "Under 20 frames a second, fast movement is blurred; times and speeds are coarse.")
    }
    for other in report.others where other.what != Segmentation.dip {
      add(
        .movementNotSquat, "Frames \(other.start) to \(other.end) show \(other.what).",
        frame: other.start)
    }
    if segmentation.reps.isEmpty {
      let seen = segmentation.others.map(\.what)
      let instead =
        seen.isEmpty ? "" : " What was seen instead: \(Set(seen).sorted().joined(separator: "; "))."
      add(.noRep, "No squat was found.\(instead)")
    }
  }
}

/// From a frame of a motion to the frame of the file that is nearest in time.
private struct FrameClock {
  let motion: Motion
  let recording: Recording

  /// The file's frame, counted from 0.
  func row(_ frame: Int) -> Int { Int(recording.rows[Int(motion.rowOfFrame[frame])]) }

  /// Seconds on the recording's clock.
  func seconds(_ frame: Int) -> Double { recording.times[Int(motion.rowOfFrame[frame])] }

  func told(_ warning: Warning) -> Warning {
    Warning(code: warning.code, message: warning.message, frame: warning.frame.map(row))
  }
}

extension RepReport {
  fileprivate init(
    _ rep: Rep, _ clock: FrameClock, measures: [Faults.Measure], findings: [Finding]
  ) {
    self.init(
      index: rep.index, complete: rep.complete, startFrame: clock.row(rep.start),
      bottomFrame: clock.row(rep.bottom), endFrame: clock.row(rep.end),
      startSeconds: clock.seconds(rep.start), bottomSeconds: clock.seconds(rep.bottom),
      endSeconds: clock.seconds(rep.end),
      measures: measures.map {
        Measure(name: $0.name, value: Double($0.value), sd: Double($0.sd))
      },
      findings: findings.map { finding in
        var finding = finding
        finding.frame = finding.frame.map(clock.row)
        return finding
      })
  }
}

/// What the analysis may be told.
package struct AnalysisSettings: Sendable {
  /// Limits and styles of squat that replace the rules' own.
  package var config = Config()
  /// Reports hold what is known of every frame, for pages and tables of angles.
  package var keepsFrames = true

  package init() {}
}

internal import Kernels
package import Pose

/// How tracks are cleaned.
package struct CleaningSettings: Sendable, Equatable {
  package var gaps = GapLimits()
  /// Cut-off of the low-pass in Hz; nil chooses it from the recording.
  package var cutoff: Double?
  /// A segment that is longer than its usual length by more than this ratio loses its far end.
  package var limbTolerance: Float = 0.3
  /// Points under this score are not used, on a scale of 0 to 1.
  package var leastScore: Float = 0.1

  package init() {}
}

/// Recording → Motion.
package enum Cleaning {
  /// Lays an even time line, repairs exchanged sides, removes outliers, bridges short gaps and
  /// low-passes each coordinate. What was not seen for long stays missing, and so do joints on which
  /// nothing is measured.
  ///
  /// Deterministic; O(rows × joints). A recording without rows gives a motion without frames.
  package static func clean(
    _ recording: Recording, settings: CleaningSettings = CleaningSettings()
  ) -> Motion {
    let line = TimeLine(times: recording.times, fps: recording.fps)
    var motion = Motion(count: line.count, dimensions: recording.dimensions, fps: recording.fps)
    motion.startTime = recording.times.first ?? 0
    motion.hipCentered = recording.axes.hipCentered
    motion.hasShape = recording.hasShape
    motion.sidesDisputed = recording.sidesDisputed
    motion.frameOfRow = line.frameOfRow
    motion.rowOfFrame = nearestRows(line)
    guard line.count > 0 else { return motion }
    if !line.even {
      motion.warn(
        .timeIrregular, "The time between frames varies; the frames were resampled evenly.")
    }

    var tracks = Joint.allCases.map { joint in
      recording[joint].map { resample($0, recording, line, settings) }
    }
    removeStale(&tracks, &motion)
    repairSides(&tracks, &motion)
    for joint in Joint.onlyForSides { tracks[Int(joint.rawValue)] = nil }
    removeOutliers(&tracks, &motion, settings)
    smooth(&tracks, &motion, settings)
    return motion
  }

  /// The row nearest in time to each frame of the line.
  private static func nearestRows(_ line: TimeLine) -> [Int32] {
    var rows = [Int32](repeating: 0, count: line.count)
    var row = 0
    for frame in rows.indices {
      while row + 1 < line.frameOfRow.count,
        Swift.abs(Int(line.frameOfRow[row + 1]) - frame)
          <= Swift.abs(Int(line.frameOfRow[row]) - frame)
      {
        row += 1
      }
      rows[frame] = Int32(row)
    }
    return rows
  }

  private static func resample(
    _ track: Track, _ recording: Recording, _ line: TimeLine, _ settings: CleaningSettings
  ) -> Track {
    var track = track
    if let (top, low) = Kernel.range(track.score), top > 0, top <= 1, low < settings.leastScore {
      for i in track.score.indices where track.score[i] < settings.leastScore { track.erase(i) }
    }
    guard !line.even || line.count != recording.count else { return track }
    func onLine(_ column: [Float]) -> [Float] {
      column.isEmpty ? [] : line.resample(column, times: recording.times)
    }
    return Track(
      x: onLine(track.x), y: onLine(track.y), z: onLine(track.z), score: onLine(track.score))
  }

  private static func removeStale(_ tracks: inout [Track?], _ motion: inout Motion) {
    for stale in FrozenPose.stale(tracks, count: motion.count, jump: 0.005 * extent(tracks)) {
      for index in tracks.indices where tracks[index] != nil {
        for frame in stale { tracks[index]?.erase(frame) }
      }
      motion.warn(
        .frozenPose,
        "The pose stood still to the last digit for \(stale.count + 1) frames and then jumped; "
          + "the repeated frames count as not seen.", frame: stale.lowerBound)
    }
  }

  private static func repairSides(_ tracks: inout [Track?], _ motion: inout Motion) {
    let exchanged = SideRepair.repair(
      &tracks, count: motion.count, longest: max(2, Int(motion.fps.rounded())))
    let frames = exchanged.reduce(0) { $0 + ($1 ? 1 : 0) }
    guard frames > 0 else { return }
    motion.warn(
      .sidesExchanged,
      "Left and right were exchanged in \(frames) \(frames == 1 ? "frame" : "frames"); put back.",
      frame: exchanged.firstIndex(of: true))
  }

  private static func removeOutliers(
    _ tracks: inout [Track?], _ motion: inout Motion, _ settings: CleaningSettings
  ) {
    let size = extent(tracks)
    guard size > 0 else { return }
    var erased = 0
    for index in tracks.indices {
      guard var track = tracks[index] else { continue }
      tracks[index] = nil
      erased += Outliers.hampel(&track, floor: 0.01 * size)
      tracks[index] = track
    }
    for side in Side.allCases {
      for (near, far) in [(side.hip, side.knee), (side.knee, side.ankle)] {
        guard let from = tracks[Int(near.rawValue)], var to = tracks[Int(far.rawValue)]
        else { continue }
        tracks[Int(far.rawValue)] = nil
        erased += Outliers.limbLength(
          near: from, far: &to, tolerance: settings.limbTolerance, dimensions: motion.dimensions)
        tracks[Int(far.rawValue)] = to
      }
    }
    if erased > 0 {
      motion.warn(
        .outlierRemoved,
        "\(erased) \(erased == 1 ? "point" : "points") jumped away from their neighbors and "
          + "were taken out.")
    }
  }

  /// The lifter's size in the recording's unit: the median distance from shoulder to ankle.
  private static func extent(_ tracks: [Track?]) -> Float {
    for side in Side.allCases {
      guard let top = tracks[Int(side.shoulder.rawValue)] ?? tracks[Int(side.hip.rawValue)],
        let foot = tracks[Int(side.ankle.rawValue)]
      else { continue }
      let usual = Robust.median(
        Kernel.length(
          x: Kernel.difference(top.x, foot.x), y: Kernel.difference(top.y, foot.y),
          z: Kernel.difference(top.z, foot.z)))
      if !usual.isNaN { return usual }
    }
    return 0
  }

  private static func smooth(
    _ tracks: inout [Track?], _ motion: inout Motion, _ settings: CleaningSettings
  ) {
    let cutoff = settings.cutoff ?? CutoffChoice.cutoff(squatColumns(tracks), rate: motion.fps)
    let filter = LowPass(cutoff: min(cutoff, 0.25 * motion.fps), rate: motion.fps)
    motion.cutoff = filter.cutoff
    let smoothLimit = Int(settings.gaps.smooth * motion.fps)
    let straightLimit = Int(settings.gaps.straight * motion.fps)
    var filledFrames = [Bool](repeating: false, count: motion.count)

    var batch = Batch(filter: filter)
    var hipGaps: [ClosedRange<Int>]?
    for joint in Joint.allCases {
      guard let track = tracks[Int(joint.rawValue)] else { continue }
      let missing = Gaps.runs(track.x)
      if joint.tellsHips { hipGaps = hipGaps.map { Gaps.common($0, missing) } ?? missing }
      let neverSeen = missing.first == 0...(motion.count - 1)
      let kept = missing.filter {
        $0.count > straightLimit || $0.lowerBound == 0 || $0.upperBound == motion.count - 1
      }
      if neverSeen {
        motion[joint] = track
        continue
      }
      if joint.carriesSquat {
        for run in missing where !kept.contains(run) {
          for i in run { filledFrames[i] = true }
        }
      }
      batch.add(joint, track, missing: missing, kept: kept, smooth: smoothLimit, to: &motion)
    }
    batch.flush(&motion)
    motion.hipGaps = hipGaps ?? []
    if filledFrames.contains(true) {
      motion.filledFrames = filledFrames.indices.filter { filledFrames[$0] }.map { Int32($0) }
    }
  }

  /// Heights and travel of the joints that a squat moves most, without missing values.
  private static func squatColumns(_ tracks: [Track?]) -> [[Float]] {
    let joints: [Joint] = [.leftHip, .rightHip, .leftKnee, .leftShoulder]
    var columns: [[Float]] = []
    for track in joints.compactMap({ tracks[Int($0.rawValue)] }) {
      let missing = Gaps.runs(track.x)
      if missing.first == 0...(track.x.count - 1) { continue }
      for var column in [track.x, track.y] {
        Gaps.fill(&column, runs: missing, smooth: 0)
        columns.append(column)
      }
    }
    return columns
  }

  /// Columns on their way through the filter, eight at a time.
  private struct Batch {
    let filter: LowPass
    private var columns: [[Float]] = []
    private var jobs:
      [(
        joint: Joint, axes: Int, score: [Float], missing: [ClosedRange<Int>],
        kept: [ClosedRange<Int>]
      )] = []

    init(filter: LowPass) { self.filter = filter }

    mutating func add(
      _ joint: Joint, _ track: Track, missing: [ClosedRange<Int>], kept: [ClosedRange<Int>],
      smooth: Int, to motion: inout Motion
    ) {
      let axes = track.z.isEmpty ? 2 : 3
      if columns.count + axes > 8 { flush(&motion) }
      for column in axes == 3 ? [track.x, track.y, track.z] : [track.x, track.y] {
        var filled = column
        Gaps.fill(&filled, runs: missing, smooth: smooth)
        columns.append(filled)
      }
      jobs.append((joint, axes, track.score, missing, kept))
    }

    mutating func flush(_ motion: inout Motion) {
      guard !jobs.isEmpty else { return }
      let removed = filter.apply(&columns)
      var next = 0
      for job in jobs {
        var variance: Float = 0
        for axis in 0..<job.axes {
          let sd = residual(removed[next + axis], of: columns[next + axis].count)
          variance += sd * sd
        }
        var track = Track(
          x: columns[next], y: columns[next + 1], z: job.axes == 3 ? columns[next + 2] : [],
          score: job.score)
        for run in job.kept { for i in run { track.erase(i) } }
        motion[job.joint] = track
        motion[noiseOf: job.joint] = (variance / Float(job.axes)).squareRoot()
        next += job.axes
      }
      columns.removeAll(keepingCapacity: true)
      jobs.removeAll(keepingCapacity: true)
    }

    /// The standard deviation of what the filter lets through of a column's noise, from the sum of
    /// what it took away: for normal noise the mean absolute residual is 0.7979 of its deviation.
    private func residual(_ sum: Float, of count: Int) -> Float {
      let removed = sum / Float(count) * 1.2533
      let gain = Float(filter.noiseGain)
      return removed * gain / max(0.3, (1 - gain * gain).squareRoot())
    }
  }
}

extension Motion {
  mutating func warn(_ code: WarningCode, _ message: String, frame: Int? = nil) {
    warnings.append(Warning(code: code, message: message, frame: frame))
  }
}

extension Joint {
  /// Joints that help to tell the sides from each other; a picture draws them, and no measure takes
  /// them.
  fileprivate static let onlyForSides: [Joint] = [
    .leftElbow, .rightElbow, .leftSmallToe, .rightSmallToe,
  ]

  /// The joints and markers that tell where the hips are.
  fileprivate var tellsHips: Bool {
    switch self {
    case .leftHip, .rightHip, .pelvis, .leftASIS, .rightASIS: true
    default: false
    }
  }

  /// The joints without which no squat can be judged.
  var carriesSquat: Bool {
    switch self {
    case .leftShoulder, .rightShoulder, .leftHip, .rightHip, .leftKnee, .rightKnee, .leftAnkle,
      .rightAnkle:
      true
    default: false
    }
  }
}

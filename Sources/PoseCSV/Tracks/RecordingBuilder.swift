import Kernels
import Pose

/// Makes one recording of one person's detections.
struct RecordingBuilder {
  var name: String
  var plan: TablePlan
  var layout: Layout
  var space: Space
  var table: RowTable
  var options: ReadOptions
  /// As a column of the table names them.
  var athlete: String?

  /// Seconds without a row after which a lifter may have begun another set.
  private static let longGap = 10.0

  /// One recording, or several where the identity jumps; none where no frame is left.
  /// `detections` are one person's. Throws where they are of several recordings.
  func build(_ all: Detections, person: String) throws(PoseCSVError) -> [Recording] {
    let order = FrameOrder.arrange(all)
    if let error = FrameOrder.severalRecordings(order, of: all.count) { throw error }
    guard !order.kept.isEmpty else { return [] }
    let rows = order.kept.count == all.count && order.moved == 0 ? all : all.selecting(order.kept)
    let cuts = space.axes.hipCentered ? [] : Identity.cuts(rows, steps: rows.frames)
    guard !cuts.isEmpty else {
      return [build(rows, of: all, order, used: rows.count, person: person)]
    }
    let bounds = [0] + cuts.map(\.row) + [rows.count]
    let parts = zip(bounds, bounds.dropFirst()).map { Array($0..<$1) }
    // What is shorter than half a second shows no movement.
    let long = parts.filter { $0.count >= 15 }
    let kept = long.isEmpty ? parts : long
    let used = kept.reduce(0) { $0 + $1.count }
    return kept.enumerated().map { index, part in
      let id = index == 0 ? person : "\(person)/\(index + 1)"
      var recording = build(rows.selecting(part), of: all, order, used: used, person: id)
      let cut = cuts.last { $0.row <= part[0] } ?? cuts[0]
      recording.warn(
        .trackCut, "\(cut.reason); the track is cut",
        frame: Int(rows.ordinals[part[0]]))
      return recording
    }
  }

  /// Of `all` rows of a person, `used` are in this recording or in another part of the same track.
  private func build(
    _ rows: Detections, of all: Detections, _ order: FrameOrder.Outcome, used: Int, person: String
  ) -> Recording {
    let ordinals = ascending(rows.ordinals)
    let base = TimeBase.find(
      frames: rows.frames, times: rows.times.contains(where: \.isNaN) ? [] : rows.times,
      ordinals: ordinals, plan: plan, options: options)
    var recording = Recording(
      name: name, person: person, layout: layout.id, dimensions: space.dimensions,
      count: rows.count)
    recording.units = space.units
    recording.axes = space.axes
    recording.imageSize = space.imageSize
    recording.sidesDisputed =
      layout.sidesDisputed && [.numbered, .headerless, .list].contains(plan.form)
    recording.rows = ordinals
    if let place = options.place { recording.own = place.own }
    recording.frameNumbers = rows.frames.compactMap { Int64(exactly: $0) }
    recording.times = base.times
    recording.fps = base.fps
    recording.fpsSource = base.source
    for columns in rows.columns where Kernel.missing(columns.x) < columns.x.count {
      recording[columns.joint] = Track(
        x: columns.x, y: columns.y, z: space.dimensions == 3 ? columns.z : [],
        score: columns.score)
    }
    recording.metadata = metadata()
    account(&recording, all, used: used, base)
    warn(&recording, order, base)
    return recording
  }

  /// The rows as they are if they rise strictly, else counted anew; in a stretch, brought into
  /// order, since it does not know where to count from.
  private func ascending(_ rows: [Int32]) -> [Int32] {
    let rises = zip(rows.dropFirst(), rows).allSatisfy { $0 > $1 }
    if rises { return rows }
    return options.place == nil ? Array(0..<Int32(clamping: rows.count)) : rows.sorted()
  }

  private func metadata() -> Metadata {
    var metadata = Metadata()
    metadata.athlete = options.given(\.athlete)?.value ?? athlete
    metadata.date = options.given(\.date)?.value
    metadata.set = options.given(\.set)?.value
    metadata.loadKilograms = options.given(\.loadKilograms)?.value
    metadata.style = options.given(\.style)?.value
    metadata.view = options.given(\.view)?.value
    return metadata
  }

  /// The person's rows in the file, be the track cut or not. Repeated rows, and those of parts too
  /// short to be used, are counted as rejected, so that read = used + rejected + blank holds.
  private func account(
    _ recording: inout Recording, _ all: Detections, used: Int, _ base: TimeBase
  ) {
    recording.accounts.used = used
    recording.accounts.rejected =
      table.rejectedCount + table.repeatedHeaders + all.count - used
    recording.accounts.blank = table.blank
    recording.accounts.read =
      recording.accounts.used + recording.accounts.rejected + recording.accounts.blank
    recording.accounts.lost = base.holes.reduce(0) { sum, hole in
      sum + (recording.own.contains(recording.rows[hole.row]) ? hole.frames : 0)
    }
  }

  private func warn(
    _ recording: inout Recording, _ order: FrameOrder.Outcome, _ base: TimeBase
  ) {
    recording.warnings += options.warnings
    if let first = table.rejected.first {
      let more = table.rejectedCount > 1 ? " and \(table.rejectedCount - 1) more" : ""
      recording.warn(
        .rowRejected,
        "line \(first.line): \(first.reason); this row\(more) \(more.isEmpty ? "is" : "are") "
          + "not used")
    }
    switch table.tail {
    case .whole: break
    case .cut: recording.warn(.fileMayBeCut, "the last line is cut; the file may be cut short")
    case .short:
      recording.warn(
        .fileMayBeCut,
        "the last line has no line end and its last field is shorter than in other lines; the "
          + "file may be cut short")
    }
    if table.repeatedHeaders > 0 {
      recording.warn(.repeatedHeader, "the header stands again among the rows; it was passed over")
    }
    if table.hasInvalidText {
      recording.warn(.invalidText, "text that is not UTF-8 is shown with U+FFFD in its place")
    }
    if order.moved > 0 {
      recording.warn(.framesOutOfOrder, "rows are out of order; they were sorted")
    }
    if order.duplicates > 0 {
      recording.warn(
        .framesDuplicated,
        "\(counted(order.duplicates, "row")) of a frame that was read before; dropped")
    }
    if order.backward > 0 {
      let line = order.firstBackward.map { " (row \($0 + 1))" } ?? ""
      recording.warn(
        .timeBackwards, "the time goes back in \(counted(order.backward, "row"))\(line); not used")
    }
    if order.rejected > 0 {
      recording.warn(
        .rowRejected, "\(counted(order.rejected, "row")) without a frame number or a time; not used"
      )
    }
    if base.omitted > 0 {
      let isLong = base.holes.contains { Double($0.frames) > Self.longGap * base.fps }
      recording.warn(
        .framesOmitted,
        "\(counted(base.omitted, "frame")) left out in the file: a gap in time"
          + (isLong ? "; if another set begins behind it, \(FrameOrder.splitting)" : ""),
        frame: base.holes.first.map { Int(recording.rows[$0.row]) })
    }
    recording.warnings += base.warnings
    recording.warnings += space.warnings
    warnOfPoints(&recording)
  }

  private func warnOfPoints(_ recording: inout Recording) {
    let tracks = recording.joints.compactMap { recording[$0] }
    let missing = tracks.reduce(0) { $0 + Kernel.missing($1.x) }
    if missing > 0 {
      recording.warn(.missingPoints, "\(counted(missing, "point")) missing in the file")
    }
    let top = tracks.compactMap { Kernel.range($0.score)?.top }.max() ?? 0
    if top > 1, top != 2, top != 3 {
      recording.warn(.scoreAboveOne, "scores go up to \(top), beyond 1")
    }
    if recording.units == .normalized, let size = recording.imageSize {
      let outside = tracks.reduce(0) { sum, track in
        sum
          + Kernel.outside(
            x: track.x, y: track.y, width: Float(size.width), height: Float(size.height))
      }
      if outside > 0 {
        recording.warn(.outsideImage, "\(counted(outside, "point")) outside the frame; used")
      }
    }
  }
}

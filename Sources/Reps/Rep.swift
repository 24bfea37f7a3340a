/// One squat: down and up again.
///
/// Frames are those of the motion's even time line. `start` is the first frame at which the hips
/// are more than 2 % of the rep's drop below their standing height, `end` the first frame back
/// within 2 %.
package struct Rep: Sendable, Equatable {
  /// From 1, over the complete and the cut reps of the recording.
  package var index: Int
  /// Start, bottom and end are in the recording, and the drop is at least 15 % of the leg.
  package var complete: Bool
  package var start: Int
  /// First and last frame of the pause in the hole; equal to `bottom` without one.
  package var bottomStart: Int
  /// The deepest frame; the middle of a pause.
  package var bottom: Int
  package var bottomEnd: Int
  package var end: Int
  /// Standing height minus the lowest height of the hips, over the leg's length.
  package var drop: Float
  /// What is missing to the standing height when the rep is over, over the leg's length; never
  /// negative.
  package var topDeficit: Float
  /// The share by which the picture of the lifter may be smaller when the rep is over than where the
  /// standing height was seen; negative for larger.
  package var topScale: Float
  /// The recording ends before the hips come to rest, so that they may have risen further.
  package var endsMoving: Bool

  package init(
    index: Int, complete: Bool, start: Int, bottomStart: Int, bottom: Int, bottomEnd: Int, end: Int,
    drop: Float, topDeficit: Float = 0, topScale: Float = 0, endsMoving: Bool = false
  ) {
    self.index = index
    self.complete = complete
    self.start = start
    self.bottomStart = bottomStart
    self.bottom = bottom
    self.bottomEnd = bottomEnd
    self.end = end
    self.drop = drop
    self.topDeficit = topDeficit
    self.topScale = topScale
    self.endsMoving = endsMoving
  }
}

/// What the lifter is doing in a frame.
package enum Phase: String, Sendable, CaseIterable {
  case rest, descent, bottom, ascent
}

/// All that was found of reps in a recording.
package struct Segmentation: Sendable {
  package var reps: [Rep]
  /// Frames in which the lifter stands still and upright: where baselines are taken.
  package var standing: [Bool]
  /// The drop of the hips below standing height over the leg's length, frame by frame; + down.
  package var depth: [Float]
  /// Downward movements that are no squats, and why, for the page: as phrases.
  package var others: [Movement]

  /// What a movement too small for a squat is called.
  package static let dip = "a small dip of the hips"

  package struct Movement: Sendable, Equatable {
    package var start: Int
    package var end: Int
    /// What was seen instead, as a phrase: `a hip hinge: …`.
    package var what: String

    package init(start: Int, end: Int, what: String) {
      self.start = start
      self.end = end
      self.what = what
    }
  }

  package init(reps: [Rep], standing: [Bool], depth: [Float], others: [Movement]) {
    self.reps = reps
    self.standing = standing
    self.depth = depth
    self.others = others
  }
}

extension Rep {
  /// The same rep with each of its frames in another count, such as that of a file's rows.
  package func moved(_ place: (Int) -> Int) -> Rep {
    var rep = self
    rep.start = place(start)
    rep.bottomStart = place(bottomStart)
    rep.bottom = place(bottom)
    rep.bottomEnd = place(bottomEnd)
    rep.end = place(end)
    return rep
  }

  /// What the lifter does in a frame of this rep.
  package func phase(_ frame: Int) -> Phase {
    if frame < start || frame > end { return .rest }
    if frame < bottomStart { return .descent }
    return frame > bottomEnd ? .ascent : .bottom
  }
}

import Pose

/// Brings one person's detections into the order of their frames, each frame once.
enum FrameOrder {
  /// What was done.
  struct Outcome {
    var kept: [Int]
    var rejected = 0
    var duplicates = 0
    /// Of the duplicates, those whose pose lies elsewhere.
    var conflicts = 0
    var moved = 0
    var backward = 0
    /// The first row whose time goes back.
    var firstBackward: Int?
  }

  /// Says that rows which had to be left out are too many for a mishap, one in twenty: the table
  /// holds several recordings, of which all but one would be lost. Nil where they are not.
  static func severalRecordings(_ outcome: Outcome, of count: Int) -> PoseCSVError? {
    if 20 * outcome.conflicts > count { return beginningAgain(rows: outcome.conflicts) }
    guard 20 * outcome.backward > count else { return nil }
    return PoseCSVError(
      .time,
      "the time begins again (\(counted(outcome.backward, "row"))): the table seems to hold several "
        + "recordings; \(splitting)")
  }

  /// The error for so many rows with a frame number that was read before.
  static func beginningAgain(rows: Int) -> PoseCSVError {
    PoseCSVError(
      .time,
      "frame numbers begin again (\(counted(rows, "row"))): the table seems to hold several "
        + "recordings; \(splitting)")
  }

  static let splitting =
    "give each a file of its own, or a column 'video' that names them"

  /// Rows without a frame number in a file that has them are rejected; rows out of order are
  /// sorted; of several rows of a frame (or of an instant, with the same pose) the first stays.
  /// What then still goes back in time is rejected, as few rows as possible.
  static func arrange(_ detections: Detections) -> Outcome {
    var outcome = Outcome(kept: Array(0..<detections.count))
    if !detections.frames.isEmpty { arrangeByFrame(detections, &outcome) }
    if !detections.times.isEmpty { arrangeByTime(detections, &outcome) }
    return outcome
  }

  private static func arrangeByFrame(_ detections: Detections, _ outcome: inout Outcome) {
    let frames = detections.frames
    outcome.kept.removeAll { frames[$0].isNaN }
    outcome.rejected = detections.count - outcome.kept.count
    let descents = zip(outcome.kept, outcome.kept.dropFirst()).count { frames[$0] > frames[$1] }
    if descents > 0 {
      outcome.moved = descents
      outcome.kept.sort { (frames[$0], $0) < (frames[$1], $1) }
    }
    var last: Int?
    var others: [(row: Int, kept: Int)] = []
    outcome.kept = outcome.kept.filter { row in
      if let last, frames[last] == frames[row] {
        outcome.duplicates += 1
        others.append((row, last))
        return false
      }
      last = row
      return true
    }
    guard 20 * others.count > detections.count, let height = BodySize.height(detections) else {
      return
    }
    outcome.conflicts = others.count {
      detections.isElsewhere($0.row, than: $0.kept, by: 0.05 * height)
    }
  }

  private static func arrangeByTime(_ detections: Detections, _ outcome: inout Outcome) {
    let times = detections.times
    let timed = outcome.kept.filter { !times[$0].isNaN }
    // A column that is mostly empty tells nothing; a few holes cost their rows.
    guard 2 * timed.count > outcome.kept.count else { return }
    let untimed = outcome.kept.count - timed.count
    outcome.rejected += untimed
    outcome.kept = timed
    let descents = zip(timed, timed.dropFirst()).count { times[$0] > times[$1] }
    if detections.frames.isEmpty {
      if 10 * descents > timed.count {
        outcome.moved += descents
        outcome.kept.sort { (times[$0], $0) < (times[$1], $1) }
      }
      dropRepeats(detections, &outcome)
    }
    guard descents > 0, outcome.moved == 0 || !detections.frames.isEmpty else { return }
    let rising = longestRising(outcome.kept.map { times[$0] })
    outcome.backward = outcome.kept.count - rising.count
    let kept = Set(rising)
    outcome.firstBackward = outcome.kept.indices.first { !kept.contains($0) }
      .map { outcome.kept[$0] }
    outcome.kept = rising.map { outcome.kept[$0] }
    dropMoments(detections, &outcome)
  }

  /// Drops rows of a frame that the row before is of as well, which taking rows out may have
  /// brought together.
  private static func dropMoments(_ detections: Detections, _ outcome: inout Outcome) {
    var last: Int32?
    outcome.kept = outcome.kept.filter { row in
      defer { last = detections.ordinals[row] }
      if last == detections.ordinals[row] { outcome.duplicates += 1 }
      return last != detections.ordinals[row]
    }
  }

  /// Drops rows that repeat the time and the pose of the row before.
  private static func dropRepeats(_ detections: Detections, _ outcome: inout Outcome) {
    var last: Int?
    outcome.kept = outcome.kept.filter { row in
      if let last, detections.times[last] == detections.times[row], detections.isSame(last, row) {
        outcome.duplicates += 1
        return false
      }
      last = row
      return true
    }
  }

  /// The positions of a longest run of values that never falls, by patience sorting. O(n log n).
  static func longestRising(_ values: [Double]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for i in values.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] <= values[i] { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[i] = tails[low - 1] }
      if low == tails.count { tails.append(i) } else { tails[low] = i }
    }
    var run: [Int] = []
    var next = tails.last ?? -1
    while next >= 0 {
      run.append(next)
      next = previous[next]
    }
    return run.reversed()
  }
}

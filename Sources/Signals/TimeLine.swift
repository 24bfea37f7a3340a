/// An even time line laid under a recording's rows.
///
/// An estimator that left frames out leaves gaps here, not shorter time. Rows whose times are no
/// multiples of one step (variable frame rate) are interpolated onto the line.
package struct TimeLine: Sendable, Equatable {
  /// Frames of the line.
  package var count: Int
  /// Frames a second.
  package var fps: Double
  /// The frame nearest to each row.
  package var frameOfRow: [Int32]
  /// Every row sits on a frame: values are copied, not interpolated.
  package var even: Bool
  /// Longest pause, in seconds, that is kept as it is; a longer one is shortened to this.
  private static let longestPause = 5.0
  /// A row may sit this far from its frame, in frames, on an even line.
  private static let jitter = 0.25

  /// Lays the line for times in seconds, strictly increasing; an empty list gives an empty line.
  ///
  /// The line's length is bounded by the rows and their pauses, so no time column can make it
  /// grow without limit. O(n).
  package init(times: [Double], fps: Double) {
    precondition(fps > 0 && fps.isFinite, "a frame rate above zero")
    self.fps = fps
    frameOfRow = []
    frameOfRow.reserveCapacity(times.count)
    guard let first = times.first else {
      count = 0
      even = true
      return
    }
    var steps = [Double]()
    steps.reserveCapacity(times.count)
    var offGrid = 0
    var previous = first
    for time in times.dropFirst() {
      let step = min(time - previous, Self.longestPause) * fps
      steps.append(step)
      if Swift.abs(step - max(1, step.rounded())) > Self.jitter { offGrid += 1 }
      previous = time
    }
    even = offGrid * 20 <= steps.count
    frameOfRow.append(0)
    if even {
      var frame = 0
      for step in steps {
        frame += max(1, Int(step.rounded()))
        frameOfRow.append(Int32(clamping: frame))
      }
      count = frame + 1
    } else {
      var position = 0.0
      for step in steps {
        position += step
        frameOfRow.append(Int32(clamping: Int(position.rounded())))
      }
      count = Int(position.rounded()) + 1
    }
  }

  /// The values of a column on the line; NaN on frames that no row reaches.
  ///
  /// `times` are those the line was laid for. Interpolated linearly on an uneven line, between
  /// rows at most `longestGap` seconds apart.
  package func resample(_ column: [Float], times: [Double], longestGap: Double = 0.2) -> [Float] {
    var values = [Float](repeating: .nan, count: count)
    guard !even else {
      for (row, value) in column.enumerated() { values[Int(frameOfRow[row])] = value }
      return values
    }
    for (row, value) in column.enumerated() { values[Int(frameOfRow[row])] = value }
    // Positions are summed up as in `init`, where long pauses are shortened.
    var position = 0.0
    for next in column.indices.dropFirst() {
      let step = min(times[next] - times[next - 1], Self.longestPause) * fps
      let end = position + step
      let first = Int(position.rounded(.up))
      let last = min(count - 1, Int(end.rounded(.down)))
      let a = column[next - 1]
      let b = column[next]
      if step <= longestGap * fps + 1, first <= last, a.isFinite, b.isFinite {
        for frame in first...last {
          values[frame] = a + (b - a) * Float((Double(frame) - position) / step)
        }
      }
      position = end
    }
    return values
  }
}

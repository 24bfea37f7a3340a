internal import Pose

/// What a page draws and plays: the figure and the curves of a recording in whole numbers.
///
/// It is all that the page of a recording needs beside its line in the results, so that pages can
/// be written again from the two.
package struct Playback: Sendable, Equatable {
  /// A longer recording is thinned to about so many frames; those that findings and reps speak of
  /// are kept.
  package static let mostFrames = 5_000

  /// A value that is missing.
  static let missing = Int16.min

  /// One curve and its standard deviation, in the steps of its name.
  struct Line: Sendable, Equatable {
    var name: CurveName
    var values: [Int16]
    var deviations: [Int16]
  }

  /// Frames of the recording.
  var frames: Int
  /// The recording's rows that were kept, ascending.
  var rows: [Int32]
  /// Milliseconds on the recording's clock, a value a kept row.
  var times: [Int32]
  /// The file's own frame numbers, where it has other ones than the rows; else empty.
  var numbers: [Int32]
  /// Which way the lifter is seen: 2 as filmed, x right and y up; 3 forward, up and to the left.
  var dimensions: Int
  var joints: [Joint]
  var bones: [[Int]]
  /// `columns[joint * dimensions + axis]`, in two-thousandths of the standing height from the
  /// point between the ankles.
  var columns: [[Int16]]
  /// Those with a value.
  var lines: [Line]
  /// Which points the spine's curves come from, in words.
  var spineSource: String?
  /// The course of the set: see `Sparkline`.
  package var sparkline: [UInt8]

  subscript(name: CurveName) -> Line? { lines.first { $0.name == name } }

  /// Frames were left out.
  var isThinned: Bool { rows.count < frames }

  /// The position of the row, or of the kept one nearest to it; nil without rows. O(log n).
  func position(ofRow row: Int) -> Int? {
    guard let last = rows.indices.last else { return nil }
    var low = 0
    var high = last
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    guard low > 0, Int(rows[low]) - row > row - Int(rows[low - 1]) else { return low }
    return low - 1
  }

  /// The time of a row in seconds.
  func seconds(ofRow row: Int) -> Double? { position(ofRow: row).map { Double(times[$0]) / 1000 } }

  /// A joint's coordinate; nil where it was not seen.
  func coordinate(_ joint: Int, _ axis: Int, at position: Int) -> Double? {
    let value = columns[joint * dimensions + axis][position]
    return value == Self.missing ? nil : Double(value)
  }
}

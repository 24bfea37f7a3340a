package import Faults
internal import Kinematics

extension RepReport {
  /// A complete rep in which no mistake was found; what could not be judged does not count.
  package var isGood: Bool { complete && findings.count(.present) == 0 }

  package func finding(_ fault: FaultID) -> Finding? { findings.first { $0.fault == fault } }

  /// The same, looked for first at a place in the list: reps list their findings in one order.
  func finding(_ fault: FaultID, near place: Int) -> Finding? {
    guard findings.indices.contains(place), findings[place].fault == fault else {
      return finding(fault)
    }
    return findings[place]
  }
}

extension RecordingReport {
  /// The time of a row on the recording's clock, in seconds; nil where the row is not in it.
  package func seconds(ofFrame frame: Int) -> Double? {
    guard let clock, let position = clock.rows.position(ofRow: frame) else { return nil }
    return clock.times[position]
  }

  /// What the picture shows is left and right rather than forward and back.
  var isFilmedFrontal: Bool { view.map { $0.kind == .front || $0.kind == .oblique } ?? false }

  /// The mistakes that the reps were judged on, in the order of their findings.
  var faults: [FaultID] { reps.first { $0.complete }?.findings.map(\.fault) ?? [] }

  /// The same without what takes a place for every frame.
  package var withoutFrames: RecordingReport {
    var report = self
    report.clock = nil
    report.frames = nil
    report.figure = nil
    return report
  }

  /// All reps in numbers.
  package var counts: RepCounts {
    var counts = writtenReps
    for rep in reps { counts.add(rep) }
    return counts
  }

  package var completeReps: Int { counts.complete }
  package var goodReps: Int { counts.good }
}

/// Reps in numbers.
package struct RepCounts: Sendable, Equatable {
  package var all = 0
  package var complete = 0
  package var good = 0
  /// Mistakes that are present in them.
  package var present = 0

  package init() {}

  package mutating func add(_ rep: RepReport) {
    all += 1
    complete += rep.complete ? 1 : 0
    good += rep.isGood ? 1 : 0
    present += rep.findings.count(.present)
  }
}

extension FrameTable {
  /// Where the table has the recording's row; nil where it does not. O(log n).
  package func position(ofRow row: Int) -> Int? { rows.position(ofRow: row) }
}

extension [Int32] {
  /// Where strictly rising rows have this one; nil where they do not. O(log n).
  fileprivate func position(ofRow row: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low < count && Int(self[low]) == row ? low : nil
  }
}

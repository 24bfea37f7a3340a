internal import Faults
internal import Pose
internal import Reps

/// The warnings of many stretches, one of a kind: the first, and in how many stretches there is the
/// like of it.
struct WarningTally {
  private var codes: [WarningCode] = []
  private var firsts: [WarningCode: (warning: Warning, rows: Range<Int>, stretches: Int)] = [:]
  private var stretches = 0

  mutating func add(_ warnings: [Warning], ofRows rows: Range<Int>) {
    stretches += 1
    var seen: Set<WarningCode> = []
    for warning in warnings where seen.insert(warning.code).inserted {
      if firsts[warning.code] == nil {
        codes.append(warning.code)
        firsts[warning.code] = (warning, rows, 0)
      }
      firsts[warning.code]?.stretches += 1
    }
  }

  /// In the order in which they came first. That a stretch shows no squat, or another movement, is
  /// said of the whole.
  func summed(hasReps: Bool, others: [Segmentation.Movement]) -> [Warning] {
    var summed: [Warning] = []
    for code in codes {
      guard let first = firsts[code], code != .noRep || !hasReps else { continue }
      if code == .movementNotSquat, others.allSatisfy({ $0.what == Segmentation.dip }) { continue }
      var warning = first.warning
      if code != .noRep, stretches > 1 {
        warning.message = Wording.sentence(
          "Frames \(first.rows.lowerBound) to \(first.rows.upperBound - 1): \(warning.message)")
        if first.stretches > 1 {
          let more = first.stretches - 1
          warning.message += " The like in \(more) more \(more == 1 ? "stretch" : "stretches")."
        }
      }
      summed.append(warning)
    }
    return summed
  }
}

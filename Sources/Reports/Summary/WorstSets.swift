package import Faults

/// The sets of a run that the terminal tells of: those with the most to do, and how many there are.
///
/// Memory is that of the sets told of, however many are added.
package struct WorstSets: Sendable {
  /// Sets that could be used.
  package private(set) var used = 0
  /// The gravest mistake found in any of them.
  package private(set) var gravest: Severity?
  private var kept: [SetSummary] = []
  private let most: Int

  /// `most` is how many sets are told of; nil tells of all.
  package init(most: Int? = SummaryText.mostRows) { self.most = most ?? .max }

  package mutating func add(_ summary: SetSummary) {
    guard summary.status != .rejected else { return }
    used += 1
    for case (_, let cell) in summary.present {
      gravest = [gravest, cell.severity].compactMap(\.self).max()
    }
    kept.append(summary)
    // Sorted seldom, so that a set costs O(log most).
    if kept.count / 2 >= most { kept = worstFirst }
  }

  /// The most to do first; sets alike stay in the order in which they were added.
  var worstFirst: [SetSummary] { Array(kept.worstFirst.prefix(most)) }
}

package import Faults

/// How well the program's judgements of one mistake agree with a coach's.
package struct FaultAgreement: Sendable {
  package var fault: FaultID
  /// Labels with a result.
  package var labels: Int
  package var labeledPresent: Int
  /// Over what could be observed. A borderline judgement fails nobody, so it counts as not said.
  package var table: ConfusionTable
  package var borderline: Int
  package var notObservable: Int
  package var precision: Interval?
  package var recall: Interval?
  package var f1: Interval?
  package var kappa: Interval?

  /// `pairs` are those of this mistake.
  init(_ fault: FaultID, _ pairs: [Pair], _ bootstrap: Bootstrap) {
    self.fault = fault
    labels = pairs.count
    labeledPresent = pairs.count(where: \.isPresent)
    borderline = pairs.count { $0.finding.status == .borderline }
    let seen = pairs.filter { $0.finding.status != .notObservable }
    notObservable = pairs.count - seen.count
    let tables = Dictionary(grouping: seen, by: \.recording).sorted { $0.key < $1.key }.map {
      $0.value.reduce(into: ConfusionTable()) { table, pair in
        table.add(said: pair.finding.status == .present, labeled: pair.isPresent)
      }
    }
    table = tables.reduce(into: ConfusionTable()) { $0 += $1 }
    let intervals = bootstrap.intervals(tables, of: [\.precision, \.recall, \.f1, \.kappa])
    (precision, recall, f1, kappa) = (intervals[0], intervals[1], intervals[2], intervals[3])
  }
}

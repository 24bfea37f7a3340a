import Faults
import Reports

/// An evaluation as a table for people.
package enum EvaluationText {
  package static func render(_ evaluation: Evaluation) -> [UInt8] {
    let parts = [
      head(evaluation), agreement(evaluation), limits(evaluation), unused(evaluation),
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: "\n").utf8)
  }

  private static func head(_ evaluation: Evaluation) -> String {
    """
    \(evaluation.matched) of \(evaluation.labels) labels have a result, in \
    \(evaluation.recordings) recordings.
    In brackets: 95 % intervals from \(evaluation.bootstrap.resamples) resamples of whole \
    recordings; one without width says that
    no recording disagreed, not that none would. What is borderline counts as not said to be present
    (in FN or TN); what cannot be observed is in none of TP, FP, FN and TN.

    """
  }

  private static func agreement(_ evaluation: Evaluation) -> String {
    guard !evaluation.faults.isEmpty else { return "" }
    let header = [
      "MISTAKE", "N", "PRESENT", "TP", "FP", "FN", "TN", "PRECISION", "RECALL", "F1", "KAPPA",
      "BORDERLINE", "NOT OBSERVABLE",
    ]
    let rows = evaluation.faults.map { fault in
      let table = fault.table
      let counts = [
        fault.labels, fault.labeledPresent, table.truePositives, table.falsePositives,
        table.falseNegatives, table.trueNegatives,
      ]
      return [fault.fault.rawValue] + counts.map { "\($0)" } + [
        Shown.quantity(table.precision, fault.precision),
        Shown.quantity(table.recall, fault.recall), Shown.quantity(table.f1, fault.f1),
        Shown.quantity(table.kappa, fault.kappa), "\(fault.borderline)", "\(fault.notObservable)",
      ]
    }
    return Shown.columns([header] + rows, leading: 1)
  }

  private static func limits(_ evaluation: Evaluation) -> String {
    guard !evaluation.reviews.isEmpty else { return "" }
    let rows = evaluation.reviews.map { review in [review.fault.rawValue, sentence(review)] }
    return "Limits that would agree better (by measured values; not applied):\n"
      + Shown.columns(rows.map { ["  " + $0[0], $0[1]] }, leading: 2)
  }

  private static func sentence(_ review: LimitReview) -> String {
    switch review.outcome {
    case .kept(let why): return why
    case .better(let limit):
      let old = Shown.number(limit.old, decimals: 4, keeping: 0)
      let new = Shown.number(limit.new, decimals: 4, keeping: 0)
      let unit = limit.unit == .ratio ? "" : " \(limit.unit.rawValue)"
      let leftOut =
        limit.kappaLeftOut.map {
          "; \(Shown.number($0, decimals: 2)) on recordings it was not chosen on"
        } ?? "; from one recording only"
      return "'\(limit.name)': \(old) → \(new)\(unit), kappa "
        + "\(Shown.number(limit.kappaBefore, decimals: 2)) → "
        + "\(Shown.quantity(limit.kappaAfter, limit.interval))\(leftOut)."
    }
  }

  private static func unused(_ evaluation: Evaluation) -> String {
    var text = "Rows of labels without a result: \(evaluation.unmatched.count)\n"
    for row in evaluation.unmatched {
      text += "  line \(row.line): \(Terminal.visible(row.reason))\n"
    }
    text += "Results without a label: \(evaluation.unlabeled.count)\n"
    for name in evaluation.unlabeled { text += "  \(Terminal.visible(name))\n" }
    return text
  }
}

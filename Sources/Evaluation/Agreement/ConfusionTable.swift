/// How often the program and a coach say that a mistake is there.
package struct ConfusionTable: Sendable, Equatable {
  /// Both say so.
  package var truePositives = 0
  /// Only the program.
  package var falsePositives = 0
  /// Only the coach.
  package var falseNegatives = 0
  /// Neither.
  package var trueNegatives = 0

  package init() {}

  package init(tp: Int, fp: Int, fn: Int, tn: Int) {
    (truePositives, falsePositives, falseNegatives, trueNegatives) = (tp, fp, fn, tn)
  }

  /// Adds one judgement, `times` over.
  package mutating func add(said: Bool, labeled: Bool, times: Int = 1) {
    switch (said, labeled) {
    case (true, true): truePositives += times
    case (true, false): falsePositives += times
    case (false, true): falseNegatives += times
    case (false, false): trueNegatives += times
    }
  }

  package static func += (a: inout ConfusionTable, b: ConfusionTable) {
    a.truePositives += b.truePositives
    a.falsePositives += b.falsePositives
    a.falseNegatives += b.falseNegatives
    a.trueNegatives += b.trueNegatives
  }

  package var count: Int { truePositives + falsePositives + falseNegatives + trueNegatives }

  /// The share of the program's findings that the coach confirms; nil without findings.
  package var precision: Double? { Self.ratio(truePositives, truePositives + falsePositives) }

  /// The share of the coach's mistakes that the program finds; nil without mistakes.
  package var recall: Double? { Self.ratio(truePositives, truePositives + falseNegatives) }

  /// The harmonic mean of precision and recall; nil where neither says the mistake is there.
  package var f1: Double? {
    Self.ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// Agreement beyond chance, (pₒ − pₑ) / (1 − pₑ) (Cohen 1960, Educ Psychol Meas 20:37): 1 is
  /// full agreement, 0 what chance gives. Nil where both always give the same single answer.
  package var kappa: Double? {
    let n = Double(count)
    let said = Double(truePositives + falsePositives)
    let labeled = Double(truePositives + falseNegatives)
    let agreed = Double(truePositives + trueNegatives) * n
    let expected = said * labeled + (n - said) * (n - labeled)
    return n * n == expected ? nil : (agreed - expected) / (n * n - expected)
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

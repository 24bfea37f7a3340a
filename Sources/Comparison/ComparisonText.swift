internal import Faults
internal import Reports

/// A comparison in words for a coach.
package enum ComparisonText {
  /// Mistakes first, worse ones before better ones, then measures that changed beyond their error.
  package static func render(
    _ comparison: Comparison, of athlete: String?, width: Int = 80
  ) -> String {
    let (first, second) = (comparison.first, comparison.second)
    var lines = Terminal.wrapped(
      "\(athlete.map { Terminal.visible($0) + ": " } ?? "")\(side(first)), then \(side(second))",
      width: width)
    for (verdict, word) in [
      (Comparison.Verdict.worse, "worse"), (.better, "better"), (.same, "same"),
    ] {
      for change in comparison.faults where change.verdict == verdict {
        lines += entry(word, sentence(change), width: width)
      }
    }
    let shifted = comparison.measures.filter(\.difference.counts)
    if !shifted.isEmpty { lines += ["", "Measures that changed by more than their error:"] }
    for change in shifted {
      lines += entry(
        change.difference.value > 0 ? "higher" : "lower", sentence(change), width: width)
    }
    let open = comparison.faults.filter { $0.verdict == .notComparable }
    if !open.isEmpty {
      let titles = open.map { $0.fault.title.lowercased() }.joined(separator: "; ")
      lines += [""] + Terminal.wrapped("Cannot be compared: \(titles).", width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rule by which a change counts, for the end of the text.
  package static let rule = """
    A change counts when it is more than 1.96 times the error of the difference, the smallest \
    change that can be told from chance (Weir 2005). A mistake that every rep is clear of, both \
    times, is the same. Estimates from video; pain is not judged.
    """

  private static func side(_ group: Group) -> String {
    "\(Terminal.visible(group.name)) (\(group.goodReps) of \(Quantity.count(group.completeReps)) good)"
  }

  private static func sentence(_ change: Comparison.FaultChange) -> String {
    let (a, b) = (change.first, change.second)
    var text = "\(change.fault.title): "
    text += "\(a.present) of \(Quantity.count(a.judged)), then \(b.present) of \(b.judged)"
    if let x = a.estimate, let y = b.estimate {
      text += change.quantity.isEmpty ? "; " : "; \(change.quantity) "
      text += "\(Quantity.text(x, change.unit)), then \(Quantity.text(y, change.unit))"
    }
    return text
  }

  private static func sentence(_ change: Comparison.MeasureChange) -> String {
    let unit = Quantity.unit(ofMeasure: change.name)
    return "\(Quantity.words(change.name)): \(Quantity.text(change.first, unit)), "
      + "then \(Quantity.text(change.second, unit))"
  }

  private static func entry(_ word: String, _ text: String, width: Int) -> [String] {
    let lines = Terminal.wrapped(text, width: max(width - 8, 20))
    return lines.enumerated().map { place, line in
      (place == 0 ? word + String(repeating: " ", count: 8 - word.count) : "        ") + line
    }
  }
}

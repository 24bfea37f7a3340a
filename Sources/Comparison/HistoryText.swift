internal import Faults
internal import Reports

/// An athlete's history in words for a coach.
package enum HistoryText {
  /// A line a date: sets, good reps, the mistakes that the sets show; then the key measures.
  package static func render(_ history: History, width: Int = 80) -> String {
    let name = history.athlete.map { Terminal.visible($0) } ?? "Sets without an athlete"
    var lines = [name]
    let labels = history.days.map { Terminal.visible($0.date ?? "no date") }
    let indent = 2 + (labels.map { Terminal.width($0) }.max() ?? 0) + 2
    for (label, day) in zip(labels, history.days) {
      let group = day.group
      var text = "\(group.goodReps) of \(Quantity.count(group.completeReps)) good"
      let mistakes = group.mistakes.prefix(4).map {
        "\($0.fault.title.lowercased()) (\($0.present) of \($0.judged))"
      }
      text +=
        mistakes.isEmpty
        ? "; nothing stood out in what could be seen" : "; \(mistakes.joined(separator: ", "))"
      lines += entry(label, text, indent: indent, width: width)
    }
    for (name, title) in History.keyMeasures {
      let unit = Quantity.unit(ofMeasure: name)
      let values = history.days.map {
        $0.group.measures[name].map { Quantity.text($0, unit) } ?? "–"
      }
      if values.allSatisfy({ $0 == "–" }) { continue }
      lines += Terminal.wrapped(
        "\(title): \(values.joined(separator: ", "))", width: max(width - 2, 20)
      ).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ label: String, _ text: String, indent: Int, width: Int) -> [String] {
    Terminal.wrapped(text, width: max(width - indent, 20)).enumerated().map { place, line in
      let start = place == 0 ? "  " + label : ""
      return start + String(repeating: " ", count: max(1, indent - Terminal.width(start))) + line
    }
  }
}

package import Faults

/// The rules in words, for a terminal.
package enum ExplainText {
  /// All mistakes: name and title.
  package static var all: String {
    let width = FaultID.allCases.map(\.rawValue.utf8.count).max() ?? 0
    return FaultRegistry.all.map { rule in
      let name = rule.id.rawValue
      return name + String(repeating: " ", count: width - name.utf8.count + 2)
        + rule.documentation.title + "\n"
    }.joined()
  }

  /// Everything about one mistake.
  package static func one(_ fault: FaultID) -> String {
    let words = fault.words
    var lines = ["\(words.title) (\(fault.rawValue))", words.technicalTitle, ""]
    lines += field("Measures", words.measures)
    lines += field("Formula", words.formula)
    lines += field("Seen from", words.view)
    lines += field("Needs", words.keypoints)
    for limits in words.limits {
      let side = limits.direction == .above ? "over" : "under"
      let values = zip(["mild", "moderate", "severe"], limits.values).map { name, value in
        "\(name) \(side) \(Shown.quantity(Double(value), limits.unit.rawValue))"
      }
      lines += field("Limits", "\(limits.title): \(values.joined(separator: ", "))")
    }
    lines += field("Source", words.source)
    lines += field("Sure", words.confidence)
    lines += field("Beware", words.failureModes)
    lines += field("Cue", words.cue)
    lines += field("Exercises", words.exercises.joined(separator: "; "))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A name and its text, wrapped beside it.
  private static func field(_ name: String, _ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let indent = String(repeating: " ", count: 11)
    var lines: [String] = []
    var line = name + String(repeating: " ", count: max(1, 11 - name.count))
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh, line.count + 1 + word.count > 80 {
        lines.append(line)
        line = indent
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return lines + [line]
  }
}

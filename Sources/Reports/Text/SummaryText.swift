internal import Faults

/// What a run says on the terminal: a table of sets, the worst first, and the totals.
package struct SummaryText: Sendable {
  /// Sets beyond this number are left to the report.
  package static let mostRows = 40

  /// Columns that names and advice want at least to stand beside each other.
  private static let leastName = 16
  private static let leastAdvice = 28

  package let text: String

  /// `width` is the terminal's, in columns. What became of the rows where that is wanted.
  package init(
    _ sets: WorstSets, accounts: RunAccounts, usesColor: Bool, width: Int = 80,
    isVerbose: Bool = false
  ) {
    let paint = Paint(isOn: usesColor)
    let shown = sets.worstFirst
    var lines: [String] = []
    if !shown.isEmpty {
      let head = Row(name: "RECORDING", good: "GOOD REPS", advice: "WORK ON FIRST", paint: { $0 })
      lines += [""] + Self.lay([head] + shown.map { Self.row($0, paint) }, width: width)
      if sets.used > shown.count {
        lines.append("and \(sets.used - shown.count) more in the report")
      }
    }
    lines += ["", Self.totals(accounts, paint)]
    if isVerbose {
      lines.append(
        "Rows: \(accounts.rowsRead) read, \(accounts.rowsUsed) used, \(accounts.rowsRejected) "
          + "rejected, \(accounts.rowsBlank) blank. Files: \(accounts.files) in, "
          + "\(accounts.reused) as they were, \(accounts.passedOver) passed over.")
    }
    text = lines.joined(separator: "\n")
  }

  private struct Row {
    var name: String
    var good: String
    var advice: String
    /// Colors a line of the advice.
    var paint: (String) -> String
  }

  private static func row(_ summary: SetSummary, _ paint: Paint) -> Row {
    let name = Terminal.visible(summary.recording)
    let person = summary.person == "0" ? "" : " (person \(Terminal.visible(summary.person)))"
    let good =
      summary.completeReps == 0 ? "no rep" : "\(summary.goodReps) of \(summary.completeReps)"
    let present = summary.advice.map { advice in
      let share = Shown.share(advice.reps, of: summary.completeReps)
      return "\(advice.title.lowercased()) (\(share))"
    }
    let row = Row(name: name + person, good: good, advice: "", paint: paint.orange)
    if !present.isEmpty {
      return Row(
        name: row.name, good: good, advice: present.joined(separator: ", "), paint: paint.orange)
    }
    if summary.completeReps == 0 { return row }
    return Row(
      name: row.name, good: good, advice: "nothing stood out in what could be seen",
      paint: paint.blue)
  }

  /// Three columns, the last one wrapped; on a narrow terminal the advice stands below the name.
  private static func lay(_ rows: [Row], width: Int) -> [String] {
    let good = rows.map { Terminal.width($0.good) }.max() ?? 0
    let longest = rows.map { Terminal.width($0.name) }.max() ?? 0
    let room = width - good - 4
    let isBeside = room >= leastName + leastAdvice
    let name = min(longest, isBeside ? room - leastAdvice : max(leastName, width - good - 2))
    return rows.enumerated().flatMap { place, row -> [String] in
      let start =
        Terminal.padded(Terminal.shortened(row.name, width: name), width: name) + "  "
        + Terminal.padded(row.good, width: isBeside ? good : 0)
      if row.advice.isEmpty { return [start.trimmed] }
      let indent = String(repeating: " ", count: isBeside ? name + good + 4 : 2)
      let lines = Terminal.wrapped(row.advice, width: max(width - indent.count, 8))
        .map { row.paint($0) }
      if !isBeside {
        // A head for what stands below would only take up room.
        return place == 0 ? [start.trimmed] : [start.trimmed] + lines.map { indent + $0 }
      }
      return [start + "  " + lines[0]] + lines.dropFirst().map { indent + $0 }
    }
  }

  private static func totals(_ accounts: RunAccounts, _ paint: Paint) -> String {
    var text = "\(accounts.goodReps) good of \(count(accounts.completeReps, "rep"))"
    text += " in \(count(accounts.recordings, "recording"))."
    if accounts.unusable > 0 {
      text += " " + paint.orange("\(count(accounts.unusable, "file")) could not be used.")
    }
    return paint.bold(text) + " Estimates from video; pain is not judged."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Color by escape sequences, or none. Blue and orange, which nearly everyone can tell apart.
struct Paint: Sendable {
  var isOn: Bool

  func orange(_ text: String) -> String { wrap(text, "38;5;208") }
  func blue(_ text: String) -> String { wrap(text, "38;5;33") }
  func bold(_ text: String) -> String { wrap(text, "1") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension [SetSummary] {
  /// Those of files that could be used.
  var used: [SetSummary] { filter { $0.status != .rejected } }

  /// The most to do first; sets alike stay in their order.
  package var worstFirst: [SetSummary] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element.weight, b.element.weight)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}

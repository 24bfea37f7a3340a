internal import Faults

/// What a run says on the terminal: a table of sets, the worst first, and the totals.
package struct SummaryText: Sendable {
  /// Sets beyond this number are left to the report.
  static let mostRows = 40

  private static let longestName = 48

  package let text: String

  package init(_ summaries: [SetSummary], accounts: RunAccounts, usesColor: Bool) {
    let paint = Paint(isOn: usesColor)
    let used = summaries.filter { $0.status != .rejected }
    let shown = used.worstFirst.prefix(Self.mostRows)
    var lines: [String] = []
    if !shown.isEmpty {
      let rows = shown.map { Self.row($0, paint) }
      lines += [""] + Self.align([["RECORDING", "GOOD REPS", "WORK ON FIRST"]] + rows)
      if used.count > shown.count {
        lines.append("and \(used.count - shown.count) more in the report")
      }
    }
    lines += ["", Self.totals(accounts, paint)]
    text = lines.joined(separator: "\n")
  }

  private static func row(_ summary: SetSummary, _ paint: Paint) -> [String] {
    let name = Terminal.visible(summary.recording)
    let person = summary.person == "0" ? "" : " (person \(Terminal.visible(summary.person)))"
    let good =
      summary.completeReps == 0 ? "no rep" : "\(summary.goodReps) of \(summary.completeReps)"
    return [shortened(name) + person, good, advice(summary, paint)]
  }

  /// A long name without its middle, so that the table keeps to a screen.
  private static func shortened(_ name: String) -> String {
    name.count <= longestName
      ? name : "\(name.prefix(longestName / 2))…\(name.suffix(longestName / 2 - 1))"
  }

  private static func advice(_ summary: SetSummary, _ paint: Paint) -> String {
    let present = summary.advice.map { advice in
      "\(advice.title.lowercased()) (\(advice.reps) of \(summary.completeReps))"
    }
    if !present.isEmpty { return paint.orange(present.joined(separator: ", ")) }
    if summary.completeReps == 0 { return "" }
    return paint.blue("nothing stood out in what could be seen")
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

  /// Columns as wide as their widest cell; the last one is not padded.
  private static func align(_ rows: [[String]]) -> [String] {
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let first = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let second = row[1] + String(repeating: " ", count: widths[1] - row[1].count)
      return "\(first)  \(second)  \(row[2])"
    }
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
  /// The most to do first; sets alike stay in their order.
  package var worstFirst: [SetSummary] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element.weight, b.element.weight)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}

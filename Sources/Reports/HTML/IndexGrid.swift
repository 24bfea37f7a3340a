internal import Faults
internal import Pose

/// The table of all sets against all mistakes.
enum IndexGrid {
  /// A row a set, in the order given. Mistakes that no set could be judged on have no column.
  static func draw(_ summaries: [SetSummary]) -> Markup {
    let faults = FaultID.allCases.filter { fault in
      summaries.contains { $0.cells[fault].map { $0.status != .notObservable } ?? false }
    }
    let places = Dictionary(
      uniqueKeysWithValues: summaries.indices.sorted { a, b in
        summaries[a].recording.utf8.lexicographicallyPrecedes(summaries[b].recording.utf8)
      }.enumerated().map { ($1, $0) })
    var html = MarkupWriter()
    html.tag(
      "<table class=\"grid\" id=\"sets\"><thead><tr><th class=\"set\" scope=\"col\">Set</th>")
    html.tag("<th scope=\"col\">Knee bend</th><th scope=\"col\">Good reps</th>")
    for fault in faults {
      html.tag("<th scope=\"col\" class=\"fault\"><span>")
      html.text(fault.title)
      html.tag("</span></th>")
    }
    html.tag("</tr></thead><tbody>\n")
    for (index, summary) in summaries.enumerated() {
      row(summary, faults, place: places[index] ?? index, &html)
    }
    html.tag("</tbody></table>")
    return html.markup
  }

  private static func row(
    _ summary: SetSummary, _ faults: [FaultID], place: Int, _ html: inout MarkupWriter
  ) {
    html.tag("<tr data-place=\"")
    html.number(place)
    html.tag("\" data-weight=\"")
    html.number(summary.weight)
    html.tag("\" data-good=\"")
    html.number(summary.completeReps == 0 ? 0 : 100 * summary.goodReps / summary.completeReps)
    html.tag("\" data-text=\"")
    html.text("\(summary.recording) \(summary.metadata.athlete ?? "")".lowercased())
    html.tag("\"><th class=\"set\" scope=\"row\">")
    name(summary, &html)
    html.tag("</th><td>")
    html.markup(SparklineDrawing.draw(summary.sparkline))
    html.tag("</td><td class=\"num\">")
    if summary.completeReps == 0 {
      html.tag("<span class=\"soft\">no rep</span>")
    } else {
      html.text("\(summary.goodReps) of \(summary.completeReps)")
    }
    html.tag("</td>")
    for fault in faults { cell(summary, fault, &html) }
    html.tag("</tr>\n")
  }

  private static func name(_ summary: SetSummary, _ html: inout MarkupWriter) {
    let title = summary.metadata.athlete ?? summary.recording
    if let page = summary.page {
      html.tag("<a href=\"")
      html.text(page)
      html.tag("\"><bdi>")
      html.text(Terminal.visible(title))
      html.tag("</bdi></a>")
    } else {
      html.tag("<bdi>")
      html.text(Terminal.visible(title))
      html.tag("</bdi>")
    }
    let more = [
      summary.metadata.athlete == nil ? nil : summary.recording,
      summary.metadata.date, summary.metadata.set.map { "set \($0)" },
      summary.metadata.loadKilograms.map { Shown.number($0, decimals: 0) + " kg" },
      summary.person == "0" ? nil : "person \(summary.person)",
    ].compactMap { $0 }
    guard !more.isEmpty else { return }
    html.tag("<br><span class=\"soft small\"><bdi>")
    html.text(Terminal.visible(more.joined(separator: " · ")))
    html.tag("</bdi></span>")
  }

  private static func cell(
    _ summary: SetSummary, _ fault: FaultID, _ html: inout MarkupWriter
  ) {
    html.tag("<td class=\"cell\">")
    defer { html.tag("</td>") }
    guard let cell = summary.cells[fault] else { return }
    let isLinked = cell.status == .present || cell.status == .borderline
    html.tag(isLinked && summary.page != nil ? "<a class=\"" : "<span class=\"")
    html.text(
      cell.status == .present ? (cell.severity ?? .mild).rawValue : Shown.kind(cell.status))
    if isLinked, let page = summary.page {
      html.tag("\" href=\"")
      html.text("\(page)#f-\(cell.reps.first ?? 1)-\(fault.rawValue)")
    }
    html.tag("\" title=\"")
    html.text("\(fault.title): \(cell.reason)")
    html.tag("\"><b>")
    html.text(Shown.symbol(cell.status, cell.severity))
    html.tag("</b>")
    html.text(Shown.word(cell.status, cell.severity))
    if cell.status == .present, !cell.reps.isEmpty {
      html.tag("<br>")
      html.text("\(cell.reps.count) of \(summary.completeReps)")
    }
    html.tag(isLinked && summary.page != nil ? "</a>" : "</span>")
  }
}

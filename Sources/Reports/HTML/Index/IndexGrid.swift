internal import Faults
internal import Pose

/// The table of all sets against all mistakes.
struct IndexGrid {
  private let summaries: [SetSummary]
  /// Those that some set could be judged on.
  private let faults: [FaultID]

  /// A row a set, in the order given. Mistakes that no set could be judged on have no column.
  init(_ summaries: [SetSummary]) {
    self.summaries = summaries
    faults = FaultID.allCases.filter { fault in
      summaries.contains { $0[fault].map { $0.status != .notObservable } ?? false }
    }
  }

  func draw(_ html: inout MarkupWriter) {
    tools(&html)
    let places = Dictionary(
      uniqueKeysWithValues: summaries.indices.sorted { a, b in
        summaries[a].recording.utf8.lexicographicallyPrecedes(summaries[b].recording.utf8)
      }.enumerated().map { ($1, $0) })
    html.tag("<div class=\"scroll\">\n<table class=\"grid\" id=\"sets\"><thead><tr>")
    html.tag("<th class=\"set\" scope=\"col\">Set</th><th scope=\"col\">Knee bend</th>")
    html.tag("<th scope=\"col\">Good reps</th>")
    for fault in faults {
      html.tag("<th scope=\"col\" class=\"fault\"><span>")
      html.text(fault.title)
      html.tag("</span></th>")
    }
    html.tag("</tr></thead><tbody>\n")
    for (index, summary) in summaries.enumerated() {
      row(summary, place: places[index] ?? index, &html)
    }
    html.tag("</tbody></table>\n</div>\n")
    html.tag("<ul class=\"legend small\">\n<li class=\"absent\">✓ fine</li>\n")
    html.tag("<li class=\"present\">▲ mild</li>\n<li class=\"present\">▲▲ moderate</li>\n")
    html.tag("<li class=\"present\">▲▲▲ severe</li>\n")
    html.tag("<li class=\"borderline\">≈ close: the limit lies within the error</li>\n")
    html.tag("<li class=\"unseen\">– not seen: this recording cannot show it</li>\n</ul>\n")
  }

  private func tools(_ html: inout MarkupWriter) {
    html.tag("<div class=\"tools\" id=\"tools\" hidden>\n<input type=\"search\" id=\"find\" ")
    html.tag("placeholder=\"Find a set or athlete\" aria-label=\"Find a set or athlete\">\n")
    html.tag("<label class=\"small\">Order <select id=\"order\"><option value=\"worst\">most to ")
    html.tag("work on</option><option value=\"good\">fewest good reps</option>")
    html.tag("<option value=\"name\">name</option><option value=\"date\">latest first</option>")
    html.tag("</select></label>\n<label class=\"small\">Showing <select id=\"fault\">")
    html.tag("<option value=\"\">any mistake</option>")
    for fault in faults {
      html.tag("<option value=\"")
      html.text(fault.rawValue)
      html.tag("\">")
      html.text(fault.title)
      html.tag("</option>")
    }
    html.tag(
      "</select></label>\n<label class=\"small\"><input type=\"checkbox\" id=\"only\"> only ")
    html.tag("with something to work on</label>\n")
    html.tag("<span class=\"soft small\" id=\"shown\" role=\"status\"></span>\n</div>\n")
  }

  private func row(_ summary: SetSummary, place: Int, _ html: inout MarkupWriter) {
    html.tag("<tr data-place=\"")
    html.number(place)
    html.tag("\" data-weight=\"")
    html.number(summary.weight)
    html.tag("\" data-good=\"")
    html.number(summary.completeReps == 0 ? 0 : 100 * summary.goodReps / summary.completeReps)
    html.tag("\" data-date=\"")
    html.text(summary.metadata.date ?? "")
    html.tag("\" data-faults=\"")
    for item in summary.present {
      html.text(item.fault.rawValue)
      html.tag(" ")
    }
    html.tag("\"><th class=\"set\" scope=\"row\">")
    name(summary, &html)
    html.tag("</th><td>")
    SparklineDrawing.draw(summary.sparkline, &html)
    html.tag("</td><td class=\"num\">")
    if summary.completeReps == 0 {
      html.tag("<span class=\"soft\">no rep</span>")
    } else {
      html.number(summary.goodReps)
      html.tag(" of ")
      html.number(summary.completeReps)
    }
    html.tag("</td>")
    for fault in faults { cell(summary, fault, &html) }
    html.tag("</tr>\n")
  }

  private func name(_ summary: SetSummary, _ html: inout MarkupWriter) {
    let title = Terminal.visible(summary.metadata.athlete ?? summary.recording)
    if let page = summary.page {
      html.tag("<a href=\"")
      html.text(page)
      html.tag("\"><bdi>")
      html.text(title)
      html.tag("</bdi></a>")
    } else {
      html.tag("<bdi>")
      html.text(title)
      html.tag("</bdi>")
    }
    html.tag("<br><span class=\"soft small\"><bdi>")
    html.text(SetWords.details(summary))
    html.tag("</bdi></span>")
  }

  private func cell(_ summary: SetSummary, _ fault: FaultID, _ html: inout MarkupWriter) {
    guard let cell = summary[fault] else { return html.tag("<td></td>") }
    switch cell.status {
    case .absent: html.tag("<td class=\"absent\"><b>✓</b>fine</td>")
    case .notObservable: html.tag("<td class=\"unseen\"><b>–</b>not seen</td>")
    case .present, .borderline:
      html.tag("<td class=\"")
      html.text(
        cell.status == .present ? (cell.severity ?? .mild).rawValue : Shown.kind(cell.status))
      html.tag("\">")
      if let page = summary.page {
        html.tag("<a href=\"")
        html.text(page)
        html.tag("#f-")
        html.number(Int(cell.first))
        html.tag("-")
        html.text(fault.rawValue)
        html.tag("\">")
      }
      html.tag("<b>")
      html.text(Shown.symbol(cell.status, cell.severity))
      html.tag("</b>")
      html.text(Shown.word(cell.status, cell.severity))
      if cell.status == .present, cell.reps > 0 {
        html.tag("<br>")
        html.number(Int(cell.reps))
        html.tag(" of ")
        html.number(summary.completeReps)
      }
      html.tag(summary.page == nil ? "</td>" : "</a></td>")
    }
  }
}

/// What a set is called beside its athlete.
enum SetWords {
  /// File, date, set, load and person, as far as they are known.
  static func details(_ summary: SetSummary) -> String {
    let more = [
      summary.metadata.athlete == nil && summary.page == nil ? nil : summary.recording,
      summary.metadata.date, summary.metadata.set.map { "set \($0)" },
      summary.metadata.loadKilograms.map(Shown.kilograms),
      summary.person == "0" ? nil : "person \(summary.person)",
    ].compactMap { $0 }
    return Terminal.visible(more.joined(separator: " · "))
  }
}

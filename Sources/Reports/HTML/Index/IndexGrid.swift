internal import Faults
internal import Pose

/// The table of all sets against all mistakes.
struct IndexGrid {
  /// Sets beyond this number come from a script file as they are looked for, so that the page stays
  /// light; without scripts they are a plain list.
  static let mostRows = 100

  private let summaries: [SetSummary]
  /// Those that some set could be judged on, with what most sets show first.
  private let faults: [FaultID]

  /// A row a set, in the order given. Mistakes that no set could be judged on have no column.
  init(_ summaries: [SetSummary]) {
    self.summaries = summaries
    let judged = FaultID.allCases.filter { fault in
      summaries.contains { $0[fault].map { $0.status != .notObservable } ?? false }
    }
    let counts = judged.map { fault in summaries.count { $0[fault]?.status == .present } }
    faults = zip(judged, counts).enumerated().sorted { a, b in
      let (x, y) = (a.element.1, b.element.1)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element.0)
  }

  func draw(_ html: inout MarkupWriter) {
    tools(&html)
    let places = places
    html.openTable(
      "All sets against all mistakes", frame: "scroll tall",
      attributes: " class=\"grid\" id=\"sets\"")
    html.tag("<thead><tr><th class=\"set\" scope=\"col\">Set</th><th scope=\"col\">Knee bend</th>")
    html.tag("<th scope=\"col\">Good reps</th>")
    for fault in faults {
      html.tag("<th scope=\"col\" class=\"fault\"><span>")
      html.text(fault.title)
      html.tag("</span></th>")
    }
    html.tag("</tr></thead><tbody>\n")
    for (summary, place) in zip(summaries, places).prefix(Self.mostRows) {
      row(summary, place: place, &html)
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n<button id=\"more\" hidden>Show more sets</button>\n")
    rest(&html)
    html.tag("<ul class=\"legend small\">\n<li class=\"absent\">✓ fine</li>\n")
    html.tag("<li class=\"present\">▲ mild</li>\n<li class=\"present\">▲▲ moderate</li>\n")
    html.tag("<li class=\"present\">▲▲▲ severe</li>\n")
    html.tag("<li class=\"borderline\">≈ close: the error leaves open on which side of the ")
    html.tag("limit</li>\n")
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

  /// Where each set stands in the order of their names.
  private var places: [Int] {
    let byName = summaries.indices.sorted { a, b in
      summaries[a].recording.utf8.lexicographicallyPrecedes(summaries[b].recording.utf8)
    }
    var places = [Int](repeating: 0, count: summaries.count)
    for (place, index) in byName.enumerated() { places[index] = place }
    return places
  }

  /// The sets that have no row, in a few words each.
  private func rest(_ html: inout MarkupWriter) {
    let rest = summaries.dropFirst(Self.mostRows)
    guard !rest.isEmpty else { return }
    html.tag("<div id=\"rest\">\n<h3>")
    html.text(Shown.count(rest.count, "more set"))
    html.tag(", with less to work on</h3>\n<ul class=\"small\">\n")
    for summary in rest {
      html.tag("<li>")
      link(summary, &html)
      html.tag(" ")
      html.text(SetWords.details(summary))
      html.tag(": ")
      html.number(summary.goodReps)
      html.tag(" of ")
      html.number(summary.completeReps)
      html.tag("</li>\n")
    }
    html.tag("</ul>\n</div>\n")
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

  private func link(_ summary: SetSummary, _ html: inout MarkupWriter) {
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
  }

  private func name(_ summary: SetSummary, _ html: inout MarkupWriter) {
    link(summary, &html)
    html.tag("<br><span class=\"soft\"><bdi>")
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

extension IndexGrid {
  /// The rows of all sets for the page's script; nil when the page has them all.
  var script: [UInt8]? {
    guard summaries.count > Self.mostRows else { return nil }
    var json = JSONWriter()
    json.object { json in
      json.array("faults", faults) { json, fault in json.element(fault.rawValue) }
      json.array("sets", zip(summaries, places)) { json, set in
        json.object { json in Self.write(set.0, place: set.1, faults, to: &json) }
      }
    }
    return Array("formcheckSets(".utf8) + json.bytes + Array(");\n".utf8)
  }

  private static func write(
    _ summary: SetSummary, place: Int, _ faults: [FaultID], to json: inout JSONWriter
  ) {
    json.field("title", Terminal.visible(summary.metadata.athlete ?? summary.recording))
    json.field("page", summary.page)
    json.field("details", SetWords.details(summary))
    json.field("date", summary.metadata.date ?? "")
    json.field("place", place)
    json.field("weight", summary.weight)
    json.field("good", summary.goodReps)
    json.field("reps", summary.completeReps)
    json.field("spark", Base64.text(summary.sparkline))
    json.field("cells", faults.map { word(summary[$0]) }.joined(separator: " "))
  }

  /// A cell in few letters: its kind, then reps and first rep.
  private static func word(_ cell: SetSummary.Cell?) -> String {
    guard let cell else { return "-" }
    switch (cell.status, cell.severity) {
    case (.absent, _): return "a"
    case (.notObservable, _): return "u"
    case (.borderline, _): return "b.0.\(cell.first)"
    case (.present, .severe): return "s.\(cell.reps).\(cell.first)"
    case (.present, .moderate): return "o.\(cell.reps).\(cell.first)"
    case (.present, _): return "m.\(cell.reps).\(cell.first)"
    }
  }
}

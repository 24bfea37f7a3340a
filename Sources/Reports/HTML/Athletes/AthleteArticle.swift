internal import Faults
internal import Pose

/// One athlete over all sets of the run: what fits on one A4 page.
struct AthleteArticle {
  /// Sets beyond this number, the earliest, are left out on paper.
  static let mostPrinted = 8

  let athlete: Athlete
  /// The path from the page to the output folder: "" or "../".
  let root: String

  func draw(_ html: inout MarkupWriter) {
    html.tag("<article class=\"athlete\">\n<header>\n<h1><bdi>")
    html.text(Terminal.visible(athlete.name))
    html.tag("</bdi></h1>\n<p class=\"soft\">")
    html.text(subtitle)
    html.tag("</p>\n</header>\n")
    work(&html)
    html.tag("<section>\n<h2>Over the sets</h2>\n<div class=\"trends\">\n")
    for chart in TrendChart.all { chart.draw(athlete.sets, &html) }
    html.tag("</div>\n<p class=\"small soft\">A point a set, in order of date: the median of its ")
    html.tag("complete reps, with the error of one rep, one standard deviation to each side; ")
    html.tag("dashed, the limit. ")
    html.tag("Differences smaller than about three of them may be measurement.</p>\n</section>\n")
    sets(&html)
    html.tag(
      "<p class=\"small soft paper\">Estimates from keypoints in video, each with its error; ")
    html.tag("pain is not judged. Stop and see a clinician when you have pain, numbness or ")
    html.tag("weakness.</p>\n</article>\n")
  }

  private var subtitle: String {
    let dates = athlete.sets.compactMap(\.metadata.date)
    var parts = [
      Shown.count(athlete.sets.count, "set"),
      "\(athlete.goodReps) of \(Shown.count(athlete.completeReps, "rep")) with nothing to work on",
    ]
    if let first = dates.first, let last = dates.last {
      parts.append(first == last ? first : "\(first) to \(last)")
    }
    return Terminal.visible(parts.joined(separator: " · "))
  }

  private func work(_ html: inout MarkupWriter) {
    html.tag("<section>\n<h2>What to work on first</h2>\n")
    let work = athlete.work
    if work.isEmpty { html.tag("<p>Nothing stood out in what these recordings can show.</p>\n") }
    if !work.isEmpty { html.tag("<div class=\"cards first\">\n") }
    for item in work {
      AdviceCard.draw(
        item.fault, item.severity,
        when: "in \(item.sets) of \(Shown.count(athlete.sets.count, "set"))", &html)
    }
    if !work.isEmpty { html.tag("</div>\n") }
    html.tag("</section>\n")
  }

  private func sets(_ html: inout MarkupWriter) {
    html.tag("<section>\n<h2>Sets</h2>\n")
    html.openTable("Sets of \(Terminal.visible(athlete.name))")
    html.tag("<thead><tr>")
    html.tag("<th scope=\"col\">Set</th><th scope=\"col\">Knee bend</th>")
    html.tag(
      "<th scope=\"col\" class=\"num\">Good reps</th><th scope=\"col\">Found</th></tr></thead>")
    html.tag("<tbody>\n")
    for (place, set) in athlete.sets.reversed().enumerated() {
      html.tag(place < Self.mostPrinted ? "<tr>" : "<tr class=\"screen\">")
      html.tag("<th scope=\"row\">")
      if let page = set.page {
        html.tag("<a href=\"")
        html.text(root + page)
        html.tag("\"><bdi>")
      } else {
        html.tag("<bdi>")
      }
      html.text(Terminal.visible(set.metadata.date ?? set.recording))
      html.tag(set.page == nil ? "</bdi>" : "</bdi></a>")
      html.tag("<br><span class=\"soft small\"><bdi>")
      html.text(details(set))
      html.tag("</bdi></span></th><td>")
      SparklineDrawing.draw(set.sparkline, &html)
      html.tag("</td><td class=\"num\">")
      html.number(set.goodReps)
      html.tag(" of ")
      html.number(set.completeReps)
      html.tag("</td><td class=\"small\">")
      found(set, &html)
      html.tag("</td></tr>\n")
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n")
    if athlete.sets.count > Self.mostPrinted {
      html.tag("<p class=\"small soft paper\">and ")
      html.text(Shown.count(athlete.sets.count - Self.mostPrinted, "earlier set"))
      html.tag("</p>\n")
    }
    html.tag("</section>\n")
  }

  private func details(_ set: SetSummary) -> String {
    let more = [
      set.metadata.date == nil ? nil : set.recording, set.metadata.set.map { "set \($0)" },
      set.metadata.loadKilograms.map(Shown.kilograms),
    ]
    return Terminal.visible(more.compactMap { $0 }.joined(separator: " · "))
  }

  private func found(_ set: SetSummary, _ html: inout MarkupWriter) {
    let present = set.present
    if present.isEmpty {
      html.tag(
        set.completeReps == 0
          ? "<span class=\"soft\">no complete rep</span>"
          : "<span class=\"absent\">✓ nothing stood out</span>")
    }
    for (place, item) in present.enumerated() {
      if place > 0 { html.tag(", ") }
      html.tag("<span class=\"present\">")
      html.text(Shown.symbol(.present, item.cell.severity))
      html.tag("</span> ")
      html.text(place == 0 ? item.fault.title : item.fault.title.lowercased())
      html.tag(" <span class=\"soft\">")
      html.text(Shown.share(Int(item.cell.reps), of: set.completeReps))
      html.tag("</span>")
    }
  }
}

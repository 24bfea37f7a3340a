internal import Faults

/// The index's list of athletes, each with a page of their own.
enum AthletesSection {
  static func draw(_ athletes: [Athlete], _ html: inout MarkupWriter) {
    guard !athletes.isEmpty else { return }
    html.tag(
      "<section>\n<h2 id=\"athletes\">Athletes</h2>\n<p class=\"small soft\">A page each, made ")
    html.tag("to be printed; <a href=\"athletes.html\">all of them in one file</a>.</p>\n")
    html.openTable("Athletes")
    html.tag("<thead><tr><th scope=\"col\">Athlete</th>")
    html.tag(
      "<th scope=\"col\" class=\"num\">Sets</th><th scope=\"col\" class=\"num\">Good reps</th>")
    html.tag("<th scope=\"col\">Work on first</th></tr></thead><tbody>\n")
    for athlete in athletes {
      html.tag("<tr><th scope=\"row\"><a href=\"")
      html.text(Athlete.page(athlete.name))
      html.tag("\"><bdi>")
      html.text(Terminal.visible(athlete.name))
      html.tag("</bdi></a></th><td class=\"num\">")
      html.number(athlete.sets.count)
      html.tag("</td><td class=\"num\">")
      html.number(athlete.goodReps)
      html.tag(" of ")
      html.number(athlete.completeReps)
      html.tag("</td><td>")
      let work = athlete.work
      if work.isEmpty { html.tag("<span class=\"absent\">✓ nothing stood out</span>") }
      for (place, item) in work.enumerated() {
        if place > 0 { html.tag(" · ") }
        html.tag("<span class=\"present\">")
        html.text(Shown.symbol(.present, item.severity))
        html.tag("</span> ")
        html.text(item.fault.title)
      }
      html.tag("</td></tr>\n")
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n</section>\n")
  }
}

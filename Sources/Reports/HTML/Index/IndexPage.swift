internal import Faults

/// The page that a coach opens first: every set against every mistake.
struct IndexPage {
  let summaries: [SetSummary]
  let judged: Judged
  let run: Pages.Run

  func draw(_ html: inout MarkupWriter) {
    let used = summaries.used.worstFirst
    let athletes = Athlete.all(used)
    header(used, &html)
    html.tag("<main id=\"main\">\n")
    if !used.isEmpty {
      html.tag("<section>\n<h2>Sets, the most to work on first</h2>\n")
      IndexGrid(used).draw(&html)
      html.tag("</section>\n")
    }
    AthletesSection.draw(athletes, &html)
    let unseen = judged.unseen
    if !used.isEmpty, !unseen.groups.isEmpty {
      html.tag("<section>\n<h2>What no recording here can show, and what would</h2>\n")
      unseen.draw(&html)
      html.tag("</section>\n")
    }
    unusable(&html)
    html.tag("<section>\n<h2>Settings and limits used</h2>\n<dl class=\"facts small\">\n")
    for setting in run.settings {
      html.tag("<div><dt>")
      html.text(setting.name)
      html.tag("</dt><dd>")
      html.text(setting.value)
      html.tag("</dd></div>\n")
    }
    html.tag("</dl>\n")
    LimitsTable.draw(&html)
    html.tag("</section>\n</main>\n")
  }

  private func header(_ used: [SetSummary], _ html: inout MarkupWriter) {
    let accounts = run.accounts
    html.tag("<header>\n<p class=\"soft small\">Squat form, estimated from keypoints</p>\n<h1>")
    html.text(heading(used))
    html.tag("</h1>\n<dl class=\"facts\">\n")
    for (label, value) in [
      ("Recordings", accounts.recordings), ("Reps", accounts.completeReps),
      ("Good reps", accounts.goodReps), ("Files not usable", accounts.unusable),
    ] {
      html.tag("<div><dt>")
      html.text(label)
      html.tag("</dt><dd class=\"big num\">")
      html.number(value)
      html.tag("</dd></div>\n")
    }
    html.tag("</dl>\n</header>\n")
  }

  private func heading(_ used: [SetSummary]) -> String {
    if used.isEmpty { return "Nothing could be analyzed" }
    if run.accounts.completeReps == 0 { return "No complete squat was found" }
    let share = "\(run.accounts.goodReps) of \(Shown.count(run.accounts.completeReps, "rep"))"
    return "\(share) with nothing to work on"
  }

  private func unusable(_ html: inout MarkupWriter) {
    let unusable = summaries.filter { $0.status == .rejected }
    guard !unusable.isEmpty else { return }
    html.tag(
      "<section>\n<h2 id=\"unusable\">Files that could not be used</h2>\n")
    html.openTable("Files that could not be used")
    html.tag("<thead><tr><th scope=\"col\">File</th><th scope=\"col\">Why</th></tr></thead>")
    html.tag("<tbody>\n")
    for summary in unusable {
      html.tag("<tr><th scope=\"row\"><bdi>")
      html.text(Terminal.visible(summary.recording))
      html.tag("</bdi></th><td class=\"why\">")
      html.text(Terminal.visible(summary.error ?? ""))
      html.tag("</td></tr>\n")
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n</section>\n")
  }
}

/// The moving stick figure. Its markup is hidden until the page's script takes it over: without
/// the script there is nothing to play.
enum Player {
  static func draw(
    _ report: RecordingReport, _ playback: Playback, _ html: inout MarkupWriter
  ) {
    html.tag("<div class=\"player\" id=\"player\" hidden data-reps=\"")
    for rep in report.reps {
      html.number(rep.startFrame)
      html.tag(" ")
      html.number(rep.bottomFrame)
      html.tag(" ")
      html.number(rep.endFrame)
      html.tag(" ")
    }
    html.tag("\" data-best=\"")
    html.number(BestRep.index(report) ?? 0)
    html.tag("\" data-front=\"")
    html.number(report.isFilmedFrontal ? 1 : 0)
    html.tag("\">\n<canvas id=\"stage\" width=\"720\" height=\"720\" role=\"img\" tabindex=\"0\" ")
    html.tag("aria-label=\"The lifter, frame by frame\"></canvas>\n")
    html.tag("<p class=\"now num\" id=\"now\" aria-live=\"off\"></p>\n")
    html.tag("<input type=\"range\" id=\"scrub\" min=\"0\" value=\"0\" aria-label=\"Frame\">\n")
    html.tag("<div class=\"buttons\">\n")
    html.tag("<button id=\"back\" aria-label=\"One frame back\">◀</button>\n")
    html.tag("<button id=\"play\">Play</button>\n")
    html.tag("<button id=\"next\" aria-label=\"One frame on\">▶</button>\n")
    html.tag("<select id=\"speed\" aria-label=\"Speed\"><option value=\"0.25\">¼ speed</option>")
    html.tag(
      "<option value=\"0.5\">½ speed</option><option value=\"1\" selected>full speed</option>")
    html.tag("<option value=\"2\">2 × speed</option></select>\n</div>\n")
    if playback.dimensions == 3 {
      html.tag("<label class=\"small turn\">Turn <input type=\"range\" id=\"turn\" min=\"-180\" ")
      html.tag("max=\"180\" value=\"0\" step=\"5\"></label>\n")
      html.tag("<div class=\"buttons\"><button id=\"from-side\">From the side</button>\n")
      html.tag("<button id=\"from-front\">From the front</button></div>\n")
    }
    html.tag(
      "<label class=\"small\" id=\"ghost-label\" hidden><input type=\"checkbox\" id=\"ghost\" ")
    html.tag("checked> the best rep behind, in blue</label>\n")
    html.tag(
      "<p class=\"small soft hint\">Arrow keys move a frame, with Shift ten; the space bar plays. ")
    html.tag("Point at a curve, or at a finding’s frame, to see it here.")
    if playback.isThinned {
      html.tag(" This recording is long: ")
      html.number(playback.rows.count)
      html.tag(" of its ")
      html.number(playback.frames)
      html.tag(" frames are shown.")
    }
    html.tag("</p>\n</div>\n")
  }
}

internal import Faults

/// The limits that were used, and where each rule comes from.
enum LimitsTable {
  static func draw(_ html: inout MarkupWriter) {
    html.tag("<details><summary>The limits of every mistake, with their sources</summary>")
    html.tag("<p class=\"small soft\">Where a setting above names a limit, it stands in place of ")
    html.tag("the one here.</p>")
    html.openTable("Limits")
    html.tag("<thead><tr><th scope=\"col\">Mistake</th>")
    html.tag("<th scope=\"col\">Measured</th><th scope=\"col\" class=\"num\">Mild</th>")
    html.tag("<th scope=\"col\" class=\"num\">Moderate</th>")
    html.tag("<th scope=\"col\" class=\"num\">Severe</th><th scope=\"col\">Seen from</th>")
    html.tag("<th scope=\"col\">Source</th></tr></thead><tbody>\n")
    for rule in FaultRegistry.all { rows(rule.documentation, &html) }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("</details>\n")
  }

  private static func rows(_ words: Documentation, _ html: inout MarkupWriter) {
    for (index, limits) in words.limits.enumerated() {
      html.tag("<tr><td>")
      html.text(index == 0 ? words.title : "")
      html.tag("</td><td>")
      html.text(limits.title)
      html.tag("</td>")
      for value in limits.values {
        html.tag("<td class=\"num\">")
        html.tag(limits.direction == .above ? "&gt; " : "&lt; ")
        html.text(Shown.quantity(Double(value), limits.unit.rawValue))
        html.tag("</td>")
      }
      html.tag("<td>")
      html.text(index == 0 ? words.view : "")
      html.tag("</td><td class=\"soft why\">")
      html.text(index == 0 ? words.source : "")
      html.tag("</td></tr>\n")
    }
  }
}

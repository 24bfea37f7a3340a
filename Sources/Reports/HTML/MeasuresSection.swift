/// The table of all measures, a row a measure and a column a rep.
enum MeasuresSection {
  static func draw(_ report: RecordingReport) -> Markup {
    var names: [String] = []
    for rep in report.reps {
      for measure in rep.measures
      where measure.value.isFinite && !names.contains(measure.name) { names.append(measure.name) }
    }
    var html = MarkupWriter()
    html.tag("<table><thead><tr><th scope=\"col\">Measure</th>")
    for rep in report.reps {
      html.tag("<th scope=\"col\" class=\"num\">Rep ")
      html.number(rep.index)
      html.tag("</th>")
    }
    html.tag("</tr></thead><tbody>\n")
    for name in names {
      let decimals = name.hasSuffix("_deg") || name.hasSuffix("_percent") ? 0 : 2
      html.tag("<tr><td>")
      html.text(name.split(separator: "_").joined(separator: " "))
      html.tag("</td>")
      for rep in report.reps {
        html.tag("<td class=\"num\">")
        if let measure = rep.measures.first(where: { $0.name == name }), measure.value.isFinite {
          html.text(Shown.number(measure.value, decimals: decimals))
          if measure.sd > 0 {
            html.tag(" <span class=\"soft\">± ")
            html.text(Shown.number(measure.sd, decimals: decimals))
            html.tag("</span>")
          }
        }
        html.tag("</td>")
      }
      html.tag("</tr>\n")
    }
    html.tag("</tbody></table>")
    return html.markup
  }
}

/// The table of all measures, a row a measure and a column a rep.
enum MeasuresSection {
  static func draw(_ report: RecordingReport, _ html: inout MarkupWriter) {
    guard let first = report.reps.first(where: { !$0.measures.isEmpty }) else { return }
    html.tag("<section>\n<details><summary>All measures of every rep</summary>")
    html.openTable("All measures of every rep")
    html.tag("<thead><tr><th scope=\"col\">Measure</th>")
    for rep in report.reps {
      html.tag("<th scope=\"col\" class=\"num\">Rep ")
      html.number(rep.index)
      html.tag("</th>")
    }
    html.tag("</tr></thead><tbody>\n")
    // Every rep lists the measures in one order; a rep that has none leaves its cells empty.
    for (place, measure) in first.measures.enumerated() {
      let values = report.reps.map { rep -> RepReport.Measure? in
        guard rep.measures.indices.contains(place), rep.measures[place].name == measure.name else {
          return rep.measures.first { $0.name == measure.name }
        }
        return rep.measures[place]
      }
      guard values.contains(where: { $0?.value.isFinite ?? false }) else { continue }
      row(measure.name, values, &html)
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("</details>\n</section>\n")
  }

  private static func row(
    _ name: String, _ values: [RepReport.Measure?], _ html: inout MarkupWriter
  ) {
    let written = Precision.decimals(measure: name)
    let decimals = written == 1 ? 0 : 2
    html.tag("<tr><th scope=\"row\">")
    html.text(name.split(separator: "_").joined(separator: " "))
    html.tag("</th>")
    for measure in values {
      html.tag("<td class=\"num\">")
      if let measure, measure.value.isFinite {
        let value = Precision.shown(measure.value, written: written, decimals: decimals)
        html.number(value, decimals: decimals, keeping: decimals)
        if measure.sd > 0 {
          html.tag(" <span class=\"soft\">± ")
          let deviation = Precision.shown(measure.sd, written: written, decimals: decimals)
          html.number(deviation, decimals: decimals, keeping: decimals)
          html.tag("</span>")
        }
      }
      html.tag("</td>")
    }
    html.tag("</tr>\n")
  }
}

internal import Faults

/// The table of every finding of every rep.
enum FindingsSection {
  static func draw(_ report: RecordingReport) -> Markup {
    var html = MarkupWriter()
    html.tag("<table><thead><tr><th scope=\"col\">Rep</th><th scope=\"col\">Finding</th>")
    html.tag("<th scope=\"col\">Verdict</th><th scope=\"col\" class=\"num\">Measured</th>")
    html.tag("<th scope=\"col\" class=\"num\">Limit</th><th scope=\"col\" class=\"num\">Sure</th>")
    html.tag("<th scope=\"col\" class=\"num\">Frame</th><th scope=\"col\">Why</th></tr></thead>")
    html.tag("<tbody>\n")
    for rep in report.reps {
      for finding in rep.findings { row(finding, rep, report, &html) }
    }
    html.tag("</tbody></table>")
    return html.markup
  }

  private static func row(
    _ finding: Finding, _ rep: RepReport, _ report: RecordingReport, _ html: inout MarkupWriter
  ) {
    let isQuiet = finding.status == .absent || finding.status == .notObservable
    html.tag(isQuiet ? "<tr class=\"quiet\" id=\"f-" : "<tr id=\"f-")
    html.text("\(rep.index)-\(finding.fault.rawValue)")
    html.tag("\"><td class=\"num\"><a href=\"#rep-")
    html.number(rep.index)
    html.tag("\">")
    html.number(rep.index)
    html.tag("</a></td><td>")
    html.text(finding.fault.title)
    html.tag("</td><td class=\"mark ")
    html.text(Shown.kind(finding.status))
    html.tag("\">")
    html.text(
      Shown.symbol(finding.status, finding.severity) + " "
        + Shown.word(finding.status, finding.severity))
    html.tag("</td><td class=\"num\">")
    html.text(Shown.quantity(Double(finding.value), sd: Double(finding.sd), finding.unit))
    html.tag("</td><td class=\"num\">")
    html.text(Shown.quantity(Double(finding.limit), finding.unit))
    html.tag("</td><td class=\"num\">")
    if finding.confidence.isFinite {
      html.text(Shown.number(Double(finding.confidence) * 100, decimals: 0) + " %")
    }
    html.tag("</td><td class=\"num\">")
    if let frame = finding.frame { place(frame, report, &html) }
    html.tag("</td><td>")
    html.text(finding.reason)
    html.tag("</td></tr>\n")
  }

  /// The row, its time, and the file's own number where it has one.
  private static func place(
    _ frame: Int, _ report: RecordingReport, _ html: inout MarkupWriter
  ) {
    html.number(frame)
    guard let table = report.frames, let position = table.position(ofRow: frame) else { return }
    html.tag("<br><span class=\"soft\">")
    html.text(Shown.number(table.times[position], decimals: 2) + " s")
    if !table.frameNumbers.isEmpty, table.frameNumbers[position] != frame {
      html.text(", file’s \(table.frameNumbers[position])")
    }
    html.tag("</span>")
  }
}

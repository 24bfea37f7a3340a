internal import Faults

/// The table of the Back Squat Assessment's ten criteria.
enum AssessmentSection {
  static func draw(_ assessment: BackSquatAssessment?) -> Markup {
    guard let assessment else { return .none }
    var html = MarkupWriter()
    html.tag("<table><thead><tr><th scope=\"col\" class=\"num\">No.</th>")
    html.tag("<th scope=\"col\">Criterion</th><th scope=\"col\">What it asks</th>")
    html.tag("<th scope=\"col\">Result</th><th scope=\"col\">Why</th></tr></thead><tbody>\n")
    for criterion in assessment.criteria {
      html.tag("<tr><td class=\"num\">")
      html.number(criterion.number)
      html.tag("</td><th scope=\"row\">")
      html.text(criterion.name)
      html.tag("</th><td>")
      html.text(criterion.asks)
      html.tag("</td><td class=\"mark ")
      switch criterion.result {
      case .met: html.tag("absent\">✓ ")
      case .notMet: html.tag("present\">▲ ")
      case .cannotBeJudged: html.tag("unseen\">– ")
      }
      html.text(criterion.result.rawValue)
      html.tag("</td><td>")
      html.text(criterion.reason)
      html.tag("</td></tr>\n")
    }
    html.tag("</tbody></table>")
    return html.markup
  }
}

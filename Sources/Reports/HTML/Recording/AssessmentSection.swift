internal import Faults

/// The table of the Back Squat Assessment's ten criteria.
enum AssessmentSection {
  static func draw(_ assessment: BackSquatAssessment?, _ html: inout MarkupWriter) {
    guard let assessment else { return }
    html.tag("<section>\n<h2>Back Squat Assessment</h2>\n")
    html.tag(
      "<p class=\"soft small\">Ten criteria that coaches use (Myer and others, 2014), as far ")
    html.tag("as keypoints show them: a summary, not a score.</p>\n")
    html.openTable("Back Squat Assessment")
    html.tag("<thead><tr><th scope=\"col\" class=\"num\">No.</th>")
    html.tag("<th scope=\"col\">Criterion, and what it asks</th>")
    html.tag("<th scope=\"col\">Result, and why</th></tr></thead><tbody>\n")
    for criterion in assessment.criteria {
      html.tag("<tr><td class=\"num\">")
      html.number(criterion.number)
      html.tag("</td><th scope=\"row\">")
      html.text(criterion.name)
      html.tag(" <div class=\"small\">")
      html.text(criterion.asks)
      html.tag("</div></th><td><span class=\"mark ")
      switch criterion.result {
      case .met: html.tag("absent\">✓ ")
      case .notMet: html.tag("present\">▲ ")
      case .cannotBeJudged: html.tag("unseen\">– ")
      }
      html.text(criterion.result.rawValue)
      html.tag("</span> <div>")
      html.text(criterion.reason)
      html.tag("</div></td></tr>\n")
    }
    html.tag("</tbody>")
    html.closeTable()
    html.tag("\n</section>\n")
  }
}

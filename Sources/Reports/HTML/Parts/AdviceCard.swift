internal import Faults

/// One thing to work on: a cue, and exercises to choose from.
enum AdviceCard {
  static func draw(_ advice: Advice, when: String, _ html: inout MarkupWriter) {
    draw(
      advice.fault, advice.title, advice.severity, when: when, cue: advice.cue,
      exercises: advice.exercises, &html)
  }

  /// In the mistake's own words.
  static func draw(
    _ fault: FaultID, _ severity: Severity, when: String, _ html: inout MarkupWriter
  ) {
    let words = fault.words
    draw(
      fault, words.title, severity, when: when, cue: words.cue, exercises: words.exercises, &html)
  }

  private static func draw(
    _ fault: FaultID, _ title: String, _ severity: Severity, when: String, cue: String,
    exercises: [String], _ html: inout MarkupWriter
  ) {
    html.tag("<article class=\"card\">\n<h3>")
    html.text(title)
    html.tag("</h3>\n<p class=\"small\"><span class=\"present\">")
    html.verdict(.present, severity)
    html.tag("</span> · ")
    html.text(when)
    html.tag("</p>\n<p class=\"cue\">")
    html.text(cue)
    html.tag("</p>\n")
    if !exercises.isEmpty {
      html.tag("<p class=\"small soft\">Exercises to choose from</p>\n<ul class=\"small\">\n")
      for exercise in exercises {
        html.tag("<li>")
        html.text(exercise)
        html.tag("</li>\n")
      }
      html.tag("</ul>\n")
    }
    html.tag("<p class=\"tech\">In technical terms: ")
    html.text(fault.words.technicalTitle)
    html.tag("</p>\n</article>\n")
  }
}

internal import Faults

/// The player and the curves of a recording, each with a table of the same values at the reps'
/// key moments.
enum Charts {
  static func draw(
    _ report: RecordingReport, _ playback: Playback?, _ html: inout MarkupWriter
  ) {
    guard let playback, let time = TimeScale(playback) else { return }
    let charts = charts(report, playback).filter { chart in
      chart.names.contains { playback[$0] != nil }
    }
    html.tag("<section id=\"watch\">\n<h2>Frame by frame</h2>\n<div class=\"watch\">\n")
    Player.draw(report, playback, &html)
    html.tag("<div class=\"curves\">\n")
    html.tag("<p class=\"soft small\">")
    if !report.reps.isEmpty { html.tag("Grey: the reps, each with its bottom dotted. ") }
    html.tag("The band around a curve is its error, one standard deviation to each side.</p>\n")
    CurveChart.drawReps(report, time, &html)
    for chart in charts {
      html.tag("<figure class=\"curve\">\n<figcaption><h3>")
      html.text(chart.title)
      html.tag("</h3> <span class=\"tech\">")
      html.text(chart.technical)
      html.tag("</span>")
      key(chart, playback, &html)
      html.tag("<output></output></figcaption>\n<div class=\"scroll\">")
      chart.draw(playback, time, &html)
      html.tag("</div>\n<details><summary>")
      html.text(chart.title)
      html.tag(" as a table</summary>")
      table(chart, report, playback, &html)
      html.tag("</details>\n</figure>\n")
    }
    html.tag("</div>\n</div>\n</section>\n")
  }

  private static func charts(_ report: RecordingReport, _ playback: Playback) -> [CurveChart] {
    let spine = playback.spineSource.map { ", from the points at \($0)" } ?? ""
    return [
      CurveChart(title: "Knee bend", technical: "knee flexion", names: [.kneeLeft, .kneeRight]),
      CurveChart(
        title: "Depth", technical: "thigh from horizontal, + hip above knee",
        names: [.thighLeft, .thighRight], limit: limit(.insufficientDepth, "deg", report)),
      CurveChart(
        title: "Knees over ankles",
        technical: "knee distance over ankle distance, judged from the bottom up",
        names: [.separation], limit: limit(.kneeCave, "ratio", report),
        judged: report.reps.filter(\.complete).map { ($0.bottomSeconds, $0.endSeconds) }),
      CurveChart(title: "Hip bend", technical: "hip flexion", names: [.hipLeft, .hipRight]),
      CurveChart(
        title: "Lean of the trunk", technical: "trunk from vertical, + forward", names: [.trunk]),
      CurveChart(
        title: "Lean of the shins", technical: "shank from vertical, + knee ahead of the ankle",
        names: [.shankLeft, .shankRight]),
      CurveChart(title: "Neck", technical: "neck against trunk, + forward", names: [.neck]),
      CurveChart(title: "Face", technical: "pitch of the head, + looking up", names: [.head]),
      CurveChart(
        title: "Upper back", technical: "thoracic flexion\(spine)", names: [.thoracic]),
      CurveChart(title: "Lower back", technical: "lumbar flexion\(spine)", names: [.lumbar]),
    ]
  }

  /// The limit in force for the quantity of a curve, which is the first one of its rule: findings
  /// that were decided by another quantity of the rule do not tell.
  private static func limit(
    _ fault: FaultID, _ unit: String, _ report: RecordingReport
  ) -> Double? {
    let limits = fault.words.limits
    for rep in report.reps {
      guard let finding = rep.finding(fault), finding.unit == unit, finding.limit.isFinite else {
        continue
      }
      let nearest = limits.min { abs($0.mild - finding.limit) < abs($1.mild - finding.limit) }
      if nearest?.name == limits.first?.name { return Double(finding.limit) }
    }
    return nil
  }

  /// Which line is which side; nothing where there is one line.
  private static func key(
    _ chart: CurveChart, _ playback: Playback, _ html: inout MarkupWriter
  ) {
    guard chart.names.count > 1 else { return }
    for name in chart.names where playback[name] != nil {
      html.tag("<span class=\"small key ")
      html.text(name.side)
      html.tag("\">")
      html.text(name.side)
      html.tag("</span>")
    }
  }

  private static func table(
    _ chart: CurveChart, _ report: RecordingReport, _ playback: Playback,
    _ html: inout MarkupWriter
  ) {
    let lines = chart.names.compactMap { playback[$0] }
    let steps = Double(chart.names[0].steps)
    let unit = chart.names[0] == .separation ? "ratio" : "deg"
    html.openTable("\(chart.title) at the start, bottom and end of each rep")
    html.tag("<thead><tr><th scope=\"col\">Rep</th>")
    for line in lines {
      for moment in ["start", "bottom", "end"] {
        html.tag("<th scope=\"col\" class=\"num\">")
        html.text(line.name.side)
        html.tag(" ")
        html.text(moment)
        html.tag("</th>")
      }
    }
    html.tag("</tr></thead><tbody>\n")
    for rep in report.reps {
      html.tag("<tr><td class=\"num\">")
      html.number(rep.index)
      html.tag(rep.complete ? "</td>" : " (not complete)</td>")
      let positions = [rep.startFrame, rep.bottomFrame, rep.endFrame].map {
        playback.position(ofRow: $0)
      }
      for line in lines {
        for position in positions {
          html.tag("<td class=\"num\">")
          if let position, line.values[position] != Playback.missing {
            let deviation = line.deviations[position]
            html.quantity(
              Double(line.values[position]) / steps,
              sd: deviation == Playback.missing ? .nan : Double(deviation) / steps, unit)
          }
          html.tag("</td>")
        }
      }
      html.tag("</tr>\n")
    }
    html.tag("</tbody>")
    html.closeTable()
  }
}

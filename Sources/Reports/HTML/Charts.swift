internal import Kinematics

/// The curves of a recording, each with a table of the same values at the reps' key moments.
enum Charts {
  static func draw(_ report: RecordingReport) -> [[String: Any]] {
    guard let angles = report.frames?.angles else { return [] }
    return charts(angles).compactMap { chart in
      guard let drawing = chart.draw(report) else { return nil }
      return [
        "title": chart.title, "technical": chart.technical, "chart": drawing,
        "key": key(chart), "table": table(chart, report),
      ]
    }
  }

  private static func charts(_ angles: Angles) -> [CurveChart] {
    func both(_ pair: Pair<Curve>) -> [CurveChart.Line] {
      [.init(curve: pair.left, side: "left"), .init(curve: pair.right, side: "right")]
    }
    func one(_ curve: Curve) -> [CurveChart.Line] { [.init(curve: curve, side: "")] }
    let spine = angles.spineSource.map { ", from the points at \($0)" } ?? ""
    return [
      CurveChart(
        title: "Knee bend", technical: "knee flexion", lines: both(angles.kneeFlexion), unit: "°"),
      CurveChart(
        title: "Depth", technical: "thigh from horizontal, + hip above knee",
        lines: both(angles.thighElevation), unit: "°"),
      CurveChart(
        title: "Hip bend", technical: "hip flexion", lines: both(angles.hipFlexion), unit: "°"),
      CurveChart(
        title: "Lean of the trunk", technical: "trunk from vertical, + forward",
        lines: one(angles.trunkInclination), unit: "°"),
      CurveChart(
        title: "Lean of the shins", technical: "shank from vertical, + knee ahead of the ankle",
        lines: both(angles.shankInclination), unit: "°"),
      CurveChart(
        title: "Knees over ankles", technical: "knee distance over ankle distance",
        lines: one(angles.kneeAnkleSeparation), unit: ""),
      CurveChart(
        title: "Neck", technical: "neck against trunk, + forward", lines: one(angles.neckFlexion),
        unit: "°"),
      CurveChart(
        title: "Face", technical: "pitch of the head, + looking up", lines: one(angles.headPitch),
        unit: "°"),
      CurveChart(
        title: "Upper back", technical: "thoracic flexion\(spine)",
        lines: one(angles.thoracicFlexion), unit: "°"),
      CurveChart(
        title: "Lower back", technical: "lumbar flexion\(spine)",
        lines: one(angles.lumbarFlexion), unit: "°"),
    ]
  }

  /// Which line is which side; nothing where there is one line.
  private static func key(_ chart: CurveChart) -> Markup {
    guard chart.lines.count > 1 else { return .none }
    var html = MarkupWriter()
    for line in chart.lines where !line.curve.isMissing {
      html.tag("<span class=\"small key ")
      html.text(line.side)
      html.tag("\">")
      html.text(line.side)
      html.tag("</span>")
    }
    return html.markup
  }

  private static func table(_ chart: CurveChart, _ report: RecordingReport) -> Markup {
    let lines = chart.lines.filter { !$0.curve.isMissing }
    var html = MarkupWriter()
    html.tag("<table><thead><tr><th scope=\"col\">Rep</th>")
    for line in lines {
      for moment in ["start", "bottom", "end"] {
        html.tag("<th scope=\"col\" class=\"num\">")
        html.text("\(line.side) \(moment)")
        html.tag("</th>")
      }
    }
    html.tag("</tr></thead><tbody>\n")
    for rep in report.reps {
      html.tag("<tr><td class=\"num\">")
      html.number(rep.index)
      html.tag("</td>")
      for line in lines {
        for frame in [rep.startFrame, rep.bottomFrame, rep.endFrame] {
          html.tag("<td class=\"num\">")
          if let position = report.frames?.position(ofRow: frame) {
            let (value, sd) = (line.curve.values[position], line.curve.sd[position])
            let unit = chart.unit == "°" ? "deg" : "ratio"
            html.text(Shown.quantity(Double(value), sd: Double(sd), unit))
          }
          html.tag("</td>")
        }
      }
      html.tag("</tr>\n")
    }
    html.tag("</tbody></table>")
    return html.markup
  }
}

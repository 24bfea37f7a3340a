internal import Kinematics

/// One quantity over the time of a recording: its curves with their error bands, and the reps
/// behind them.
struct CurveChart {
  struct Line {
    var curve: Curve
    /// "left", "right", or "" where there is one.
    var side: String
  }

  /// What a coach calls it, and the technical name.
  var title: String
  var technical: String
  var lines: [Line]
  /// "°", or "" for a ratio.
  var unit: String

  /// Points drawn a curve: more than a page can tell apart are left out.
  private static let mostPoints = 320

  /// The drawing; nil when nothing was measured.
  func draw(_ report: RecordingReport) -> Markup? {
    guard let times = report.frames?.times, let start = times.first, let end = times.last,
      end > start
    else { return nil }
    let lines = lines.filter { !$0.curve.isMissing }
    let values = lines.flatMap { $0.curve.values.filter { !$0.isNaN } }
    guard let low = values.min(), let high = values.max() else { return nil }
    let scale = Scale(low: Double(low), high: Double(high))
    let plane = Plane(start: start, end: end, low: scale.low, high: scale.high)
    var svg = MarkupWriter()
    svg.tag("<svg class=\"chart\" viewBox=\"0 0 1000 132\" role=\"img\" aria-label=\"")
    svg.text("\(title) over time")
    svg.tag("\">")
    for rep in report.reps { band(rep, plane, &svg) }
    axes(scale, plane, &svg)
    for line in lines { error(line, times, plane, &svg) }
    for line in lines { path(line, times, plane, &svg) }
    svg.tag("</svg>")
    return svg.markup
  }

  // MARK: - Parts

  private func band(_ rep: RepReport, _ plane: Plane, _ svg: inout MarkupWriter) {
    let (left, right) = (plane.x(rep.startSeconds), plane.x(rep.endSeconds))
    svg.tag(rep.complete ? "<rect class=\"rep\" x=\"" : "<rect class=\"rep cut\" x=\"")
    svg.number(left, decimals: 1)
    svg.tag("\" y=\"8\" height=\"104\" width=\"")
    svg.number(max(right - left, 1), decimals: 1)
    svg.tag("\"/><line class=\"bottom\" y1=\"8\" y2=\"112\" x1=\"")
    svg.number(plane.x(rep.bottomSeconds), decimals: 1)
    svg.tag("\" x2=\"")
    svg.number(plane.x(rep.bottomSeconds), decimals: 1)
    svg.tag("\"/><text class=\"n\" y=\"18\" x=\"")
    svg.number(left + 4, decimals: 1)
    svg.tag("\">")
    svg.number(rep.index)
    svg.tag("</text>")
  }

  private func axes(_ scale: Scale, _ plane: Plane, _ svg: inout MarkupWriter) {
    for tick in scale.ticks {
      svg.tag("<line class=\"grid\" x1=\"40\" x2=\"992\" y1=\"")
      svg.number(plane.y(tick), decimals: 1)
      svg.tag("\" y2=\"")
      svg.number(plane.y(tick), decimals: 1)
      svg.tag("\"/><text class=\"y\" x=\"34\" y=\"")
      svg.number(plane.y(tick) + 3.5, decimals: 1)
      svg.tag("\">")
      svg.number(tick, decimals: scale.decimals)
      svg.text(unit)
      svg.tag("</text>")
    }
    for tick in Scale.ticks(from: plane.start, to: plane.end, atMost: 10) {
      svg.tag("<text class=\"x\" y=\"127\" x=\"")
      svg.number(plane.x(tick), decimals: 1)
      svg.tag("\">")
      svg.number(tick, decimals: plane.end - plane.start < 5 ? 1 : 0)
      svg.tag(" s</text>")
    }
  }

  /// The band of one standard deviation to each side, cut at the plot's edges.
  private func error(
    _ line: Line, _ times: [Double], _ plane: Plane, _ svg: inout MarkupWriter
  ) {
    let (values, sd) = (line.curve.values, line.curve.sd)
    let positions = Thinning.positions(values, count: Self.mostPoints / 2)
    for run in positions.split(whereSeparator: { values[$0].isNaN || sd[$0].isNaN })
    where run.count > 1 {
      svg.tag("<path class=\"band ")
      svg.text(line.side)
      svg.tag("\" d=\"M")
      for position in run {
        point(plane.x(times[position]), plane.edge(values[position] + sd[position]), &svg)
      }
      for position in run.reversed() {
        point(plane.x(times[position]), plane.edge(values[position] - sd[position]), &svg)
      }
      svg.tag("Z\"/>")
    }
  }

  private func path(
    _ line: Line, _ times: [Double], _ plane: Plane, _ svg: inout MarkupWriter
  ) {
    let values = line.curve.values
    svg.tag("<path class=\"line ")
    svg.text(line.side)
    svg.tag("\" d=\"")
    let positions = Thinning.positions(values, count: Self.mostPoints)
    for run in positions.split(whereSeparator: { values[$0].isNaN }) {
      svg.tag("M")
      for position in run {
        point(plane.x(times[position]), plane.y(Double(values[position])), &svg)
      }
    }
    svg.tag("\"/>")
  }

  private func point(_ x: Double, _ y: Double, _ svg: inout MarkupWriter) {
    svg.number(x, decimals: 1)
    svg.tag(" ")
    svg.number(y, decimals: 1)
    svg.tag(" ")
  }
}

/// Where a time and a value lie in the drawing.
private struct Plane {
  var start: Double
  var end: Double
  var low: Double
  var high: Double

  func x(_ time: Double) -> Double { 40 + (time - start) / (end - start) * 952 }

  func y(_ value: Double) -> Double { 112 - (value - low) / (high - low) * 104 }

  /// The same, kept within the plot.
  func edge(_ value: Float) -> Double { min(max(y(Double(value)), 8), 112) }
}

internal import Faults

/// One quantity over the time of a recording: its curves with their error bands, the limit, and
/// the reps behind them. Units are half pixels of the screen.
struct CurveChart {
  /// What a coach calls it, and the technical name.
  var title: String
  var technical: String
  /// One curve, or a left and a right one.
  var names: [CurveName]
  /// "°", or "" for a ratio.
  var unit: String { names[0] == .separation ? "" : "°" }
  /// The limit of a mistake that this quantity shows; nil where there is none.
  var limit: Double?
  /// From when to when the limit is applied, in seconds; nil for all the time.
  var judged: [(start: Double, end: Double)]?

  /// Points drawn a curve: more than a page can tell apart are left out.
  private static let mostPoints = 180

  /// What all charts of a page share: the reps behind the curves, defined once.
  static func drawReps(_ report: RecordingReport, _ time: TimeScale, _ svg: inout MarkupWriter) {
    svg.tag("<svg class=\"defs\" aria-hidden=\"true\"><defs><g id=\"reps\">")
    for rep in report.reps {
      let (left, right) = (time.x(rep.startSeconds), time.x(rep.endSeconds))
      svg.tag(rep.complete ? "<rect class=\"rep\" x=\"" : "<rect class=\"rep cut\" x=\"")
      svg.number(left)
      svg.tag("\" y=\"8\" height=\"216\" width=\"")
      svg.number(max(right - left, 2))
      svg.tag("\"/><path class=\"bottom\" d=\"M")
      svg.number(time.x(rep.bottomSeconds))
      svg.tag(" 8V224\"/><text class=\"n\" y=\"28\" x=\"")
      svg.number(left + 8)
      svg.tag("\">")
      svg.number(rep.index)
      svg.tag("</text>")
    }
    for (second, x) in time.ticks {
      svg.tag("<text class=\"x\" y=\"254\" x=\"")
      svg.number(x)
      svg.tag("\">")
      svg.number(second, decimals: time.decimals)
      svg.tag(" s</text>")
    }
    svg.tag("</g></defs></svg>\n")
  }

  /// The drawing; nothing when nothing was measured.
  func draw(_ playback: Playback, _ time: TimeScale, _ svg: inout MarkupWriter) {
    let lines = names.compactMap { playback[$0] }
    let steps = Double(names[0].steps)
    var (low, high) = (Int16.max, Playback.missing)
    for line in lines {
      for value in line.values where value != Playback.missing {
        low = min(low, value)
        high = max(high, value)
      }
    }
    guard high >= low else { return }
    var scale = Scale(low: Double(low) / steps, high: Double(high) / steps)
    if let limit {
      scale = Scale(
        low: min(Double(low) / steps, limit), high: max(Double(high) / steps, limit))
    }
    let plane = Plane(scale: scale, steps: steps)
    svg.tag("<svg class=\"chart\" viewBox=\"0 0 1440 264\" role=\"img\" aria-label=\"")
    svg.text("\(title) over time")
    svg.tag("\" data-low=\"")
    svg.data(scale.low)
    svg.tag("\" data-high=\"")
    svg.data(scale.high)
    svg.tag("\" data-unit=\"")
    svg.text(unit)
    svg.tag("\" data-curves=\"")
    for (index, line) in lines.enumerated() {
      if index > 0 { svg.tag(" ") }
      svg.text(line.name.rawValue)
    }
    svg.tag("\"><use href=\"#reps\"/>")
    axis(plane, time, &svg)
    let drawn = lines.map { Thinning.positions($0.values, count: Self.mostPoints) }
    for (line, positions) in zip(lines, drawn) {
      error(line, positions, playback.times, time, plane, &svg)
    }
    for (line, positions) in zip(lines, drawn) {
      path(line, positions, playback.times, time, plane, &svg)
    }
    svg.tag("</svg>")
  }

  // MARK: - Parts

  private func axis(_ plane: Plane, _ time: TimeScale, _ svg: inout MarkupWriter) {
    for tick in plane.scale.ticks {
      svg.tag("<path class=\"rule\" d=\"M72 ")
      svg.number(plane.y(tick))
      svg.tag("H1424\"/><text class=\"y\" x=\"60\" y=\"")
      svg.number(plane.y(tick) + 7)
      svg.tag("\">")
      svg.number(tick, decimals: plane.scale.decimals, keeping: plane.scale.decimals)
      svg.text(unit)
      svg.tag("</text>")
    }
    guard let limit else { return }
    svg.tag("<path class=\"limit\" d=\"")
    for (left, right) in judged?.map({ (time.x($0.start), time.x($0.end)) }) ?? [(72, 1424)] {
      svg.tag("M")
      svg.number(left)
      svg.tag(" ")
      svg.number(plane.y(limit))
      svg.tag("H")
      svg.number(right)
    }
    svg.tag("\"/><text class=\"limit\" x=\"1420\" y=\"")
    svg.number(plane.y(limit) - 8)
    svg.tag("\">limit ")
    svg.quantity(limit, unit == "°" ? "deg" : "ratio")
    svg.tag("</text>")
  }

  /// The band of one standard deviation to each side, cut at the plot's edges.
  private func error(
    _ line: Playback.Line, _ positions: [Int], _ times: [Int32], _ time: TimeScale,
    _ plane: Plane, _ svg: inout MarkupWriter
  ) {
    let (values, deviations) = (line.values, line.deviations)
    svg.tag("<path class=\"band ")
    svg.text(line.name.side)
    svg.tag("\" d=\"")
    for run in positions.split(whereSeparator: {
      values[$0] == Playback.missing || deviations[$0] == Playback.missing
    }) where run.count > 1 {
      var pen = Pen()
      for position in run {
        let edge = plane.edge(Int(values[position]) + Int(deviations[position]))
        svg.move(&pen, time.x(times[position]), edge)
      }
      for position in run.reversed() {
        let edge = plane.edge(Int(values[position]) - Int(deviations[position]))
        svg.move(&pen, time.x(times[position]), edge)
      }
      svg.tag("Z")
    }
    svg.tag("\"/>")
  }

  private func path(
    _ line: Playback.Line, _ positions: [Int], _ times: [Int32], _ time: TimeScale,
    _ plane: Plane, _ svg: inout MarkupWriter
  ) {
    let values = line.values
    svg.tag("<path class=\"line ")
    svg.text(line.name.side)
    svg.tag("\" d=\"")
    for run in positions.split(whereSeparator: { values[$0] == Playback.missing }) {
      var pen = Pen()
      for position in run {
        svg.move(&pen, time.x(times[position]), plane.y(Int(values[position])))
      }
    }
    svg.tag("\"/>")
  }
}

extension CurveName {
  /// "left", "right", or "" where there is one.
  var side: String {
    rawValue.hasSuffix("left") ? "left" : rawValue.hasSuffix("right") ? "right" : ""
  }
}

/// Where a time lies in every chart of a page.
struct TimeScale {
  /// Milliseconds.
  let start: Int
  let end: Int
  private let scale: Double

  /// Nil without a span of time to draw.
  init?(_ playback: Playback) {
    guard let first = playback.times.first, let last = playback.times.last, last > first else {
      return nil
    }
    start = Int(first)
    end = Int(last)
    scale = 1352 / Double(end - start)
  }

  func x(_ milliseconds: Int32) -> Int { 72 + Int(Double(Int(milliseconds) - start) * scale) }

  func x(_ seconds: Double) -> Int {
    x(Playback.milliseconds(Precision.rounded(seconds, decimals: Precision.seconds)))
  }

  /// Round times with their places.
  var ticks: [(second: Double, x: Int)] {
    Scale.ticks(from: Double(start) / 1000, to: Double(end) / 1000, atMost: 10).map { ($0, x($0)) }
  }

  var decimals: Int { end - start < 5000 ? 1 : 0 }
}

/// Where a value lies in a chart.
private struct Plane {
  let scale: Scale
  private let perStep: Double
  private let lowStep: Double

  init(scale: Scale, steps: Double) {
    self.scale = scale
    perStep = 208 / ((scale.high - scale.low) * steps)
    lowStep = scale.low * steps
  }

  func y(_ value: Double) -> Int {
    Int(224 - (value - scale.low) / (scale.high - scale.low) * 208 + 0.5)
  }

  func y(_ value: Int) -> Int { Int(224.5 - (Double(value) - lowStep) * perStep) }

  /// The same, kept within the plot.
  func edge(_ value: Int) -> Int { min(max(y(value), 8), 224) }
}

/// The pen of a path of many short lines, each written as its distance from the one before.
private struct Pen {
  var x = 0
  var y = 0
  var isDown = false
}

extension MarkupWriter {
  fileprivate mutating func move(_ pen: inout Pen, _ x: Int, _ y: Int) {
    let (across, down) = (x - pen.x, y - pen.y)
    if !pen.isDown {
      tag("M")
      number(x)
      tag(" ")
      number(y)
      tag("l")
    } else {
      step(across, down)
    }
    pen = Pen(x: x, y: y, isDown: true)
  }
}

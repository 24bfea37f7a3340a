internal import Pose

/// One quantity from set to set: a point a set with its error, and the limit.
struct TrendChart {
  var kind: Trends.Kind
  /// What a coach calls it, and what it says.
  var title: String
  var says: String
  var unit: String

  static let all = [
    TrendChart(
      kind: .depth, title: "Depth", says: "thigh at the bottom; below 0° is below parallel",
      unit: "deg"),
    TrendChart(
      kind: .lean, title: "Lean of the trunk", says: "from vertical, at the bottom", unit: "deg"),
    TrendChart(
      kind: .knees, title: "Knees over ankles", says: "least knee over ankle distance",
      unit: "ratio"),
    TrendChart(kind: .descent, title: "Time on the way down", says: "seconds", unit: "s"),
  ]

  /// Sets beyond this number, the earliest, are left out.
  private static let mostSets = 40

  /// Between the dates below the axis, which are drawn 128 wide.
  private static let dateDistance = 140

  func draw(_ sets: [SetSummary], _ html: inout MarkupWriter) {
    let sets = Array(sets.suffix(Self.mostSets))
    let points = sets.map { $0.trends[kind] }
    let seen = points.filter { $0.value.isFinite }
    guard let first = seen.first else { return }
    var low = Double(first.value)
    var high = low
    for point in seen {
      let deviation = point.sd.isFinite ? point.sd : 0
      low = min(low, Double(point.value - deviation))
      high = max(high, Double(point.value + deviation))
      if point.limit.isFinite {
        low = min(low, Double(point.limit))
        high = max(high, Double(point.limit))
      }
    }
    let scale = Scale(low: low, high: high)
    func y(_ value: Float) -> Int {
      Int(150 - (Double(value) - scale.low) / (scale.high - scale.low) * 136)
    }
    html.tag("<figure>\n<figcaption><h3>")
    html.text(title)
    html.tag("</h3> <span class=\"tech\">")
    html.text(says)
    html.tag("</span></figcaption>\n<svg class=\"trend\" viewBox=\"0 0 640 196\" role=\"img\" ")
    html.tag("aria-label=\"")
    html.text(label(sets))
    html.tag("\">")
    for tick in scale.ticks {
      html.tag("<path class=\"rule\" d=\"M76 ")
      html.number(y(Float(tick)))
      html.tag("H632\"/><text class=\"y\" x=\"64\" y=\"")
      html.number(y(Float(tick)) + 7)
      html.tag("\">")
      html.number(tick, decimals: scale.decimals, keeping: scale.decimals)
      html.tag(unit == "deg" ? "°</text>" : "</text>")
    }
    if let limit = seen.first(where: { $0.limit.isFinite })?.limit {
      html.tag("<path class=\"limit\" d=\"M76 ")
      html.number(y(limit))
      html.tag("H632\"/>")
    }
    for (place, point) in points.enumerated() where point.value.isFinite {
      let x = Self.x(place, of: points.count)
      html.tag("<path class=\"error\" d=\"M")
      html.number(x)
      html.tag(" ")
      html.number(y(point.value - (point.sd.isFinite ? point.sd : 0)))
      html.tag("V")
      html.number(y(point.value + (point.sd.isFinite ? point.sd : 0)))
      html.tag("\"/><circle class=\"point\" r=\"6\" cx=\"")
      html.number(x)
      html.tag("\" cy=\"")
      html.number(y(point.value))
      html.tag("\"><title>")
      html.text(words(sets[place]))
      html.tag("</title></circle>")
    }
    dates(sets, &html)
    html.tag("</svg>\n</figure>\n")
  }

  private static func x(_ place: Int, of count: Int) -> Int { 96 + (2 * place + 1) * 268 / count }

  /// The dates below the axis, each under the middle of its sets: the first and the last one, and
  /// of the others those with room.
  private func dates(_ sets: [SetSummary], _ html: inout MarkupWriter) {
    var dated: [(first: Int, last: Int, date: String)] = []
    for (place, set) in sets.enumerated() {
      guard let date = set.metadata.date else { continue }
      let x = Self.x(place, of: sets.count)
      if date == dated.last?.date {
        dated[dated.count - 1].last = x
      } else {
        dated.append((x, x, date))
      }
    }
    let labels = dated.map { (x: ($0.first + $0.last) / 2, date: $0.date) }
    guard let end = labels.last?.x else { return }
    var free = Int.min
    for (x, date) in labels
    where x == end || x >= free && x + Self.dateDistance <= end {
      free = x + Self.dateDistance
      html.tag("<text class=\"x\" y=\"186\" x=\"")
      html.number(x)
      html.tag("\">")
      html.text(Terminal.visible(date))
      html.tag("</text>")
    }
  }

  /// The drawing in words.
  private func label(_ sets: [SetSummary]) -> String {
    let seen = sets.filter { $0.trends[kind].value.isFinite }
    return "\(title), set by set: \(seen.map(words).joined(separator: ", "))"
  }

  /// "2026-03-20: 6° ± 5°".
  private func words(_ set: SetSummary) -> String {
    let point = set.trends[kind]
    let value = Shown.quantity(Double(point.value), sd: Double(point.sd), unit)
    return Terminal.visible(set.metadata.date ?? set.recording) + ": " + value
  }
}

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

  func draw(_ sets: [SetSummary], _ html: inout MarkupWriter) {
    let points = sets.suffix(Self.mostSets).map { $0.trends[kind] }
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
    html.tag("</span></figcaption>\n<svg class=\"trend\" viewBox=\"0 0 640 164\" role=\"img\" ")
    html.tag("aria-label=\"")
    html.text(label(seen))
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
      let x = 96 + (2 * place + 1) * 268 / points.count
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
      html.tag("\"/>")
    }
    html.tag("</svg>\n</figure>\n")
  }

  /// The drawing in words.
  private func label(_ points: [Trends.Point]) -> String {
    let values = points.map { Shown.quantity(Double($0.value), sd: Double($0.sd), unit) }
    return "\(title), set by set: \(values.joined(separator: ", "))"
  }
}

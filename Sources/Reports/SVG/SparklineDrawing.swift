/// A set's knee bend over time, small enough for a line of text.
enum SparklineDrawing {
  /// The drawing of points from 0, upright, to 255, deepest; empty without points.
  static func draw(_ points: [UInt8]) -> Markup {
    guard points.count > 1 else { return .none }
    var svg = MarkupWriter()
    svg.tag("<svg class=\"spark\" viewBox=\"0 0 120 26\" aria-hidden=\"true\"><path d=\"M")
    for (index, point) in points.enumerated() {
      svg.number(2 + 116 * Double(index) / Double(points.count - 1), decimals: 1)
      svg.tag(" ")
      svg.number(3 + 20 * Double(point) / 255, decimals: 1)
      svg.tag(" ")
    }
    svg.tag("\"/></svg>")
    return svg.markup
  }
}

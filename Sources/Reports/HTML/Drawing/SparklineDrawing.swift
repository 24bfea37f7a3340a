/// A set's knee bend over time, small enough for a line of text.
enum SparklineDrawing {
  /// The drawing of points from 0, upright, to 255, deepest; nothing without points.
  static func draw(_ points: [UInt8], _ svg: inout MarkupWriter) {
    guard points.count > 1 else { return }
    svg.tag("<svg class=\"spark\" viewBox=\"0 0 240 52\" aria-hidden=\"true\"><path d=\"M")
    for (index, point) in points.enumerated() {
      svg.number(4 + 232 * index / (points.count - 1))
      svg.tag(" ")
      svg.number(6 + 40 * Int(point) / 255)
      svg.tag(" ")
    }
    svg.tag("\"/></svg>")
  }
}

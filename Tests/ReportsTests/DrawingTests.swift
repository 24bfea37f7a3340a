import Faults
import Testing

@testable import Reports

@Suite struct DrawingTests {
  @Test func thinningKeepsPeaks() {
    var values = [Float](repeating: 0, count: 10_000)
    values[4_321] = 90
    values[7_777] = -30
    let positions = Thinning.positions(values, count: 100)
    #expect(positions.count <= 100)
    #expect(positions.contains(4_321) && positions.contains(7_777))
    #expect(positions == positions.sorted())
  }

  @Test(arguments: [0, 1, 2, 99, 100])
  func thinningLeavesShortCurvesAlone(_ count: Int) {
    #expect(Thinning.positions(Array(repeating: 1, count: count), count: 100) == Array(0..<count))
  }

  @Test(arguments: [(0.0, 121.4), (-4.0, 3.0), (0.7, 1.2), (5.0, 5.0), (-1e6, 1e6)])
  func axesHoldTheirValues(_ low: Double, _ high: Double) {
    let scale = Scale(low: low, high: high)
    #expect(scale.low <= low && scale.high >= high && scale.high > scale.low)
    #expect((2...7).contains(scale.ticks.count))
  }

  @Test func sparklinesRunFromStandToDepth() {
    let points = Sparkline.points(Sample.report())
    #expect(points.count == 5)
    #expect(points.max() == 255 && points.min() == 0)
    #expect(points[2] == 255)
  }

  @Test func figuresMarkWhatAFindingIsAbout() throws {
    let figure = try #require(Sample.report().figure)
    let drawing = try #require(StickFigure(figure, frames: [2], upright: 0))
    let svg = drawing.draw(frame: 2, marking: [.insufficientDepth], label: "x").html
    #expect(svg.contains("bone hit"))
    #expect(!drawing.draw(frame: 2, marking: [], label: "x").html.contains("hit"))
  }
}

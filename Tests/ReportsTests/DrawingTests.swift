import Faults
import Pose
import Testing

@testable import Reports

@Suite struct DrawingTests {
  @Test func thinningKeepsPeaks() {
    var values = [Int16](repeating: 0, count: 10_000)
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

  private func drawing(marking fault: FaultID?) throws -> String {
    let playback = try #require(Playback(Sample.report()))
    let figure = try #require(StickFigure(playback, isFilmedFrontal: false, positions: [2]))
    let pose = figure.pose(at: 2, around: 170, frontal: false)
    var svg = MarkupWriter()
    figure.draw(pose, "lifter", &svg)
    if let fault { figure.mark(fault, "6°", on: pose, &svg) }
    return String(decoding: svg.bytes, as: UTF8.self)
  }

  /// A mark's value stands beside the lifter, not on a bone.
  @Test func valuesStandBesideTheFigure() throws {
    let playback = try #require(Playback(Sample.report()))
    let figure = try #require(StickFigure(playback, isFilmedFrontal: false, positions: [2]))
    let pose = figure.pose(at: 2, around: 170, frontal: false)
    let knee = try #require(pose[[.leftKnee]])
    let svg = try drawing(marking: .insufficientDepth)
    let start = try #require(svg.firstRange(of: "<text class=\"value\" x=\"")).upperBound
    let x = try #require(Double(svg[start...].prefix { $0 != "\"" }))
    #expect(x > knee.x)
  }

  @Test func figuresMarkWhatAFindingIsAbout() throws {
    let marked = try drawing(marking: .insufficientDepth)
    #expect(marked.contains("class=\"mark\"") && marked.contains("class=\"arc\""))
    #expect(marked.contains("6°"))
    #expect(!(try drawing(marking: nil).contains("mark")))
    #expect(!(try drawing(marking: .fastDescent).contains("mark")))
  }

  /// Knees are judged from the bottom up: a limit over standing would accuse every stance.
  @Test func limitsStandWhereTheyAreApplied() throws {
    let playback = try #require(Playback(Sample.report()))
    let time = try #require(TimeScale(playback))
    func limits(_ judged: [(Double, Double)]?) -> String {
      let chart = CurveChart(
        title: "", technical: "", names: [.kneeLeft], limit: 60,
        judged: judged.map { $0.map { (start: $0.0, end: $0.1) } })
      var svg = MarkupWriter()
      chart.draw(playback, time, &svg)
      let text = String(decoding: svg.bytes, as: UTF8.self)
      let start = text.firstRange(of: "<path class=\"limit\" d=\"")
      return start.map { String(text[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
    }
    #expect(limits(nil).hasPrefix("M72 ") && limits(nil).hasSuffix("H1424"))
    let part = limits([(0.0667, 0.1333)])
    #expect(part.hasPrefix("M\(time.x(0.0667)) ") && part.hasSuffix("H1424"), "\(part)")
    #expect(limits([]).isEmpty)
  }

  @Test func everyMistakeIsInTheScriptsTable() {
    let script = String(decoding: Assets.script, as: UTF8.self)
    for fault in FaultID.allCases { #expect(script.contains("\"\(fault.rawValue)\":{")) }
  }
}

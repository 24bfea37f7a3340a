internal import Faults
internal import Kinematics
internal import Pose

extension Playback {
  /// The report's figure and curves, or nil for a report without frames.
  package init?(_ report: RecordingReport) {
    guard let table = report.frames, let figure = report.figure, !table.times.isEmpty else {
      return nil
    }
    let kept = Self.kept(report, count: table.times.count)
    frames = table.times.count
    rows = kept.map { table.rows[Int($0)] }
    times = kept.map { Self.milliseconds(table.times[Int($0)]) }
    let own = kept.map {
      Int32(clamping: table.frameNumbers.isEmpty ? 0 : table.frameNumbers[Int($0)])
    }
    numbers = table.frameNumbers.isEmpty || own == rows ? [] : own
    let start = report.reps.first.flatMap { table.position(ofRow: $0.startFrame) } ?? 0
    let space = FigureSpace(figure, upright: start)
    dimensions = figure.dimensions
    joints = figure.joints
    bones = figure.bones
    columns = figure.tracks.flatMap { space.columns($0, kept) }
    lines = CurveName.allCases.compactMap { name in
      let curve = name.curve(in: table.angles)
      guard !curve.isMissing else { return nil }
      return Line(
        name: name, values: Self.whole(curve.values, kept, steps: name.steps),
        deviations: Self.whole(curve.sd, kept, steps: name.steps))
    }
    spineSource = table.angles.spineSource
    sparkline = Sparkline.points(report)
  }

  /// Positions of the frames to keep, ascending.
  private static func kept(_ report: RecordingReport, count: Int) -> [Int32] {
    guard count > mostFrames else { return (0..<Int32(count)).map { $0 } }
    let step = (count + mostFrames - 1) / mostFrames
    var kept = Set(stride(from: 0, to: count, by: step).map { Int32($0) })
    for rep in report.reps {
      let spoken =
        [rep.startFrame, rep.bottomFrame, rep.endFrame] + rep.findings.compactMap(\.frame)
      for row in spoken {
        if let position = report.frames?.position(ofRow: row) { kept.insert(Int32(position)) }
      }
    }
    return kept.sorted()
  }

  private static func whole(_ values: [Float], _ kept: [Int32], steps: Float) -> [Int16] {
    if kept.count == values.count { return values.map { whole($0 * steps) } }
    return kept.map { whole(values[Int($0)] * steps) }
  }

  /// Whole milliseconds of some seconds, no more than a file of weeks has.
  static func milliseconds(_ seconds: Double) -> Int32 {
    guard seconds.isFinite else { return 0 }
    return Int32(min(max((seconds * 1000 + 0.5).rounded(.down), -2e9), 2e9))
  }

  /// The nearest whole number, halves away from zero; missing where it is none or too large.
  static func whole(_ value: Float) -> Int16 {
    guard value > -32_000, value < 32_000 else { return missing }
    return Int16(value + (value < 0 ? -0.5 : 0.5))
  }
}

/// Where a figure's points are put before they become whole numbers.
///
/// In two dimensions as filmed; in three square to the lifter: forward, up, left. Up is where the
/// shoulders are over the ankles while the lifter stands.
struct FigureSpace {
  /// Steps of the standing height.
  static let steps: Float = 2000

  private typealias Vector = SIMD3<Float>

  private let origin: SIMD3<Float>
  private let scale: Float
  private let axes: [SIMD3<Float>]

  init(_ figure: Figure, upright row: Int) {
    func place(_ joint: Joint, _ row: Int) -> Vector? {
      guard let column = figure.joints.firstIndex(of: joint) else { return nil }
      return Self.point(figure.tracks[column], row)
    }
    func middle(_ a: Joint, _ b: Joint, _ row: Int) -> Vector? {
      guard let a = place(a, row), let b = place(b, row) else {
        return place(a, row) ?? place(b, row)
      }
      return (a + b) / 2
    }
    // The first row from the stand on in which anything was seen.
    let count = figure.tracks.first?.count ?? 0
    let row =
      (min(row, count)..<count).first { row in
        middle(.leftAnkle, .rightAnkle, row) != nil
          && middle(.leftShoulder, .rightShoulder, row) != nil
      } ?? min(row, max(count - 1, 0))
    let points = figure.tracks.compactMap { count > 0 ? Self.point($0, row) : nil }
    let origin = middle(.leftAnkle, .rightAnkle, row) ?? points.first ?? .zero
    var axes: [Vector] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    if figure.dimensions == 3, let shoulder = middle(.leftShoulder, .rightShoulder, row),
      let left = place(.leftHip, row) ?? place(.leftShoulder, row),
      let right = place(.rightHip, row) ?? place(.rightShoulder, row)
    {
      axes = Self.axes(up: Self.nearestAxis(shoulder - origin), across: left - right)
    }
    let up = axes[1]
    let heights = points.map { Self.dot($0 - origin, up) }
    let height = (heights.max() ?? 0) - (heights.min() ?? 0)
    self.origin = origin
    self.axes = axes
    scale = height > 0 ? Self.steps / height : 1
  }

  /// A joint's coordinates at the kept rows: a column an axis.
  func columns(_ track: Track, _ kept: [Int32]) -> [[Int16]] {
    let dimensions = track.z.isEmpty ? 2 : 3
    guard dimensions == 3 else {
      return [
        Self.column(track.x, kept, origin: origin.x, scale: scale),
        Self.column(track.y, kept, origin: origin.y, scale: scale),
      ]
    }
    return axes.map { axis in
      kept.map { row in
        let point = Vector(track.x[Int(row)], track.y[Int(row)], track.z[Int(row)])
        return Playback.whole(Self.dot(point - origin, axis) * scale)
      }
    }
  }

  private static func column(
    _ values: [Float], _ kept: [Int32], origin: Float, scale: Float
  ) -> [Int16] {
    if kept.count == values.count { return values.map { Playback.whole(($0 - origin) * scale) } }
    return kept.map { Playback.whole((values[Int($0)] - origin) * scale) }
  }

  private static func point(_ track: Track, _ row: Int) -> Vector? {
    let point = Vector(track.x[row], track.y[row], track.z.isEmpty ? 0 : track.z[row])
    return dot(point, point).isFinite ? point : nil
  }

  /// Forward, up and left of a lifter whose right-to-left line is `across`.
  private static func axes(up: Vector, across: Vector) -> [Vector] {
    let level = across - dot(across, up) * up
    let length = dot(level, level).squareRoot()
    guard length > 0 else { return [[1, 0, 0], [0, 1, 0], [0, 0, 1]] }
    let left = level / length
    let forward = Vector(
      left.y * up.z - left.z * up.y, left.z * up.x - left.x * up.z, left.x * up.y - left.y * up.x)
    return [forward, up, left]
  }

  private static func dot(_ a: Vector, _ b: Vector) -> Float { a.x * b.x + a.y * b.y + a.z * b.z }

  /// Gravity runs along one of the file's axes: the one nearest to the direction.
  private static func nearestAxis(_ direction: Vector) -> Vector {
    let (x, y, z) = (direction.x.magnitude, direction.y.magnitude, direction.z.magnitude)
    if x >= y, x >= z { return [direction.x < 0 ? -1 : 1, 0, 0] }
    if y >= z { return [0, direction.y < 0 ? -1 : 1, 0] }
    return [0, 0, direction.z < 0 ? -1 : 1]
  }
}

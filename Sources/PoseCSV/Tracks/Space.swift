import Kernels
import Pose

/// What a file's coordinates mean: dimensions, unit, axes, and the frame's shape.
///
/// `resolve` decides and brings two-dimensional coordinates into isotropic pixels with y up.
/// Three-dimensional ones keep their axes; only centimetres become millimetres.
struct Space {
  var dimensions = 2
  var units = Units.pixels
  var unitsReason = ""
  var axes = Axes()
  var imageSize: ImageSize?
  var warnings: [Warning] = []

  static func resolve(
    _ detections: inout Detections, plan: TablePlan, layout: Layout, options: ReadOptions
  ) -> Space {
    var space = Space()
    let marks = Landmarks(detections)
    space.dimensions = Dimensions.count(detections, marks, layout: layout, options: options)
    if space.dimensions == 3, layout.dimensions.contains(2), options.statedUnits == nil,
      DepthUnit.isOther(detections, marks)
    {
      space.dimensions = 2
      space.warnings.append(
        Warning(
          code: .unitDoubtful,
          message: "x and y are a picture's, and z is in another unit: the depth is left out; "
            + "where all three are metres or millimetres, give --units"))
    }
    if space.dimensions == 2 {
      for i in detections.columns.indices { detections.columns[i].z = [] }
      space.resolvePlane(&detections, marks, plan: plan, options: options)
    } else {
      let isComplete = detections.columns.allSatisfy { !$0.z.isEmpty }
      detections.fillDepth()
      detections.eraseFlatPoints()
      space.resolveVolume(
        &detections, isComplete ? marks : Landmarks(detections), plan: plan, options: options)
    }
    return space
  }

  // MARK: - Two dimensions

  private mutating func resolvePlane(
    _ detections: inout Detections, _ marks: Landmarks, plan: TablePlan, options: ReadOptions
  ) {
    decidePlaneAxes(marks)
    decidePlaneUnits(detections, marks, plan, options)
    if axes.exchanged {
      for i in detections.columns.indices {
        let x = detections.columns[i].x
        detections.columns[i].x = detections.columns[i].y
        detections.columns[i].y = x
      }
      warnings.append(
        Warning(
          code: .axesExchanged,
          message: "x and y stand in each other's place: the lifter would lie; they were exchanged")
      )
    }
    if let width = options.given(\.width), let height = options.given(\.height) {
      imageSize = ImageSize(
        width: width.value, height: height.value, source: .weaker(width.by, height.by))
    } else {
      imageSize = plan.imageSize
    }
    var scaleX: Float = 1
    var scaleY: Float = axes.up == "+y" ? 1 : -1
    if units == .normalized {
      imageSize = imageSize ?? options.place?.shape
      if imageSize == nil { estimateShape(detections) }
      if let imageSize {
        scaleX = Float(imageSize.width)
        scaleY *= Float(imageSize.height)
      }
    }
    for i in detections.columns.indices {
      if scaleX != 1 {
        detections.columns[i].x = Kernel.linear(detections.columns[i].x, scale: scaleX)
      }
      if scaleY != 1 {
        detections.columns[i].y = Kernel.linear(detections.columns[i].y, scale: scaleY)
      }
    }
  }

  private mutating func decidePlaneUnits(
    _ detections: Detections, _ marks: Landmarks, _ plan: TablePlan, _ options: ReadOptions
  ) {
    if let given = options.statedUnits {
      units = given.units
      unitsReason = given.reason
      return
    }
    if options.mapping != nil, let given = plan.units {
      units = given
      unitsReason = "given by the mapping"
      return
    }
    let columns = detections.columns.flatMap { [$0.x, $0.y] }
    // Pixels are said to be metres by some writers, which shows in how far they reach.
    if plan.units == .metres {
      let counts = Kernel.census(columns, low: -20, high: 20)
      if counts.atMostLow == 0, counts.belowHigh == counts.finite {
        units = .metres
        unitsReason = "said by the file"
        return
      }
    }
    let isTall = isTall(marks, columns)
    let isAbove = marks.shoulders.flatMap { Statistics.median($0.y) }.map { $0 < 0 } ?? false
    if isTall, axes.up == "+y" || isAbove {
      units = .metres
      unitsReason =
        axes.up == "+y"
        ? "y points up, and shoulders stand 1.1 to 2 units over the ankles"
        : "shoulders stand 1.1 to 2 units over the ankles, and over the edge of any picture"
      return
    }
    // The twentieth of the coordinates that are lowest, and highest, may be anything.
    let counts = Kernel.census(columns, low: -1.5, high: 2.5)
    let isNormalized =
      counts.finite == 0
      || counts.atMostLow <= Statistics.rank(0.05, of: counts.finite)
        && counts.belowHigh > Statistics.rank(0.95, of: counts.finite)
    units = isNormalized ? .normalized : .pixels
    if isNormalized, isTall {
      warnings.append(
        Warning(
          code: .unitDoubtful,
          message:
            "the unit is doubtful: taken for parts of a picture, of which the body is longer "
            + "than the whole; where these are metres, give --units m"))
    }
    guard options.isDescribed else { return }
    let values = columns.flatMap { $0 }
    let low = Statistics.quantile(values, 0.05) ?? 0
    let high = Statistics.quantile(values, 0.95) ?? 0
    unitsReason =
      isNormalized
      ? "coordinates lie between \(rounded(low)) and \(rounded(high))"
      : "coordinates reach \(rounded(max(abs(low), abs(high))))"
  }

  /// Whether the body measures what one does in metres, the shoulders 1.1 or more over the ankles, in
  /// a room. As shares of a picture it would be longer than it: feet that are guessed below its lower
  /// edge can do that where y points down, while shoulders over its upper edge show no face.
  private func isTall(_ marks: Landmarks, _ columns: [[Float]]) -> Bool {
    guard !axes.exchanged, let top = marks.shoulders, let bottom = marks.ankles else {
      return false
    }
    let rises =
      axes.up == "+y"
      ? Kernel.difference(top.y, bottom.y) : Kernel.difference(bottom.y, top.y)
    guard let height = Statistics.quantile(rises, 0.9), (1.1..<2).contains(height) else {
      return false
    }
    let counts = Kernel.census(columns, low: -20, high: 20)
    return counts.atMostLow == 0 && counts.belowHigh == counts.finite
  }

  /// The body stands along y with the ankles at its lower end, through a squat too; where it lies
  /// along x in most rows, x and y are exchanged.
  private mutating func decidePlaneAxes(_ marks: Landmarks) {
    guard let top = marks.shoulders ?? marks.hips, let bottom = marks.ankles ?? marks.knees,
      let dx = Statistics.median(Kernel.difference(bottom.x, top.x)),
      let dy = Statistics.median(Kernel.difference(bottom.y, top.y))
    else { return }
    axes.exchanged = abs(dx) > 1.5 * abs(dy)
    let down = axes.exchanged ? dx : dy
    axes.up = down > 0 ? "-y" : "+y"
  }

  private mutating func estimateShape(_ detections: Detections) {
    if let shape = ShapeEstimate.find(detections, down: axes.up == "+y" ? -1 : 1) {
      imageSize = shape.size
      warnings.append(Warning(code: .shapeEstimated, message: shape.message))
    } else {
      warnings.append(
        Warning(
          code: .shapeUnknown,
          message: "coordinates are normalized and the frame's shape is not known: angles cannot "
            + "be judged; give --image-size WxH"))
    }
  }

  // MARK: - Three dimensions

  private mutating func resolveVolume(
    _ detections: inout Detections, _ marks: Landmarks, plan: TablePlan, options: ReadOptions
  ) {
    let leg = marks.legLength
    decideVolumeUnits(&detections, leg: leg, plan: plan, options: options)
    axes.up = up(marks) ?? "estimated"
    if let hips = marks.hips, let leg, leg > 0 {
      let distances = hips.x.indices.map { i in
        (hips.x[i] * hips.x[i] + hips.y[i] * hips.y[i] + hips.z[i] * hips.z[i]).squareRoot()
      }
      axes.hipCentered = (Statistics.quantile(distances, 0.9) ?? .infinity) < 0.06 * leg
    }
  }

  /// A leg measures 0.5 to 1.3 m; its number tells the unit.
  private mutating func decideVolumeUnits(
    _ detections: inout Detections, leg: Float?, plan: TablePlan, options: ReadOptions
  ) {
    let stated = options.statedUnits
    let said = stated?.units ?? plan.units
    var bySize: Units?
    var centimetres = false
    switch leg ?? 0 {
    case 0.4..<1.6: bySize = .metres
    case 40..<160:
      bySize = .millimetres
      centimetres = true
    case 400..<1600: bySize = .millimetres
    default: bySize = nil
    }
    units = stated?.units ?? bySize ?? plan.units ?? .metres
    unitsReason =
      stated?.reason ?? leg.map { "the legs measure \(rounded($0)) units" }
      ?? "nothing contradicts metres"
    if centimetres, stated == nil {
      for i in detections.columns.indices {
        detections.columns[i].x = detections.columns[i].x.map { $0 * 10 }
        detections.columns[i].y = detections.columns[i].y.map { $0 * 10 }
        detections.columns[i].z = detections.columns[i].z.map { $0 * 10 }
      }
      unitsReason += ", so they were centimetres; read as millimetres"
    }
    if bySize == nil || (said != nil && said != bySize) {
      let found = leg.map { "the legs measure \(rounded($0)) units" } ?? "the legs are not seen"
      warnings.append(
        Warning(
          code: .unitDoubtful,
          message: "the unit is doubtful: taken for \(units.rawValue), \(found)"))
    }
  }

  /// The axis along which the shoulders stand over the ankles.
  private func up(_ marks: Landmarks) -> String? {
    guard let top = marks.shoulders, let bottom = marks.ankles, !top.z.isEmpty, !bottom.z.isEmpty
    else { return nil }
    let rises = [(top.x, bottom.x, "x"), (top.y, bottom.y, "y"), (top.z, bottom.z, "z")].compactMap
    { top, bottom, name in
      Statistics.median(zip(top, bottom).map { $0 - $1 }).map { (rise: $0, name: name) }
    }
    guard let best = rises.max(by: { abs($0.rise) < abs($1.rise) }) else { return nil }
    return (best.rise < 0 ? "-" : "+") + best.name
  }

  private func rounded(_ value: Float) -> String {
    let tenths = (Double(value) * 100).rounded() / 100
    return tenths == tenths.rounded() && abs(tenths) < 1e9 ? "\(Int(tenths))" : "\(tenths)"
  }
}

extension Detections {
  /// Gives every joint a z column; a joint without one is not seen.
  fileprivate mutating func fillDepth() {
    for i in columns.indices where columns[i].z.isEmpty {
      let nan = [Float](repeating: .nan, count: count)
      columns[i].x = nan
      columns[i].y = nan
      columns[i].z = nan
    }
  }
}

extension ImageSize.Source {
  /// A shape is known no better than its weaker half.
  fileprivate static func weaker(_ a: Self, _ b: Self) -> Self {
    let strength: [Self] = [.option, .sidecar, .manifest, .table, .estimated]
    return strength.last { $0 == a || $0 == b } ?? a
  }
}

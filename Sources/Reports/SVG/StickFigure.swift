internal import Faults
internal import Pose

/// The lifter in one frame, with the lines that a finding is about marked.
struct StickFigure {
  private static let width = 200.0
  private static let height = 168.0
  private static let margin = 14.0

  private let figure: Figure
  private let projection: FigureProjection
  /// Units of the drawing a unit of the recording.
  private let scale: Double

  /// Prepares the drawings of some frames, all to one scale, the largest at which each fits. Nil
  /// when there is nothing to draw. In the frame `upright` the lifter stands, which tells where up
  /// is in three dimensions.
  init?(_ figure: Figure, frames: [Int], upright: Int) {
    self.figure = figure
    projection = FigureProjection(figure, upright: upright)
    var widest = 0.0
    var highest = 0.0
    for frame in frames {
      let points = figure.joints.indices.compactMap { [projection] in
        projection.point($0, frame: frame)
      }
      guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
        let low = points.map(\.y).min(), let high = points.map(\.y).max()
      else { continue }
      widest = max(widest, right - left)
      highest = max(highest, high - low)
    }
    guard highest > 0 else { return nil }
    // The head's ring reaches beyond the points of the face.
    let free = (Self.width - 2 * Self.margin, Self.height - 2 * Self.margin - 8)
    scale = min(free.0 / max(widest, highest / 10), free.1 / highest)
  }

  /// The drawing of a frame, with the bones of the findings marked.
  func draw(frame: Int, marking faults: [FaultID], label: String) -> Markup {
    let places = figure.joints.indices.map { projection.point($0, frame: frame) }
    let across = places.compactMap { $0?.x }
    let middle = ((across.min() ?? 0) + (across.max() ?? 0)) / 2
    let floor = places.compactMap { $0?.y }.min() ?? 0
    let onPaper = places.map { place in
      place.map { place in
        (
          Self.width / 2 + (place.x - middle) * scale,
          Self.height - Self.margin - (place.y - floor) * scale
        )
      }
    }
    let marked = Set(faults.flatMap(Self.joints))
    var svg = MarkupWriter()
    svg.tag("<svg class=\"figure\" viewBox=\"0 0 200 168\" role=\"img\" aria-label=\"")
    svg.text(label)
    svg.tag("\"><line class=\"floor\" x1=\"12\" x2=\"188\" y1=\"156\" y2=\"156\"/>")
    for isMarked in [false, true] {
      for bone in figure.bones {
        guard let a = onPaper[bone[0]], let b = onPaper[bone[1]] else { continue }
        let ends = (figure.joints[bone[0]], figure.joints[bone[1]])
        guard (marked.contains(ends.0) && marked.contains(ends.1)) == isMarked else { continue }
        line(a, b, isMarked ? "bone hit" : Self.isFar(ends) ? "bone far" : "bone", &svg)
      }
    }
    head(onPaper, &svg)
    for (joint, place) in zip(figure.joints, onPaper) where marked.contains(joint) {
      guard let place else { continue }
      circle(place, 3.4, "dot", &svg)
    }
    svg.tag("</svg>")
    return svg.markup
  }

  private func line(
    _ a: (Double, Double), _ b: (Double, Double), _ kind: String, _ svg: inout MarkupWriter
  ) {
    svg.tag("<line class=\"")
    svg.text(kind)
    svg.tag("\" x1=\"")
    svg.number(a.0, decimals: 1)
    svg.tag("\" y1=\"")
    svg.number(a.1, decimals: 1)
    svg.tag("\" x2=\"")
    svg.number(b.0, decimals: 1)
    svg.tag("\" y2=\"")
    svg.number(b.1, decimals: 1)
    svg.tag("\"/>")
  }

  private func circle(
    _ center: (Double, Double), _ radius: Double, _ kind: String, _ svg: inout MarkupWriter
  ) {
    svg.tag("<circle class=\"")
    svg.text(kind)
    svg.tag("\" cx=\"")
    svg.number(center.0, decimals: 1)
    svg.tag("\" cy=\"")
    svg.number(center.1, decimals: 1)
    svg.tag("\" r=\"")
    svg.number(radius, decimals: 1)
    svg.tag("\"/>")
  }

  /// A ring around the middle of what was seen of the head.
  private func head(_ places: [(Double, Double)?], _ svg: inout MarkupWriter) {
    let points = zip(figure.joints, places).compactMap { joint, place in
      Self.head.contains(joint) ? place : nil
    }
    guard let center = Self.middle(points) else { return }
    let shoulders = zip(figure.joints, places).compactMap { joint, place in
      joint == .leftShoulder || joint == .rightShoulder || joint == .spineTop ? place : nil
    }
    if let neck = Self.middle(shoulders) { line(neck, center, "bone", &svg) }
    circle(center, 9, "head", &svg)
  }

  private static func middle(_ points: [(Double, Double)]) -> (Double, Double)? {
    guard !points.isEmpty else { return nil }
    let count = Double(points.count)
    return (points.map(\.0).reduce(0, +) / count, points.map(\.1).reduce(0, +) / count)
  }

  private static let head: Set<Joint> = [
    .nose, .leftEye, .rightEye, .leftEar, .rightEar, .headCenter,
  ]

  /// The right side is drawn lighter, so that the two can be told apart.
  private static func isFar(_ ends: (Joint, Joint)) -> Bool {
    String(describing: ends.0).hasPrefix("right") && String(describing: ends.1).hasPrefix("right")
  }

  /// The joints whose lines show a mistake.
  private static func joints(_ fault: FaultID) -> [Joint] {
    switch fault {
    case .neckExtended, .neckFlexed, .headForward:
      Array(head) + [.leftShoulder, .rightShoulder, .spineTop]
    case .barTooHigh, .barTooLow, .barPath: [.barLeft, .barRight, .leftShoulder, .rightShoulder]
    case .backRounded, .backArched, .braceLost, .forwardLean, .hipsRiseFirst:
      [.leftShoulder, .rightShoulder, .leftHip, .rightHip]
    case .hipsTooFarBack: [.leftHip, .rightHip, .leftKnee, .rightKnee, .leftAnkle, .rightAnkle]
    case .kneeCave, .kneeCaveOneSide, .kneeFootAlignment:
      [.leftKnee, .rightKnee, .leftAnkle, .rightAnkle, .leftHip, .rightHip]
    case .insufficientDepth: [.leftHip, .rightHip, .leftKnee, .rightKnee]
    case .stanceWidth, .toeAngle, .heelsRise, .weightShift:
      [.leftAnkle, .rightAnkle, .leftHeel, .rightHeel, .leftToe, .rightToe]
    case .asymmetry: [.leftHip, .rightHip, .leftShoulder, .rightShoulder]
    case .fastDescent, .bounce, .noLockout, .inconsistentReps: []
    }
  }
}

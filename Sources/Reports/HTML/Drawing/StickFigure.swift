internal import Faults
internal import Pose

/// The lifter in one frame, drawn from the side or the front, with a finding marked.
///
/// Units of the drawings are half pixels of the screen, so that whole numbers are fine enough.
struct StickFigure {
  /// The box that a figure is drawn in: its middle and its ground are given, its head is free.
  static let width = 300.0
  static let height = 330.0
  static let ground = 348.0

  let playback: Playback
  /// Two dimensions show what the camera saw; else the plane can be chosen.
  let isFilmedFrontal: Bool
  /// Units of the drawing a step of the figure.
  private let scale: Double

  /// Prepares drawings of some frames, all to one scale, the largest at which each fits. Nil when
  /// there is nothing to draw.
  init?(_ playback: Playback, isFilmedFrontal: Bool, positions: [Int]) {
    self.playback = playback
    self.isFilmedFrontal = isFilmedFrontal
    var widest = 0.0
    var highest = 0.0
    for position in positions {
      for axis in 0..<playback.dimensions {
        let values = playback.joints.indices.compactMap {
          playback.coordinate($0, axis, at: position)
        }
        guard let low = values.min(), let high = values.max() else { continue }
        if axis == 1 {
          highest = max(highest, high - low)
        } else {
          widest = max(widest, high - low)
        }
      }
    }
    guard highest > 0 else { return nil }
    // The head's ring reaches beyond the points of the face.
    scale = min((Self.width - 30) / max(widest, highest / 10), (Self.height - 60) / highest)
  }

  /// A frame as drawn: where each joint is on paper.
  struct Pose {
    var joints: [Joint]
    var places: [Point?]
    var isFrontal: Bool

    typealias Point = SIMD2<Double>

    subscript(spot: FigureMark.Spot) -> Point? {
      var sum = Point.zero
      var count = 0.0
      for joint in spot {
        guard let index = joints.firstIndex(of: joint), let place = places[index] else { continue }
        sum += place
        count += 1
      }
      return count > 0 ? sum / count : nil
    }
  }

  /// The lifter around the vertical line at `middle`, with the lowest point on the ground.
  func pose(at position: Int, around middle: Double, frontal: Bool) -> Pose {
    let isFrontal = playback.dimensions == 3 ? frontal : isFilmedFrontal
    let across = playback.dimensions == 3 && frontal ? 2 : 0
    var places: [Pose.Point?] = playback.joints.indices.map { joint in
      guard let x = playback.coordinate(joint, across, at: position),
        let y = playback.coordinate(joint, 1, at: position)
      else { return nil }
      return Pose.Point(x, y)
    }
    var (left, right, low) = (Double.infinity, -Double.infinity, Double.infinity)
    for case let place? in places {
      left = min(left, place.x)
      right = max(right, place.x)
      low = min(low, place.y)
    }
    for index in places.indices {
      guard let place = places[index] else { continue }
      places[index] = Pose.Point(
        middle + (place.x - (left + right) / 2) * scale,
        Self.ground - 12 - (place.y - low) * scale)
    }
    return Pose(joints: playback.joints, places: places, isFrontal: isFrontal)
  }

  /// The lines of a pose; `kind` is the class that gives them their color.
  func draw(_ pose: Pose, _ kind: MarkupWriter.Literal, _ svg: inout MarkupWriter) {
    svg.tag("<g class=\"")
    svg.tag(kind)
    svg.tag("\">")
    for isFar in [true, false] {
      svg.tag(isFar ? "<path class=\"bone far\" d=\"" : "<path class=\"bone\" d=\"")
      for bone in playback.bones {
        guard Self.isFar(pose.joints[bone[0]], pose.joints[bone[1]]) == isFar,
          let a = pose.places[bone[0]], let b = pose.places[bone[1]]
        else { continue }
        svg.line(a, b)
      }
      if !isFar, let head = pose[Self.head], let neck = pose[Self.neck] { svg.line(neck, head) }
      svg.tag("\"/>")
    }
    if let head = pose[Self.head] { svg.circle(head, 17, "head") }
    if let bar = pose[[.barLeft, .barRight, .barCenter]], !pose.isFrontal {
      svg.circle(bar, 8, "plate")
    }
    svg.tag("</g>")
  }

  /// The marks of a finding with its value.
  func mark(_ fault: FaultID, _ value: String, on pose: Pose, _ svg: inout MarkupWriter) {
    let marks = FigureMark.marks(fault, frontal: pose.isFrontal)
    guard !marks.isEmpty else { return }
    for mark in marks { svg.mark(mark, pose) }
    guard let place = marks.compactMap({ $0.place(pose) }).first, !value.isEmpty else { return }
    let y = max(place.y + 10, 24)
    svg.tag("<text class=\"value\" x=\"")
    svg.number(Int(max(rightEdge(of: pose, near: y), place.x)) + 16)
    svg.tag("\" y=\"")
    svg.number(Int(y))
    svg.tag("\">")
    svg.text(value)
    svg.tag("</text>")
  }

  /// The rightmost of what is drawn of a pose where a text with this base line would stand; the
  /// plumb lines of a front view count. −∞ where there is nothing.
  private func rightEdge(of pose: Pose, near y: Double) -> Double {
    let band = (y - 28)...(y + 6)
    var edge = -Double.infinity
    for bone in playback.bones {
      guard var high = pose.places[bone[0]], var low = pose.places[bone[1]] else { continue }
      if high.y > low.y { swap(&high, &low) }
      guard high.y <= band.upperBound, low.y >= band.lowerBound else { continue }
      let slope = low.y > high.y ? (low.x - high.x) / (low.y - high.y) : 0
      for end in [max(high.y, band.lowerBound), min(low.y, band.upperBound)] {
        edge = max(edge, high.x + slope * (end - high.y))
      }
      if slope == 0 { edge = max(edge, high.x, low.x) }
    }
    // The ring of the head, of radius 17.
    if let head = pose[Self.head], head.y > band.lowerBound - 17, head.y < band.upperBound + 17 {
      edge = max(edge, head.x + 17)
    }
    if pose.isFrontal { edge = Self.legs.compactMap { pose[[$0]]?.x }.reduce(edge, max) }
    return edge
  }

  private static let head: [Joint] = [.nose, .leftEye, .rightEye, .leftEar, .rightEar, .headCenter]
  private static let legs: [Joint] = [
    .leftHip, .rightHip, .leftKnee, .rightKnee, .leftAnkle, .rightAnkle,
  ]
  private static let neck: [Joint] = [.leftShoulder, .rightShoulder, .spineTop]

  /// The right side is drawn lighter, so that the two can be told apart.
  private static func isFar(_ a: Joint, _ b: Joint) -> Bool { isRight(a) && isRight(b) }

  private static func isRight(_ joint: Joint) -> Bool {
    switch joint {
    case .rightEye, .rightEar, .rightShoulder, .rightElbow, .rightWrist, .rightHip, .rightKnee,
      .rightAnkle, .rightHeel, .rightToe:
      true
    default: false
    }
  }
}

extension FigureMark {
  /// Where the value of a mark is written.
  fileprivate func place(_ pose: StickFigure.Pose) -> SIMD2<Double>? {
    switch self {
    case .line(let a, let b), .guide(let a, let b), .gap(let a, let b):
      guard let a = pose[a], let b = pose[b] else { return nil }
      return (a + b) / 2
    case .level(let spot), .plumb(let spot): return pose[spot]
    case .arc(let spot, _, let to):
      guard let at = pose[spot], let to = pose[to] else { return nil }
      return at + (to - at) * 0.6
    }
  }
}

extension MarkupWriter {
  fileprivate typealias Point = SIMD2<Double>

  fileprivate mutating func point(_ point: Point) {
    whole(point.x)
    tag(" ")
    whole(point.y)
  }

  /// Coordinates may be anything that was filmed; those far outside are cut off.
  fileprivate mutating func whole(_ value: Double) {
    number(Int(min(max(value, -9999), 9999) + (value < 0 ? -0.5 : 0.5)))
  }

  fileprivate mutating func line(_ a: Point, _ b: Point) {
    tag("M")
    point(a)
    tag("L")
    point(b)
  }

  fileprivate mutating func circle(_ center: Point, _ radius: Int, _ kind: Literal) {
    tag("<circle class=\"")
    tag(kind)
    tag("\" r=\"")
    number(radius)
    tag("\" cx=\"")
    whole(center.x)
    tag("\" cy=\"")
    whole(center.y)
    tag("\"/>")
  }

  private mutating func stroke(_ kind: Literal, _ a: Point, _ b: Point) {
    tag("<path class=\"")
    tag(kind)
    tag("\" d=\"")
    line(a, b)
    tag("\"/>")
  }

  fileprivate mutating func mark(_ mark: FigureMark, _ pose: StickFigure.Pose) {
    switch mark {
    case .line(let a, let b):
      if let a = pose[a], let b = pose[b] { stroke("mark", a, b) }
    case .guide(let a, let b):
      if let a = pose[a], let b = pose[b] { stroke("guide", a, b) }
    case .level(let a):
      if let a = pose[a] { stroke("guide", [a.x - 90, a.y], [a.x + 90, a.y]) }
    case .plumb(let a):
      if let a = pose[a] { stroke("guide", [a.x, a.y], [a.x, a.y - 150]) }
    case .gap(let a, let b):
      if let a = pose[a], let b = pose[b] { stroke("mark", a, [b.x, a.y]) }
    case .arc(let at, let way, let to):
      guard let at = pose[at], let to = pose[to] else { return }
      let direction: Point
      switch way {
      case .up: direction = [0, -1]
      case .level: direction = [to.x < at.x ? -1 : 1, 0]
      case .along(let c, let d):
        guard let c = pose[c], let d = pose[d] else { return }
        direction = d - c
      }
      arc(at, direction, to - at)
    }
  }

  /// A dashed ray in one direction and the arc from it to the other.
  private mutating func arc(_ at: Point, _ from: Point, _ to: Point) {
    let (a, b) = (Self.unit(from), Self.unit(to))
    guard let a, let b else { return }
    stroke("guide", at, at + a * 110)
    let radius = 56.0
    tag("<path class=\"arc\" d=\"M")
    point(at + a * radius)
    tag("A56 56 0 0 ")
    // Over the shorter way, whichever hand that is.
    tag(a.x * b.y - a.y * b.x > 0 ? "1 " : "0 ")
    point(at + b * radius)
    tag("\"/>")
  }

  private static func unit(_ vector: Point) -> Point? {
    let length = (vector.x * vector.x + vector.y * vector.y).squareRoot()
    return length > 0 ? vector / length : nil
  }
}

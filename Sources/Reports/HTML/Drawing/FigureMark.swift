internal import Faults
internal import Pose

/// How a finding is shown on the figure: lines, guides and arcs between points of the body.
///
/// The drawings of this program and those of the pages' script are made from the same marks.
enum FigureMark {
  /// The middle of those of the joints that were seen.
  typealias Spot = [Joint]

  case line(Spot, Spot)
  /// A dashed line between two spots.
  case guide(Spot, Spot)
  /// A dashed horizontal, or vertical, line through a spot.
  case level(Spot)
  case plumb(Spot)
  /// The horizontal distance from the first spot to where the second one is.
  case gap(Spot, Spot)
  /// The angle at a spot from a direction to another spot.
  case arc(at: Spot, from: Way, to: Spot)

  enum Way {
    case up
    /// Horizontal, on the side to which the angle opens.
    case level
    /// As from the first spot to the second.
    case along(Spot, Spot)
  }

  private static let head: Spot = [
    .nose, .leftEye, .rightEye, .leftEar, .rightEar, .headCenter,
  ]
  private static let shoulders: Spot = [.leftShoulder, .rightShoulder]
  private static let hips: Spot = [.leftHip, .rightHip]
  private static let knees: Spot = [.leftKnee, .rightKnee]
  private static let ankles: Spot = [.leftAnkle, .rightAnkle]
  private static let toes: Spot = [.leftToe, .rightToe]
  private static let bar: Spot = [.barLeft, .barRight, .barCenter]
  private static let back: Spot = [.spineMiddle, .t12, .l3]
  private static let top: Spot = [.spineTop, .c7, .t4]

  /// A mistake that is seen from the front, when there is a choice.
  static func isFrontal(_ fault: FaultID) -> Bool {
    switch fault {
    case .kneeCave, .kneeCaveOneSide, .kneeFootAlignment, .stanceWidth, .toeAngle, .asymmetry: true
    default: false
    }
  }

  /// The marks of a mistake, as seen from the front or from the side; none for a matter of time.
  static func marks(_ fault: FaultID, frontal: Bool) -> [FigureMark] {
    switch fault {
    case .insufficientDepth:
      frontal
        ? [.level(hips), .level(knees)]
        : [.line(hips, knees), .arc(at: knees, from: .level, to: hips)]
    case .kneeCave, .kneeCaveOneSide, .kneeFootAlignment:
      [
        .line([.leftKnee], [.rightKnee]), .guide([.leftAnkle], [.rightAnkle]),
        .plumb([.leftAnkle]), .plumb([.rightAnkle]),
      ]
    case .forwardLean:
      [.line(hips, shoulders), .arc(at: hips, from: .along(ankles, knees), to: shoulders)]
    case .braceLost, .hipsRiseFirst:
      [.line(hips, shoulders), .arc(at: hips, from: .up, to: shoulders)]
    case .hipsTooFarBack: [.gap(hips, ankles), .plumb(ankles)]
    case .neckExtended, .neckFlexed, .headForward:
      [.line(shoulders, head), .arc(at: shoulders, from: .along(hips, shoulders), to: head)]
    case .backRounded, .backArched:
      [.line(hips, back), .line(back, top), .arc(at: back, from: .along(hips, back), to: top)]
    case .barTooHigh, .barTooLow: [.line(shoulders, bar), .level(shoulders)]
    case .barPath: [.plumb(ankles), .gap(bar, ankles)]
    case .weightShift: [.plumb(ankles), .gap(shoulders, ankles)]
    case .heelsRise:
      [.line([.leftHeel], [.leftToe]), .line([.rightHeel], [.rightToe]), .level(toes)]
    case .stanceWidth:
      [.line([.leftAnkle], [.rightAnkle]), .plumb([.leftShoulder]), .plumb([.rightShoulder])]
    case .toeAngle: [.line([.leftHeel], [.leftToe]), .line([.rightHeel], [.rightToe])]
    case .asymmetry: [.line([.leftHip], [.rightHip]), .level(hips)]
    case .noLockout: [.line(hips, knees), .arc(at: knees, from: .along(ankles, knees), to: hips)]
    case .fastDescent, .bounce, .inconsistentReps: []
    }
  }
}

extension FigureMark {
  /// A member of the script's table: `"knee_cave":{"frontal":true,"side":[…],"front":[…]}`.
  static func write(_ fault: FaultID, to json: inout JSONWriter) {
    json.object(named: fault.rawValue) { json in
      json.field("frontal", isFrontal(fault))
      json.array("side", marks(fault, frontal: false)) { json, mark in mark.write(to: &json) }
      json.array("front", marks(fault, frontal: true)) { json, mark in mark.write(to: &json) }
    }
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .line(let a, let b): Self.write("line", [("a", a), ("b", b)], &json)
      case .guide(let a, let b): Self.write("guide", [("a", a), ("b", b)], &json)
      case .level(let a): Self.write("level", [("a", a)], &json)
      case .plumb(let a): Self.write("plumb", [("a", a)], &json)
      case .gap(let a, let b): Self.write("gap", [("a", a), ("b", b)], &json)
      case .arc(let at, let way, let to):
        switch way {
        case .up: Self.write("up", [("a", at), ("b", to)], &json)
        case .level: Self.write("arc", [("a", at), ("b", to)], &json)
        case .along(let c, let d):
          Self.write("along", [("a", at), ("b", to), ("c", c), ("d", d)], &json)
        }
      }
    }
  }

  private static func write(
    _ kind: String, _ spots: [(StaticString, Spot)], _ json: inout JSONWriter
  ) {
    json.field("kind", kind)
    for (name, spot) in spots {
      json.array(name, spot) { json, joint in json.element(String(describing: joint)) }
    }
  }
}

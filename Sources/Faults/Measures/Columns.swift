import Kernels
import Kinematics
import Pose

/// The lifter's points as columns, and what is computed from them frame by frame.
///
/// A column is absent where the recording or the view does not have it.
struct Columns {
  let body: Body
  let hips: Body.Point?
  let knees: Body.Point?
  let ankles: Body.Point?
  let shoulders: Body.Point?
  let heels: Body.Point?
  let toes: Body.Point?
  let ears: Body.Point?

  init(_ body: Body) {
    self.body = body
    hips = Self.middle(body[.leftHip], body[.rightHip]) ?? body[.pelvis]
    knees = Self.middle(body[.leftKnee], body[.rightKnee])
    ankles = Self.middle(body[.leftAnkle], body[.rightAnkle])
    shoulders = Self.middle(body[.leftShoulder], body[.rightShoulder]) ?? body[.spineTop]
    heels = Self.middle(body[.leftHeel], body[.rightHeel])
    toes = Self.middle(body[.leftToe], body[.rightToe])
    ears = Self.middle(body[.leftEar], body[.rightEar])
  }

  /// The point half way between two; in directions other than left, one of them tells of both in
  /// frames in which the other was not seen.
  private static func middle(_ a: Body.Point?, _ b: Body.Point?) -> Body.Point? {
    guard let a else { return b.map(withoutLeft) }
    guard let b else { return withoutLeft(a) }
    func either(_ a: [Float], _ b: [Float]) -> [Float] {
      a.isEmpty ? b : b.isEmpty ? a : Body.middle(a, b)
    }
    return Body.Point(
      forward: either(a.forward, b.forward), up: either(a.up, b.up),
      left: a.left.isEmpty || b.left.isEmpty ? [] : Kernel.mean(a.left, b.left),
      noise: max(a.noise, b.noise))
  }

  private static func withoutLeft(_ point: Body.Point) -> Body.Point {
    Body.Point(forward: point.forward, up: point.up, noise: point.noise)
  }

  /// The bar's middle: its own point, or half way between its ends. One end alone lies in the
  /// same place only when seen from the side.
  var bar: Body.Point? {
    if let center = body[.barCenter] { return center }
    if !body.view.isFlat, body[.barLeft] == nil || body[.barRight] == nil { return nil }
    return Self.middle(body[.barLeft], body[.barRight])
  }

  /// Distance of two joints from left to right, frame by frame; nil without that direction.
  func width(_ a: Joint, _ b: Joint) -> (values: [Float], noise: Float)? {
    guard let a = body[a], let b = body[b], !a.left.isEmpty, !b.left.isEmpty else { return nil }
    return (
      Kernel.magnitude(Kernel.difference(a.left, b.left)), Statistics.root(a.noise, b.noise)
    )
  }
}

extension View {
  /// Seen from the side: left and right lie behind each other.
  var isFlat: Bool { kind == .side }
}

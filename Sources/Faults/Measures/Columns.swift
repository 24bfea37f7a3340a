import Kinematics
import Pose

/// The lifter's points as columns, and what is computed from them frame by frame.
///
/// A column is absent where the recording or the view does not have it.
struct Columns {
  let body: Body

  init(_ body: Body) { self.body = body }

  /// The point half way between two joints; in directions other than left, one of them stands
  /// for both in frames in which the other was not seen.
  func middle(_ a: Joint, _ b: Joint) -> Body.Point? {
    guard let a = body[a] else { return body[b].map(withoutLeft) }
    guard let b = body[b] else { return withoutLeft(a) }
    return Body.Point(
      forward: mean(a.forward, b.forward, orEither: true), up: mean(a.up, b.up, orEither: true),
      left: mean(a.left, b.left, orEither: false), noise: max(a.noise, b.noise))
  }

  private func withoutLeft(_ point: Body.Point) -> Body.Point {
    Body.Point(forward: point.forward, up: point.up, noise: point.noise)
  }

  private func mean(_ a: [Float], _ b: [Float], orEither: Bool) -> [Float] {
    guard !a.isEmpty, !b.isEmpty else { return orEither ? (a.isEmpty ? b : a) : [] }
    return zip(a, b).map { a, b in
      orEither && a.isNaN ? b : orEither && b.isNaN ? a : (a + b) / 2
    }
  }

  var hips: Body.Point? { middle(.leftHip, .rightHip) ?? body[.pelvis] }
  var knees: Body.Point? { middle(.leftKnee, .rightKnee) }
  var ankles: Body.Point? { middle(.leftAnkle, .rightAnkle) }
  var shoulders: Body.Point? { middle(.leftShoulder, .rightShoulder) ?? body[.spineTop] }
  var heels: Body.Point? { middle(.leftHeel, .rightHeel) }
  var toes: Body.Point? { middle(.leftToe, .rightToe) }
  var ears: Body.Point? { middle(.leftEar, .rightEar) }
  /// The bar's middle: its own point, or half way between its ends. One end alone lies in the
  /// same place only when seen from the side.
  var bar: Body.Point? {
    if let center = body[.barCenter] { return center }
    if !body.view.isFlat, body[.barLeft] == nil || body[.barRight] == nil { return nil }
    return middle(.barLeft, .barRight)
  }

  /// Head markers stand for the ears: front and back of the head.
  var hasHeadMarkers: Bool {
    body[.leftFrontHead] ?? body[.rightFrontHead] != nil
      && body[.leftBackHead] ?? body[.rightBackHead] != nil
  }

  // MARK: - Column arithmetic

  static func difference(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $0 - $1 } }

  static func scaled(_ a: [Float], by factor: Float) -> [Float] { a.map { $0 * factor } }

  /// Distance of two joints from left to right, frame by frame; nil without that direction.
  func width(_ a: Joint, _ b: Joint) -> (values: [Float], noise: Float)? {
    guard let a = body[a], let b = body[b], !a.left.isEmpty, !b.left.isEmpty else { return nil }
    return (zip(a.left, b.left).map { abs($0 - $1) }, Statistics.root(a.noise, b.noise))
  }
}

extension View {
  /// Seen from the side: left and right lie behind each other.
  var isFlat: Bool { kind == .side }
}

internal import Kernels
internal import Kinematics
internal import Pose

/// What steps towards a camera, or away from it, do to heights in a picture.
struct PictureScale {
  let body: Body
  let limits: RepLimits
  /// Points half way between both sides'; nil where the recording has neither.
  let shoulders: Body.Point?
  let hips: Body.Point?
  let feet: Body.Point?

  /// The share by which heights may be less in one stretch of standing than in another because the
  /// lifter was further from the camera; negative for nearer: what the trunk's length differs by.
  /// 0 where the feet stayed in their place, and in three dimensions.
  ///
  /// A trunk that leans to the camera is short in the picture as well, so the truth lies anywhere
  /// from none of this to all of it.
  func change(from one: Range<Int>, to other: Range<Int>) -> Float {
    guard body.dimensions == 2, let feet, let hips, let shoulders else { return 0 }
    func middle(_ column: [Float], _ frames: Range<Int>) -> Float {
      column.isEmpty ? .nan : Robust.value(of: column, in: frames) { $0 / 2 } ?? .nan
    }
    let moved = [\Body.Point.forward, \.left, \.up].contains { axis in
      abs(middle(feet[keyPath: axis], one) - middle(feet[keyPath: axis], other))
        > limits.place * body.lengths.leg
    }
    guard moved else { return 0 }
    func trunk(_ frames: Range<Int>) -> Float {
      func along(_ axis: KeyPath<Body.Point, [Float]>) -> Float {
        middle(shoulders[keyPath: axis], frames) - middle(hips[keyPath: axis], frames)
      }
      let across = body.view.kind == .side ? along(\.forward) : along(\.left)
      return Scalar.length(across, along(\.up))
    }
    let change = 1 - trunk(other) / trunk(one)
    return change.isFinite ? change : 0
  }
}

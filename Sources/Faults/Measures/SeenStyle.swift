import Kinematics
import Pose
import Reps

extension SetContext {
  /// The style that was given; where nobody said, what the hands tell: above the head for most
  /// of the reps, an overhead squat; well below the shoulders when standing, none with a bar on
  /// the back, which hands at the shoulders may or may not hold.
  var seenStyle: Style {
    guard style == .unknown, let hands = body.middle(.leftWrist, .rightWrist) else { return style }
    if let head = body.ears ?? body[.headCenter] ?? body[.nose] ?? body[.headTop] {
      let reps = segmentation.reps.lazy.filter(\.complete).flatMap { $0.start...$0.end }
      if mostly(reps, { hands.up[$0] - head.up[$0] }, above: 0) { return .overhead }
    }
    guard let shoulders = body.midShoulder, body[.barLeft] == nil, body[.barRight] == nil,
      body[.barCenter] == nil, body.lengths.trunk > 0
    else { return style }
    let standing = segmentation.standing.indices.lazy.filter { segmentation.standing[$0] }
    let hanging = 0.5 * body.lengths.trunk
    return mostly(standing, { shoulders.up[$0] - hands.up[$0] }, above: hanging)
      ? .bodyweight : style
  }

  /// Three in five of the frames that show the value have more than the limit.
  private func mostly(
    _ frames: some Sequence<Int>, _ value: (Int) -> Float, above limit: Float
  ) -> Bool {
    var seen = 0
    var above = 0
    for frame in frames where frame < body.count {
      let value = value(frame)
      if value.isNaN { continue }
      seen += 1
      if value > limit { above += 1 }
    }
    return seen > 0 && 5 * above > 3 * seen
  }
}

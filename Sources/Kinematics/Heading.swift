import Kernels
import Pose
import Signals

/// Cues to where the lifter's front is, from feet, face and knees.
///
/// Each cue is a vector in the recording's axes that points to the lifter's front, with its
/// weight; a cue whose points are missing is left out.
struct Heading {
  /// The sum of the weighted unit cues, horizontal.
  let forward: Vector
  /// The length of `forward` over the sum of weights: 1 when all agree, 0 when nothing is known.
  let agreement: Float

  init(_ skeleton: Skeleton, _ posture: Posture) {
    var sum = Vector.zero
    var weight: Float = 0

    func add(_ vectors: [Vector], _ w: Float, scale: Float) {
      guard !vectors.isEmpty else { return }
      let mean = Robust.median(vectors).without(posture.up)
      guard mean.isFinite else { return }
      // A cue counts in full when it is as long as it can be, less when the camera sees it
      // end-on or the points nearly coincide.
      let strength = min(1, mean.length / scale)
      sum += mean.unit * (w * strength)
      weight += w * strength
    }

    let upright = posture.upright
    let leg = Robust.median(
      upright.map { (skeleton.hips($0) - skeleton.ankles($0)).dot(posture.up) })
    guard leg > 0 else {
      forward = .zero
      agreement = 0
      return
    }
    for side in Side.allCases {
      let feet = upright.map { skeleton.place(side.toe, $0) - skeleton.place(side.heel, $0) }
        .filter(\.isFinite)
      add(feet, 1, scale: 0.2 * leg)
      if feet.isEmpty {
        let toes = upright.map { skeleton.place(side.toe, $0) - skeleton.place(side.ankle, $0) }
        add(toes.filter(\.isFinite), 0.7, scale: 0.15 * leg)
      }
    }
    let faces = upright.map { frame in
      let ears = skeleton.middle(.leftEar, .rightEar, frame)
      let from = ears.isFinite ? ears : skeleton.place(.headCenter, frame)
      return skeleton.place(.nose, frame) - from
    }
    add(faces.filter(\.isFinite), 0.7, scale: 0.1 * leg)

    // Whatever the layout, knees bend to the front: at low hips they are ahead of the line from
    // hip to ankle.
    let knees = Self.lowFrames(skeleton, posture).flatMap { frame in
      Side.allCases.map { side in
        let hip = skeleton.place(side.hip, frame)
        let ankle = skeleton.place(side.ankle, frame)
        return skeleton.place(side.knee, frame) - (hip + ankle) / 2
      }
    }.filter(\.isFinite)
    add(knees, 1.5, scale: 0.15 * leg)

    forward = sum
    agreement = weight > 0 ? sum.length / weight : 0
  }

  /// Frames with the hips in the lowest quarter of their travel above the ankles.
  static func lowFrames(_ skeleton: Skeleton, _ posture: Posture) -> [Int] {
    let heights = (0..<skeleton.count).map {
      (skeleton.hips($0) - skeleton.ankles($0)).dot(posture.up)
    }
    let low = Robust.quantile(heights, 0.02)
    let high = Robust.quantile(heights, 0.98)
    return heights.indices.filter { heights[$0] <= low + 0.25 * (high - low) }
  }
}

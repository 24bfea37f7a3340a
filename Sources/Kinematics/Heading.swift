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

    func add(_ lines: Places, _ w: Float, scale: Float) {
      let mean = lines.median.without(posture.up)
      guard mean.isFinite else { return }
      // A cue counts in full when it is as long as it can be, less when the camera sees it
      // end-on or the points nearly coincide.
      let strength = min(1, mean.length / scale)
      sum += mean.unit * (w * strength)
      weight += w * strength
    }

    let upright = posture.upright
    let heights = (skeleton.hips - skeleton.ankles).along(posture.up)
    let leg = Robust.median(heights.at(upright))
    guard leg > 0 else {
      forward = .zero
      agreement = 0
      return
    }
    for side in Side.allCases {
      let feet = skeleton.line(from: side.heel, to: side.toe).at(upright)
      add(feet, 1, scale: 0.2 * leg)
      if feet.isMissing {
        add(skeleton.line(from: side.ankle, to: side.toe).at(upright), 0.7, scale: 0.15 * leg)
      }
    }
    let ears = skeleton.places(.leftEar).middle(skeleton.places(.rightEar))
      .filled(from: skeleton.places(.headCenter))
    add((skeleton.places(.nose) - ears).at(upright), 0.7, scale: 0.1 * leg)

    // Whatever the layout, knees bend to the front: at low hips they are ahead of the line from
    // hip to ankle.
    let low = Self.lowFrames(heights)
    var knees = Places(x: [], y: [], z: [])
    for side in Side.allCases {
      let knee = skeleton.places(side.knee).at(low)
      let middle = skeleton.places(side.hip).at(low).mean(skeleton.places(side.ankle).at(low))
      knees.append(knee - middle)
    }
    add(knees, 1.5, scale: 0.15 * leg)

    forward = sum
    agreement = weight > 0 ? sum.length / weight : 0
  }

  /// Frames with the hips in the lowest quarter of their travel above the ankles, of which the
  /// heights are given.
  static func lowFrames(_ heights: [Float]) -> [Int] {
    let low = Robust.quantile(heights, 0.02)
    let high = Robust.quantile(heights, 0.98)
    return heights.indices.filter { heights[$0] <= low + 0.25 * (high - low) }
  }
}

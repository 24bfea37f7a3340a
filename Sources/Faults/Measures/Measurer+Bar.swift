import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// Where the bar lies on the back, over the feet, and how far it travels forward and back.
  mutating func measureBar() {
    guard body.showsSagittal else {
      let hasBar = [Joint.barCenter, .barLeft, .barRight].contains { body[$0] != nil }
      return miss(
        .barHeight, .barFootOffset, .barPath,
        because: Absence.needsSide(body, and: hasBar ? nil : "points on the bar"))
    }
    guard let bar = columns.bar else {
      return miss(
        .barHeight, .barFootOffset, .barPath,
        because: Absence.needs(["points on the bar"], such: Absence.bar))
    }
    measureHeight(of: bar)
    measureOffset(of: bar)
    measurePath(of: bar)
  }

  /// Along the trunk's line from the shoulders, in trunk lengths, over the whole rep: the bar
  /// stays where it lies.
  private mutating func measureHeight(of bar: Body.Point) {
    let unseen = Absence.tooSeldom("bar, shoulders and hips")
    guard let hips = columns.hips, let shoulders = columns.shoulders, body.lengths.trunk > 0 else {
      return miss(.barHeight, because: unseen)
    }
    let trunk = body.lengths.trunk
    let values = depth.indices.map { i -> Float in
      let forward = shoulders.forward[i] - hips.forward[i]
      let up = shoulders.up[i] - hips.up[i]
      let along =
        (bar.forward[i] - shoulders.forward[i]) * forward + (bar.up[i] - shoulders.up[i]) * up
      return along / Statistics.root(forward, up) / trunk
    }
    let series = Series(
      values, noise: Statistics.root(bar.noise, shoulders.noise) / trunk, bias: 0.02)
    let frames = windows.standing + Array(rep.start...max(rep.start, rep.end))
    record(
      .barHeight, sampling.absolute(series, over: frames.filter(depth.indices.contains)),
      or: unseen)
  }

  /// The bar over the middle of the foot, + towards the toes, in foot lengths.
  private mutating func measureOffset(of bar: Body.Point) {
    guard let heels = columns.heels, let toes = columns.toes, body.lengths.foot > 0 else {
      return miss(.barFootOffset, because: Absence.needs(["heels and toes"], such: Absence.feet))
    }
    let foot = body.lengths.foot
    let values = depth.indices.map {
      (bar.forward[$0] - (heels.forward[$0] + toes.forward[$0]) / 2) / foot
    }
    let series = Series(
      values, noise: Statistics.root(bar.noise, heels.noise, toes.noise) / foot, bias: 0.08)
    record(
      .barFootOffset,
      tilted(sampling.absolute(series, over: windows.low), height: bar, over: heels, in: foot),
      or: Absence.tooSeldom("heels, toes and bar"))
  }

  /// The range of the bar's horizontal position over the rep without its outermost twentieths, in
  /// foot lengths. Against the feet where the coordinates travel with the hips.
  private mutating func measurePath(of bar: Body.Point) {
    guard body.lengths.foot > 0 else {
      return miss(.barPath, because: Absence.needs(["heels and toes"], such: Absence.feet))
    }
    var forward = bar.forward
    if body.hipCentered, let ankles = columns.ankles {
      forward = Kernel.difference(forward, ankles.forward)
    }
    let frames = (rep.start...max(rep.start, rep.end)).filter(depth.indices.contains)
    let seen = frames.filter { !forward[$0].isNaN }.sorted { forward[$0] < forward[$1] }
    guard Float(seen.count) >= Sampling.share * Float(frames.count), let first = seen.first else {
      return miss(.barPath, because: Absence.tooSeldom("bar"))
    }
    let edge = seen.count / 20
    let last = seen[seen.count - 1 - edge]
    let range = forward[last] - forward[seen.count > edge ? seen[edge] : first]
    let foot = body.lengths.foot
    record(
      .barPath,
      Quantity(
        value: range / foot,
        sd: Statistics.root(
          1.4 * bar.noise / foot, 0.05, rep.drop * body.lengths.leg / foot * body.tiltSD / 57.3),
        frame: last),
      or: Absence.tooSeldom("bar"))
  }
}

import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// Head and neck against the lifter's own standing posture, over the lowest third of the rep.
  mutating func measureHead() {
    let all: [MeasureID] = [.neckFlexion, .facePitch, .faceToTrunk, .headProtraction]
    guard body.showsSagittal else {
      let hasEars = (columns.ears ?? body.ears) != nil
      return missHead(all, Absence.needsSide(body, and: hasEars ? nil : "ears"))
    }
    guard let ears = columns.ears ?? body.ears else {
      return missHead(all, Absence.needs(["ears"], such: Absence.ears))
    }
    guard !windows.standing.isEmpty else { return missHead(all, Absence.noBaseline) }
    let head = Absence.tooSeldom("ears and shoulders")
    let neck = sampling.change(angles.neckFlexion, from: windows.standing, over: windows.low)
    record(
      .neckFlexion,
      neck?.widened(by: 1.414 * neckWander(standingLength(ears, columns.shoulders))), or: head)
    measureFace(from: ears)
    measureProtraction(of: ears, or: head)
  }

  private mutating func missHead(_ ids: [MeasureID], _ reason: String) {
    for id in ids { measures[id] = .missing(reason) }
  }

  /// The length of the line between two points while standing; NaN where one is never seen.
  private func standingLength(_ a: Body.Point, _ b: Body.Point?) -> Float {
    guard let b else { return .nan }
    let forward = Kernel.difference(a.forward, b.forward)
    let up = Kernel.difference(a.up, b.up)
    return sampling.median(Kernel.length(x: forward, y: up), over: windows.standing) ?? .nan
  }

  private mutating func measureFace(from ears: Body.Point) {
    guard !angles.headPitch.isMissing else {
      return miss(
        .facePitch, .faceToTrunk, because: Absence.needs(["eyes or nose"], such: Absence.ears))
    }
    let end = body.middle(.leftEye, .rightEye) ?? body[.nose]
    let pitch = sampling.change(angles.headPitch, from: windows.standing, over: windows.low)?
      .widened(by: 1.414 * faceWander(standingLength(ears, end)))
    record(.facePitch, pitch, or: Absence.tooSeldom("ears and eyes"))
    let trunk = sampling.change(
      angles.trunkInclination, from: windows.standing, over: windows.low)?
      .widened(by: 1.414 * trunkWander)
    guard let pitch, let trunk else {
      return miss(.faceToTrunk, because: Absence.tooSeldom("ears, eyes, shoulders and hips"))
    }
    measures[.faceToTrunk] = .measured(
      Quantity(
        value: pitch.value + trunk.value, sd: Statistics.root(pitch.sd, trunk.sd),
        frame: pitch.frame))
  }

  /// How far the ears lie in front of the trunk's line, in trunk lengths.
  private mutating func measureProtraction(of ears: Body.Point, or reason: String) {
    guard let hips = columns.hips, let shoulders = columns.shoulders, body.lengths.trunk > 0 else {
      return miss(.headProtraction, because: reason)
    }
    let trunk = body.lengths.trunk
    let values = depth.indices.map { i -> Float in
      let forward = shoulders.forward[i] - hips.forward[i]
      let up = shoulders.up[i] - hips.up[i]
      let length = Statistics.root(forward, up)
      let across =
        (ears.forward[i] - shoulders.forward[i]) * up
        - (ears.up[i] - shoulders.up[i]) * forward
      return across / length / trunk
    }
    // The ears' lever on the trunk's direction is about half the trunk.
    let noise = Statistics.root(ears.noise, 1.5 * shoulders.noise, 0.5 * hips.noise) / trunk
    record(
      .headProtraction,
      sampling.change(
        Series(values, noise: noise, bias: 0.03), from: windows.standing, over: windows.low)?
        .widened(by: 1.414 * protractionWander),
      or: reason)
  }
}

import Kinematics
import Pose
import Reps

extension Measurer {
  /// Head and neck against the lifter's own standing posture, over the lowest third of the rep.
  mutating func measureHead() {
    let all: [MeasureID] = [.neckFlexion, .facePitch, .faceToTrunk, .headProtraction]
    guard body.showsSagittal else {
      return missHead(all, Absence.needsSide(body))
    }
    guard let ears = columns.ears ?? body.ears else {
      return missHead(all, Absence.needs(["ears"], such: Absence.ears))
    }
    guard !windows.standing.isEmpty else { return missHead(all, Absence.noBaseline) }
    let head = Absence.tooSeldom("ears and shoulders")
    record(
      .neckFlexion,
      sampling.change(angles.neckFlexion, from: windows.standing, over: windows.low), or: head)
    measureFace()
    measureProtraction(of: ears, or: head)
  }

  private mutating func missHead(_ ids: [MeasureID], _ reason: String) {
    for id in ids { measures[id] = .missing(reason) }
  }

  private mutating func measureFace() {
    guard !angles.headPitch.isMissing else {
      return miss(
        .facePitch, .faceToTrunk, because: Absence.needs(["eyes or nose"], such: Absence.ears))
    }
    let pitch = sampling.change(angles.headPitch, from: windows.standing, over: windows.low)
    record(.facePitch, pitch, or: Absence.tooSeldom("ears and eyes"))
    let trunk = sampling.change(
      angles.trunkInclination, from: windows.standing, over: windows.low)
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
        Series(values, noise: noise, bias: 0.03), from: windows.standing, over: windows.low),
      or: reason)
  }
}

import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// Trunk and shank at the bottom, hips behind the feet, and what rises first.
  mutating func measureTrunk() {
    measureRise()
    measureLateralLean()
    guard body.showsSagittal else {
      return miss(
        .trunkInclination, .shankInclination, .trunkMinusShank, .leanOverBalance, .leanIncrease,
        .hipBack, .kneePastToe, because: Absence.needsSide(body))
    }
    let trunk = sampling.absolute(angles.trunkInclination, over: windows.bottom)?
      .wandering(by: trunkWander).widened(by: body.dimensions == 2 ? Self.jointCenters : 0)
    let shank = mean(
      sampling.absolute(angles.shankInclination.left, over: windows.bottom),
      sampling.absolute(angles.shankInclination.right, over: windows.bottom))?
      .widened(by: shankWander * Wander.middle)
    record(
      .trunkInclination, trunk?.widened(by: body.tiltSD),
      or: Absence.tooSeldom("shoulders and hips"))
    record(
      .shankInclination, shank?.widened(by: body.tiltSD), or: Absence.tooSeldom("knees and ankles"))
    measureLean(trunk, shank)
    measureHipBack()
    measureKneePastToe()
  }

  /// How far hip points in a picture, 12 mm off the joints' centers where things go well (Mantovani
  /// et al. 2016), turn a trunk of half a meter, in degrees; a change of posture does not have it.
  private static let jointCenters: Float = 1.4

  /// Against the shank, and against the lean that keeps a loaded bar over the middle of the foot:
  /// 92° − 1.55 × shank, fitted to a balanced lifter with 80 kg and level thighs.
  private mutating func measureLean(_ trunk: Quantity?, _ shank: Quantity?) {
    guard let trunk, let shank else {
      return miss(
        .trunkMinusShank, .leanOverBalance,
        because: Absence.tooSeldom("shoulders, hips, knees and ankles"))
    }
    measures[.trunkMinusShank] = .measured(
      Quantity(
        value: trunk.value - shank.value, sd: Statistics.root(trunk.sd, shank.sd),
        frame: rep.bottom))
    measures[.leanOverBalance] = .measured(
      Quantity(
        value: trunk.value - (92 - 1.55 * shank.value),
        sd: Statistics.root(trunk.sd, 1.55 * shank.sd, 2.55 * body.tiltSD), frame: rep.bottom))
  }

  private mutating func measureHipBack() {
    guard let hips = columns.hips, let ankles = columns.ankles, body.lengths.thigh > 0 else {
      return miss(.hipBack, because: Absence.tooSeldom("hips, knees and ankles"))
    }
    let thigh = body.lengths.thigh
    let back = Kernel.difference(ankles.forward, hips.forward)
    let series = Series(
      Kernel.linear(back, scale: 1 / thigh),
      noise: Statistics.root(hips.noise, ankles.noise) / thigh,
      bias: Statistics.root(0.05, lifted(0.1)))
    record(
      .hipBack,
      tilted(
        sampling.absolute(series, over: windows.bottom), height: hips, over: ankles, in: thigh),
      or: Absence.tooSeldom("hips and ankles"))
  }

  private mutating func measureKneePastToe() {
    guard let knees = columns.knees, let toes = columns.toes, body.lengths.foot > 0 else {
      return miss(.kneePastToe, because: Absence.needs(["toes"], such: Absence.feet))
    }
    let foot = body.lengths.foot
    let series = Series(
      Kernel.linear(Kernel.difference(knees.forward, toes.forward), scale: 1 / foot),
      noise: Statistics.root(knees.noise, toes.noise) / foot,
      bias: Statistics.root(0.1, lifted(0.5)))
    record(
      .kneePastToe,
      tilted(sampling.absolute(series, over: windows.bottom), height: knees, over: toes, in: foot),
      or: Absence.tooSeldom("knees and toes"))
  }

  /// Rise of the shoulders over rise of the hips in the first 30 % of the way up, and how much
  /// further the trunk leans half way.
  private mutating func measureRise() {
    guard let hips = columns.hips, let shoulders = columns.shoulders else {
      return miss(.riseRatio, .leanIncrease, because: Absence.tooSeldom("shoulders and hips"))
    }
    var hipHeight = hips.up
    var shoulderHeight = shoulders.up
    if body.hipCentered, let ankles = columns.ankles {
      hipHeight = Kernel.difference(hipHeight, ankles.up)
      shoulderHeight = Kernel.difference(shoulderHeight, ankles.up)
    }
    let half = max(1, Int(0.05 * body.fps + 0.5))
    let frames = depth.indices.clamped(to: rep.bottomEnd..<max(rep.bottomEnd, rep.end) + 1)
    let last = Array(frames.suffix(half + 1))
    let first = windows.bottom.filter { $0 <= rep.bottomEnd + half }
    guard let low = sampling.median(hipHeight, over: first),
      let lowShoulder = sampling.median(shoulderHeight, over: first),
      let high = sampling.median(hipHeight, over: last), high > low
    else { return miss(.riseRatio, .leanIncrease, because: Absence.needsMotion) }
    func share(_ frame: Int) -> Float { (hipHeight[frame] - low) / (high - low) }
    guard let third = frames.first(where: { share($0) >= 0.3 }) else {
      return miss(.riseRatio, .leanIncrease, because: Absence.needsMotion)
    }
    let around = Array(frames.clamped(to: third - half..<third + half + 1))
    let noise = Statistics.root(hips.noise, shoulders.noise)
    if let hip = sampling.median(hipHeight, over: around),
      let shoulder = sampling.median(shoulderHeight, over: around),
      hip - low > 0.05 * body.lengths.leg
    {
      // Heights are the same from every side but for perspective.
      let perspective = risePerspective
      let bias: Float = body.dimensions == 3 ? 0.05 : body.showsSagittal ? 0.08 : 0.1
      record(
        .riseRatio,
        Quantity(
          value: (shoulder - lowShoulder) / (hip - low) - perspective.value,
          sd: Statistics.root(1.41 * noise / (hip - low), bias, lifted(0.15)), frame: third
        ).widened(by: perspective.sd),
        or: Absence.needsMotion)
    } else {
      miss(.riseRatio, because: Absence.needsMotion)
    }
    let middle = frames.filter { share($0) >= 0.4 && share($0) <= 0.6 }
    // Nothing of the jitter is left out of a change: it is another one in each window.
    let jitter = body.lengths.trunk > 0 ? noise / body.lengths.trunk * 57.3 : 0
    let increase = sampling.change(angles.trunkInclination, from: first, over: middle)?
      .widened(by: 1.414 * trunkWander)
      .widened(
        by: Statistics.root(
          sampling.noise(jitter, over: first), sampling.noise(jitter, over: middle)))
    record(.leanIncrease, increase, or: Absence.tooSeldom("shoulders and hips"))
  }

  /// What a camera above the knees adds to the rise ratio of who faces it, and takes from it of who
  /// faces away, because on the way up the shoulders, which were ahead, go back: by geometry
  /// 0.08 ± 0.05 straight from the front, for cameras 0.5 to 1.2 m high at 2.5 to 5 m. An oblique
  /// view does not tell which of both it is.
  private var risePerspective: Quantity {
    guard body.dimensions == 2, !body.showsSagittal else { return Quantity(value: 0, sd: 0) }
    let size = 0.08 * Float(Elementary.sinDegrees(Double(body.view.yaw)))
    return switch body.view.facing {
    case .camera: Quantity(value: size, sd: 0)
    case .away: Quantity(value: -size, sd: 0)
    default: Quantity(value: 0, sd: size)
    }
  }

  /// Change of the trunk's sideways lean from standing to the bottom; + to the lifter's left.
  private mutating func measureLateralLean() {
    guard body.showsLevel, let hips = columns.hips, let shoulders = columns.shoulders,
      !hips.left.isEmpty, !shoulders.left.isEmpty
    else { return miss(.lateralLean, because: Absence.needsFront(body)) }
    let lean = Statistics.bearings(
      y: Kernel.difference(shoulders.left, hips.left),
      x: Kernel.difference(shoulders.up, hips.up))
    let length = body.lengths.trunk > 0 ? body.lengths.trunk : 1
    let noise = Statistics.root(hips.noise, shoulders.noise) / length * 57.3
    record(
      .lateralLean,
      sampling.change(
        Series(lean, noise: noise, bias: 3), from: windows.standing, over: windows.low),
      or: Absence.tooSeldom("shoulders and hips"))
  }
}

extension Body {
  /// Straight enough from the front, or in three dimensions, that left and right sides compare.
  var showsLevel: Bool { hasShape && (view.kind == .front || view.kind == .threeD) }
}

import Kernels
import Kinematics
import Pose
import Reps

extension Measurer {
  /// Stance, where the toes point, and whether heels or toes leave the ground.
  mutating func measureFeet() {
    measureStance()
    for side in Side.allCases {
      measureToeAngle(side, as: side == .left ? .toeAngleLeft : .toeAngleRight)
    }
    measureHeels()
  }

  private mutating func measureStance() {
    guard body.showsFrontal else {
      return miss(.stanceWidth, because: Absence.needsFront(body))
    }
    guard let ankles = columns.width(.leftAnkle, .rightAnkle), let shoulders = shoulderWidth else {
      return miss(.stanceWidth, because: Absence.tooSeldom("ankles and shoulders"))
    }
    let values = zip(ankles.values, shoulders.values).map { $1 > 0 ? $0 / $1 : .nan }
    let noise = Statistics.root(ankles.noise, shoulders.noise) / shoulders.median
    // Away from the front both widths shrink, and with them what they are sure to.
    let bias: Float =
      squats.style == .overhead ? 0.3 : body.isLifted || body.view.kind == .oblique ? 0.2 : 0.1
    let standing = windows.standing
    record(
      .stanceWidth, sampling.absolute(Series(values, noise: noise, bias: bias), over: standing),
      or: standing.isEmpty ? Absence.noBaseline : Absence.tooSeldom("ankles and shoulders"))
  }

  /// Arms overhead draw the shoulders together; then the hips' width stands for theirs where it
  /// makes more of it.
  private var shoulderWidth: (values: [Float], noise: Float, median: Float)? {
    let shoulders = columns.width(.leftShoulder, .rightShoulder).map {
      (values: $0.values, noise: $0.noise, median: widths.shoulders)
    }
    guard squats.style == .overhead, let hips = columns.width(.leftHip, .rightHip) else {
      return shoulders
    }
    let factor = Widths.shouldersOverHips
    let byHips = (
      values: Kernel.linear(hips.values, scale: factor), noise: factor * hips.noise,
      median: widths.shouldersByHips
    )
    guard let shoulders else { return byHips }
    return shoulders.median > byHips.median ? shoulders : byHips
  }

  private mutating func measureToeAngle(_ side: Side, as id: MeasureID) {
    guard body.view.kind == .threeD else { return miss(id, because: Absence.needsThreeD) }
    if let reason = Absence.isLifted(body) { return miss(id, because: reason) }
    guard let heel = body[side.heel], let toe = body[side.toe], body.lengths.foot > 0 else {
      return miss(id, because: Absence.needs(["heels and toes"], such: Absence.feet))
    }
    let noise = Statistics.root(heel.noise, toe.noise) / body.lengths.foot * 57.3
    let series = Series(
      outwardBearing(from: heel, to: toe, side), noise: noise,
      bias: Statistics.root(5, footError(heel, toe)))
    let standing = windows.standing
    record(
      id, sampling.absolute(series, over: standing),
      or: standing.isEmpty
        ? Absence.noBaseline : Absence.tooSeldom("\(side.rawValue) heel and toe"))
  }

  /// The heel's height over the toe against standing, in foot lengths: unmoved by the camera. The
  /// mean of both feet from the side, where the far foot is partly hidden; the higher heel in three
  /// dimensions.
  private mutating func measureHeels() {
    guard body.showsSagittal else {
      let hasFeet = columns.heels != nil && columns.toes != nil
      return miss(
        .heelRise, .toeRise,
        because: Absence.needsSide(body, and: hasFeet ? nil : "heels and toes"))
    }
    if let reason = Absence.isLifted(body, showing: "the side") {
      return miss(.heelRise, .toeRise, because: reason)
    }
    guard columns.heels != nil, columns.toes != nil, body.lengths.foot > 0 else {
      return miss(
        .heelRise, .toeRise, because: Absence.needs(["heels and toes"], such: Absence.feet))
    }
    let left = heelRise(.left)
    let right = heelRise(.right)
    var heel = mean(left, right)
    var toe = heel
    if body.dimensions == 3, let left, let right {
      heel = left.value >= right.value ? left : right
      toe = left.value <= right.value ? left : right
    }
    let unseen =
      windows.standing.isEmpty ? Absence.noBaseline : Absence.tooSeldom("heels and toes")
    record(.heelRise, heel, or: unseen)
    record(
      .toeRise, toe.map { Quantity(value: -$0.value, sd: $0.sd, frame: $0.frame) }, or: unseen)
  }

  /// Standing, heel and toe are on the floor, but for a shoe's heel of a tenth of the foot.
  private func heelRise(_ side: Side) -> Quantity? {
    guard let heel = body[side.heel], let toe = body[side.toe] else { return nil }
    let foot = body.lengths.foot
    let height = Kernel.linear(Kernel.difference(heel.up, toe.up), scale: 1 / foot)
    let series = Series(
      height, noise: Statistics.root(heel.noise, toe.noise) / foot,
      bias: Statistics.root(
        0.03, misplacement(height, allowance: 0.1) / sampling.remaining))
    return sampling.change(series, from: windows.standing, over: windows.low)
  }

  /// The error in degrees of a foot's direction beyond the usual: as much as the foot seems to
  /// point into the floor when the lifter stands.
  func footError(_ heel: Body.Point, _ toe: Body.Point) -> Float {
    let height = Kernel.linear(
      Kernel.difference(heel.up, toe.up), scale: 1 / body.lengths.foot)
    return Statistics.arcSine(misplacement(height, allowance: 0.1))
  }
}

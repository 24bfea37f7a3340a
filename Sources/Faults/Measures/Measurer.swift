import Kernels
import Kinematics
import Pose
import Reps

/// Takes the measures of one rep. Each topic is an extension in a file of its own.
///
/// It sees only the frames that matter to the rep, its windows and a margin, so that a set costs what
/// its frames cost, however many reps it has. Frames in here count from the first of these.
struct Measurer {
  let squats: SetContext
  let columns: Columns
  let rep: Rep
  let windows: Windows
  let sampling: Sampling
  /// Of the whole recording.
  let widths: Widths
  /// How far its points wander over this rep.
  let wander: Wander
  /// The frame of the recording that is 0 here.
  let origin: Int
  var measures = RepMeasures()

  /// Median distances from left to right over a whole recording; NaN where nothing shows them.
  struct Widths {
    let shoulders: Float
    /// The shoulders' by the hips': body proportions make them 1.8 times as wide.
    let shouldersByHips: Float
    static let shouldersOverHips: Float = 1.8

    init(_ columns: Columns) {
      func median(_ a: Joint, _ b: Joint, times factor: Float) -> Float {
        columns.width(a, b).map { Statistics.median(Kernel.linear($0.values, scale: factor)) }
          ?? .nan
      }
      shoulders = median(.leftShoulder, .rightShoulder, times: 1)
      shouldersByHips = median(.leftHip, .rightHip, times: Self.shouldersOverHips)
    }
  }

  private init(_ rep: Rep, of set: SetContext, widths: Widths) {
    var windows = Windows(rep, in: set)
    let frames = windows.reach(rep, fps: set.body.fps, count: set.body.count)
    origin = frames.lowerBound
    squats = set.slice(frames)
    columns = Columns(squats.body)
    self.rep = rep.moved(by: -origin)
    windows.move(by: -origin)
    self.windows = windows
    wander = Wander(squats.body, over: self.rep)
    sampling = Sampling(set.body)
    self.widths = widths
  }

  var body: Body { squats.body }

  /// An error that only three dimensions from one camera have, in the measure's unit; 0 elsewhere.
  ///
  /// An estimator that lifts one picture to coordinates around the hips guesses the depth of each
  /// limb by itself. The errors are what was found beside `ErrorModel.lifted`. What holds
  /// one side's limb against the other's, or looks along the ground, is not judged at all: even of
  /// two cameras' frontal and transverse angles, the correlation with markers is below 0.5
  /// (doi 10.1177/17543371251348697); nor are heels, which rose by 0.23 ± 0.11 foot lengths more
  /// than in the picture.
  func lifted(_ error: Float) -> Float { body.isLifted ? error : 0 }

  var angles: Angles { squats.angles }
  var depth: [Float] { squats.segmentation.depth }

  /// All measures of the rep by itself.
  private static func measure(_ rep: Rep, of set: SetContext, widths: Widths) -> RepMeasures {
    var measurer = Measurer(rep, of: set, widths: widths)
    measurer.measureDepth()
    measurer.measureTempo()
    measurer.measureTrunk()
    measurer.measureHead()
    measurer.measureSpine()
    measurer.measureKnees()
    measurer.measureFeet()
    measurer.measureBar()
    measurer.measureSides()
    measurer.measures.moveFrames(by: measurer.origin)
    return measurer.measures
  }

  /// The measures of all complete reps of a set, in order, each also compared with the others.
  static func measure(_ set: SetContext) -> [Int: RepMeasures] {
    let widths = Widths(Columns(set.body))
    let reps = set.segmentation.reps.filter(\.complete)
    var measures = reps.map { measure($0, of: set, widths: widths) }
    SetComparison.compare(&measures, reps: reps)
    return Dictionary(uniqueKeysWithValues: zip(reps.map(\.index), measures))
  }

  mutating func record(
    _ id: MeasureID, _ quantity: Quantity?, or reason: @autoclosure () -> String
  ) {
    if let quantity, quantity.value.isFinite, quantity.sd.isFinite {
      measures[id] = .measured(quantity)
    } else {
      measures[id] = .missing(reason())
    }
  }

  mutating func miss(_ ids: MeasureID..., because reason: String) {
    for id in ids { measures[id] = .missing(reason) }
  }

  func quantity(_ id: MeasureID) -> Quantity? { measures[id].quantity }

  /// How far a quantity that has to be about zero in anyone who stands is from it; 0 within an
  /// allowance. Points that show otherwise lie elsewhere than they claim, and no change of theirs
  /// is surer than that.
  func misplacement(_ values: [Float], allowance: Float) -> Float {
    guard let standing = sampling.median(values, over: windows.standing) else { return 0 }
    return abs(standing) > allowance ? abs(standing) : 0
  }

  /// A distance from front to back in units of `unit` with the error of upwards, which makes one
  /// from the height of a point over another.
  func tilted(
    _ distance: Quantity?, height point: Body.Point, over base: Body.Point, in unit: Float
  ) -> Quantity? {
    let height = sampling.median(Kernel.difference(point.up, base.up), over: windows.bottom) ?? 0
    return distance?.widened(by: height / unit * body.tiltSD / 57.3)
  }

  /// The mean of two quantities; either alone where the other is missing.
  func mean(_ a: Quantity?, _ b: Quantity?) -> Quantity? {
    guard let a else { return b }
    guard let b else { return a }
    return Quantity(
      value: (a.value + b.value) / 2, sd: max(a.sd, b.sd), frame: a.frame,
      sdOfRep: max(a.sdOfRep, b.sdOfRep))
  }
}

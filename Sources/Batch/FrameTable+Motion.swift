internal import Kinematics
internal import Pose
internal import Reports
internal import Reps
internal import Signals

extension FrameTable {
  /// A row a row of the recording, from the frames of the even time line. A rep's rows are those
  /// that its start, bottom and end are told by, also where some of its frames have no row.
  init(
    _ recording: Recording, _ motion: Motion, _ angles: Angles, _ segmentation: Segmentation
  ) {
    let frames = motion.frameOfRow
    let identity = motion.count == recording.count
    var table = angles
    if !identity { table.reorder(frames) }
    var phases: [Phase] = []
    var reps: [Int] = []
    phases.reserveCapacity(frames.count)
    reps.reserveCapacity(frames.count)
    var next = 0
    let told = segmentation.reps.map { $0.moved { Int(motion.rowOfFrame[$0]) } }
    for row in frames.indices {
      while next < told.count, told[next].end < row { next += 1 }
      guard next < told.count, told[next].start <= row else {
        phases.append(.rest)
        reps.append(0)
        continue
      }
      phases.append(told[next].phase(row))
      reps.append(told[next].index)
    }
    self.init(
      rows: recording.rows, frameNumbers: recording.frameNumbers,
      times: recording.times, angles: table, phases: phases, reps: reps)
  }
}

extension Angles {
  /// Takes the values at the given frames, in their order.
  mutating func reorder(_ frames: [Int32]) {
    func pick(_ curve: Curve) -> Curve {
      Curve(
        values: frames.map { curve.values[Int($0)] }, sd: frames.map { curve.sd[Int($0)] })
    }
    func pick(_ pair: Pair<Curve>) -> Pair<Curve> {
      Pair(left: pick(pair.left), right: pick(pair.right))
    }
    neckFlexion = pick(neckFlexion)
    headPitch = pick(headPitch)
    thoracicFlexion = pick(thoracicFlexion)
    lumbarFlexion = pick(lumbarFlexion)
    trunkInclination = pick(trunkInclination)
    hipFlexion = pick(hipFlexion)
    kneeFlexion = pick(kneeFlexion)
    shankInclination = pick(shankInclination)
    thighElevation = pick(thighElevation)
    kneeAnkleSeparation = pick(kneeAnkleSeparation)
  }
}

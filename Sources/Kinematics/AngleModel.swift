internal import Kernels
internal import Pose

extension Angles {
  /// All angles that a body's view and joints allow, frame by frame; the others stay missing.
  ///
  /// Definitions and signs are those of the fields. O(frames).
  package init(_ body: Body, errors: ErrorModel = ErrorModel()) {
    self.init(missing: body.count)
    let error = errors.scaled(to: body)
    kneeAnkleSeparation = Self.separation(body, error)
    guard body.showsSagittal else { return }

    let hips = body.midHip
    let trunk = hips.flatMap { h in body.midShoulder.map { Segment(from: h, to: $0) } }
    let trunkSD = trunk.map { error.direction($0, of: \.trunk) } ?? []
    if let trunk {
      trunkInclination = Curve(values: trunk.fromVertical, sd: trunkSD)
      if let head = body.ears, let shoulders = body.midShoulder {
        let neck = Segment(from: shoulders, to: head)
        neckFlexion = Curve(
          values: Kernel.angleDifference(neck.fromVertical, trunk.fromVertical),
          sd: ErrorModel.combined(error.direction(neck, of: \.neck), trunkSD))
      }
    }
    if let face = Self.face(body) {
      headPitch = Curve(values: face.fromHorizontal, sd: error.direction(face, of: \.face))
    }
    for side in Side.allCases {
      guard let hip = body[side.hip], let knee = body[side.knee] else { continue }
      let thigh = Segment(from: hip, to: knee)
      let thighSD = error.direction(thigh, of: \.thigh)
      thighElevation[side] = Curve(values: thigh.elevationOfStart, sd: thighSD)
      if let trunk {
        let between = Kernel.angleDifference(thigh.fromVertical, trunk.fromVertical)
        hipFlexion[side] = Curve(
          values: Kernel.linear(Kernel.magnitude(between), scale: -1, offset: 180),
          sd: ErrorModel.combined(thighSD, trunkSD))
      }
      guard let ankle = body[side.ankle] else { continue }
      let shank = Segment(from: ankle, to: knee)
      let shankSD = error.direction(shank, of: \.shank)
      shankInclination[side] = Curve(values: shank.fromVertical, sd: shankSD)
      kneeFlexion[side] = Curve(
        values: Kernel.linear(
          Segment.between(Segment(from: knee, to: hip), Segment(from: knee, to: ankle)),
          scale: -1, offset: 180),
        sd: ErrorModel.combined(thighSD, shankSD))
    }
    addSpine(body, error)
  }

  /// From the ears to the eyes, or to the nose where there are no eyes.
  private static func face(_ body: Body) -> Segment? {
    let to = body.middle(.leftEye, .rightEye) ?? body[.nose]
    guard let from = body.ears, let to else { return nil }
    return Segment(from: from, to: to)
  }

  private static func separation(_ body: Body, _ error: ErrorModel.Scaled) -> Curve {
    guard body.showsFrontal, let leftKnee = body[.leftKnee], let rightKnee = body[.rightKnee],
      let leftAnkle = body[.leftAnkle], let rightAnkle = body[.rightAnkle]
    else { return .missing(body.count) }
    var values = leftKnee.left
    var sd = values
    let offset = error.offsets.sideways * body.lengths.leg
    func variance(_ left: Body.Point, _ right: Body.Point) -> Float {
      left.noise * left.noise + right.noise * right.noise + 2 * offset * offset
    }
    // Of a quotient of about 1.2, the error of the ankles' distance counts 1.2 times.
    let noise =
      (variance(leftKnee, rightKnee) + 1.44 * variance(leftAnkle, rightAnkle)).squareRoot()
    for i in values.indices {
      let ankles = leftAnkle.left[i] - rightAnkle.left[i]
      let knees = leftKnee.left[i] - rightKnee.left[i]
      // Ankles that nearly meet give no ratio.
      values[i] = ankles > 0.05 * body.lengths.leg ? knees / ankles : .nan
      sd[i] = ankles > 0 ? noise / ankles : .nan
    }
    return Curve(values: values, sd: sd)
  }
}

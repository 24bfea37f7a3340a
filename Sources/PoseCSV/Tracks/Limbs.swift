import Pose

extension Detections {
  /// The ends of each limb that both are in the file: legs, and the trunk's sides.
  var limbs: [(Columns, Columns)] {
    let ends: [(Joint, Joint)] = [
      (.leftKnee, .leftAnkle), (.rightKnee, .rightAnkle), (.leftHip, .leftKnee),
      (.rightHip, .rightKnee), (.leftShoulder, .leftHip), (.rightShoulder, .rightHip),
    ]
    return ends.compactMap { first, second in
      guard let a = self[first], let b = self[second] else { return nil }
      return (a, b)
    }
  }
}

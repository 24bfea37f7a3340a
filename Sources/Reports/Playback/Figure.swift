package import Pose

/// The stick figure of a recording: which points are drawn, the lines between them, and where
/// they were, row by row, as the file has them.
package struct Figure: Sendable {
  /// The joints drawn, in a fixed order.
  package var joints: [Joint]
  /// Pairs of indices into `joints`: the lines between them.
  package var bones: [[Int]]
  /// One a joint, shared with the recording.
  package var tracks: [Track]

  package init(joints: [Joint], bones: [[Int]], tracks: [Track]) {
    precondition(joints.count == tracks.count, "a figure has a track a joint")
    self.joints = joints
    self.bones = bones
    self.tracks = tracks
  }

  /// The lines a person draws a person with, of the joints that the recording has.
  package init(_ recording: Recording) {
    let present = (Self.lines + Self.spine(recording)).filter {
      recording[$0.0] != nil && recording[$0.1] != nil
    }
    var joints: [Joint] = []
    for (a, b) in present {
      if !joints.contains(a) { joints.append(a) }
      if !joints.contains(b) { joints.append(b) }
    }
    if recording[.barCenter] != nil { joints.append(.barCenter) }
    self.init(
      joints: joints,
      bones: present.map { pair in
        [joints.firstIndex(of: pair.0) ?? 0, joints.firstIndex(of: pair.1) ?? 0]
      }, tracks: joints.compactMap { recording[$0] })
  }

  var dimensions: Int { tracks.first?.z.isEmpty ?? true ? 2 : 3 }

  private static let lines: [(Joint, Joint)] = [
    (.leftEar, .leftEye), (.rightEar, .rightEye), (.leftEye, .nose), (.rightEye, .nose),
    (.headCenter, .spineTop), (.headTop, .headCenter),
    (.leftShoulder, .rightShoulder), (.leftShoulder, .leftElbow), (.leftElbow, .leftWrist),
    (.rightShoulder, .rightElbow), (.rightElbow, .rightWrist), (.leftShoulder, .leftHip),
    (.rightShoulder, .rightHip), (.leftHip, .rightHip), (.leftHip, .leftKnee),
    (.leftKnee, .leftAnkle), (.rightHip, .rightKnee), (.rightKnee, .rightAnkle),
    (.leftAnkle, .leftHeel), (.leftHeel, .leftToe), (.leftAnkle, .leftToe),
    (.rightAnkle, .rightHeel), (.rightHeel, .rightToe), (.rightAnkle, .rightToe),
    (.barLeft, .barRight),
  ]

  /// The points of the back from the pelvis upwards, each joined to the next there is.
  private static func spine(_ recording: Recording) -> [(Joint, Joint)] {
    let chain: [Joint] = [.pelvis, .l5, .l3, .t12, .spineMiddle, .t8, .t4, .c7, .spineTop]
    let present = chain.filter { recording[$0] != nil }
    return present.count < 3 ? [] : Array(zip(present, present.dropFirst()))
  }
}

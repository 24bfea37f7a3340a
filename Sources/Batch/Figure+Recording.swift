internal import Pose
internal import Reports

extension Figure {
  /// The lines a person draws a person with, of the joints that the recording has.
  init(_ recording: Recording) {
    let lines: [(Joint, Joint)] = [
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
    let present = lines.filter { recording[$0.0] != nil && recording[$0.1] != nil }
    var joints: [Joint] = []
    for (a, b) in present {
      if !joints.contains(a) { joints.append(a) }
      if !joints.contains(b) { joints.append(b) }
    }
    var x: [Float] = []
    var y: [Float] = []
    var z: [Float] = []
    let tracks = joints.compactMap { recording[$0] }
    for row in 0..<recording.count {
      for track in tracks {
        x.append(track.x[row])
        y.append(track.y[row])
        if recording.dimensions == 3 { z.append(track.z[row]) }
      }
    }
    self.init(
      joints: joints,
      bones: present.map { pair in
        [joints.firstIndex(of: pair.0) ?? 0, joints.firstIndex(of: pair.1) ?? 0]
      }, x: x, y: y, z: z)
  }
}

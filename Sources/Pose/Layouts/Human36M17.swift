extension Layout {
  /// Human3.6M's 17 joints in their original order, right side first.
  ///
  /// Published copies exchange the sides (ids 1 to 3 and 4 to 6), so indexed columns are held
  /// against the direction of the face. `Foot` is the ankle; `Neck/Nose` lies between the base of
  /// the neck and the nose, so it serves as the top of the neck.
  package static let human36M17 = Layout(
    id: "h36m17",
    title: "Human3.6M-17 (VideoPose3D, MotionBERT)",
    dimensions: [2, 3],
    sidesDisputed: true,
    source: "facebookresearch/VideoPose3D, common/h36m_dataset.py",
    keypoints: [
      Keypoint("Hip", .pelvis),
      Keypoint("RHip", .rightHip), Keypoint("RKnee", .rightKnee), Keypoint("RFoot", .rightAnkle),
      Keypoint("LHip", .leftHip), Keypoint("LKnee", .leftKnee), Keypoint("LFoot", .leftAnkle),
      Keypoint("Spine", .spineMiddle), Keypoint("Thorax", .spineTop),
      Keypoint("Neck/Nose", .upperNeck, aliases: ["Neck", "Nose"]),
      Keypoint("Head", .headCenter),
      Keypoint("LShoulder", .leftShoulder), Keypoint("LElbow", .leftElbow),
      Keypoint("LWrist", .leftWrist),
      Keypoint("RShoulder", .rightShoulder), Keypoint("RElbow", .rightElbow),
      Keypoint("RWrist", .rightWrist),
    ])
}

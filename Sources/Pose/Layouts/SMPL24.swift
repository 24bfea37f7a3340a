extension Layout {
  /// The 24 joints of the SMPL body model, metres.
  package static let smpl24 = Layout(
    id: "smpl24",
    title: "SMPL-24 (HMR, ROMP, WHAM, 4D-Humans)",
    dimensions: [3],
    usualUnits: .metres,
    source: "vchoutas/smplx, smplx/joint_names.py, SMPLH_JOINT_NAMES",
    keypoints: [
      Keypoint("pelvis", .pelvis), Keypoint("left_hip", .leftHip),
      Keypoint("right_hip", .rightHip), Keypoint("spine1", .l5),
      Keypoint("left_knee", .leftKnee), Keypoint("right_knee", .rightKnee),
      Keypoint("spine2", .t12),
      Keypoint("left_ankle", .leftAnkle), Keypoint("right_ankle", .rightAnkle),
      Keypoint("spine3", .t8),
      Keypoint("left_foot", .leftToe), Keypoint("right_foot", .rightToe),
      Keypoint("neck", .c7), Keypoint("left_collar"), Keypoint("right_collar"),
      Keypoint("head", .headCenter),
      Keypoint("left_shoulder", .leftShoulder), Keypoint("right_shoulder", .rightShoulder),
      Keypoint("left_elbow", .leftElbow), Keypoint("right_elbow", .rightElbow),
      Keypoint("left_wrist", .leftWrist), Keypoint("right_wrist", .rightWrist),
      Keypoint("left_hand"), Keypoint("right_hand"),
    ])
}

extension Layout {
  /// Kinect v2's 25 joints, camera space, metres.
  package static let kinect25 = Layout(
    id: "kinect25",
    title: "Kinect v2, 25 joints",
    dimensions: [3],
    usualUnits: .metres,
    source: "Kinect for Windows SDK 2.0, Kinect.h, JointType",
    keypoints: [
      Keypoint("SpineBase", .pelvis), Keypoint("SpineMid", .spineMiddle),
      Keypoint("Neck", .upperNeck), Keypoint("Head", .headCenter),
      Keypoint("ShoulderLeft", .leftShoulder), Keypoint("ElbowLeft", .leftElbow),
      Keypoint("WristLeft", .leftWrist), Keypoint("HandLeft"),
      Keypoint("ShoulderRight", .rightShoulder), Keypoint("ElbowRight", .rightElbow),
      Keypoint("WristRight", .rightWrist), Keypoint("HandRight"),
      Keypoint("HipLeft", .leftHip), Keypoint("KneeLeft", .leftKnee),
      Keypoint("AnkleLeft", .leftAnkle), Keypoint("FootLeft", .leftToe),
      Keypoint("HipRight", .rightHip), Keypoint("KneeRight", .rightKnee),
      Keypoint("AnkleRight", .rightAnkle), Keypoint("FootRight", .rightToe),
      Keypoint("SpineShoulder", .spineTop),
      Keypoint("HandTipLeft"), Keypoint("ThumbLeft"),
      Keypoint("HandTipRight"), Keypoint("ThumbRight"),
    ])

  /// Azure Kinect's 32 joints, depth camera frame, millimetres.
  package static let azureKinect32 = Layout(
    id: "azure_kinect32",
    title: "Azure Kinect, 32 joints",
    dimensions: [3],
    usualUnits: .millimetres,
    source: "Azure Kinect Body Tracking SDK, k4abt_joint_id_t",
    keypoints: [
      Keypoint("PELVIS", .pelvis), Keypoint("SPINE_NAVEL", .l3, aliases: ["SPINE_NAVAL"]),
      Keypoint("SPINE_CHEST", .t8), Keypoint("NECK", .c7),
      Keypoint("CLAVICLE_LEFT"), Keypoint("SHOULDER_LEFT", .leftShoulder),
      Keypoint("ELBOW_LEFT", .leftElbow), Keypoint("WRIST_LEFT", .leftWrist),
      Keypoint("HAND_LEFT"), Keypoint("HANDTIP_LEFT"), Keypoint("THUMB_LEFT"),
      Keypoint("CLAVICLE_RIGHT"), Keypoint("SHOULDER_RIGHT", .rightShoulder),
      Keypoint("ELBOW_RIGHT", .rightElbow), Keypoint("WRIST_RIGHT", .rightWrist),
      Keypoint("HAND_RIGHT"), Keypoint("HANDTIP_RIGHT"), Keypoint("THUMB_RIGHT"),
      Keypoint("HIP_LEFT", .leftHip), Keypoint("KNEE_LEFT", .leftKnee),
      Keypoint("ANKLE_LEFT", .leftAnkle), Keypoint("FOOT_LEFT", .leftToe),
      Keypoint("HIP_RIGHT", .rightHip), Keypoint("KNEE_RIGHT", .rightKnee),
      Keypoint("ANKLE_RIGHT", .rightAnkle), Keypoint("FOOT_RIGHT", .rightToe),
      Keypoint("HEAD", .headCenter), Keypoint("NOSE", .nose),
      Keypoint("EYE_LEFT", .leftEye), Keypoint("EAR_LEFT", .leftEar),
      Keypoint("EYE_RIGHT", .rightEye), Keypoint("EAR_RIGHT", .rightEar),
    ])
}

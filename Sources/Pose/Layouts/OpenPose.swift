extension Layout {
  /// OpenPose BODY_25: right before left; the neck and the mid-hip are computed midpoints.
  package static let body25 = Layout(
    id: "body25",
    title: "OpenPose BODY_25",
    dimensions: [2, 3],
    source: "CMU-Perceptual-Computing-Lab/openpose, doc/02_output.md",
    keypoints: Keypoint.openPoseUpperBody + [
      Keypoint("MidHip", .pelvis)
    ] + Keypoint.openPoseLegs + Keypoint.openPoseHead + Keypoint.openPoseFeet)

  /// OpenPose BODY_25B: as many keypoints as BODY_25 in another order, with the annotated upper
  /// neck and head top in place of the computed midpoints.
  package static let body25B = Layout(
    id: "body25b",
    title: "OpenPose BODY_25B",
    dimensions: [2, 3],
    source: "openpose, src/openpose/pose/poseParameters.cpp, POSE_BODY_25B_BODY_PARTS",
    keypoints: [
      Keypoint("Nose", .nose),
      Keypoint("LEye", .leftEye), Keypoint("REye", .rightEye),
      Keypoint("LEar", .leftEar), Keypoint("REar", .rightEar),
      Keypoint("LShoulder", .leftShoulder), Keypoint("RShoulder", .rightShoulder),
      Keypoint("LElbow", .leftElbow), Keypoint("RElbow", .rightElbow),
      Keypoint("LWrist", .leftWrist), Keypoint("RWrist", .rightWrist),
      Keypoint("LHip", .leftHip), Keypoint("RHip", .rightHip),
      Keypoint("LKnee", .leftKnee), Keypoint("RKnee", .rightKnee),
      Keypoint("LAnkle", .leftAnkle), Keypoint("RAnkle", .rightAnkle),
      Keypoint("UpperNeck", .upperNeck), Keypoint("HeadTop", .headTop),
    ] + Keypoint.openPoseFeet)

  /// OpenPose COCO-18: BODY_25 without mid-hip and feet.
  package static let coco18 = Layout(
    id: "coco18",
    title: "OpenPose COCO-18",
    dimensions: [2, 3],
    source: "openpose, src/openpose/pose/poseParameters.cpp, POSE_COCO_BODY_PARTS",
    keypoints: Keypoint.openPoseUpperBody + Keypoint.openPoseLegs + Keypoint.openPoseHead)

  /// OpenPose MPI-15: a head top and a chest, no face.
  package static let mpi15 = Layout(
    id: "mpi15",
    title: "OpenPose MPI-15",
    dimensions: [2, 3],
    source: "openpose, src/openpose/pose/poseParameters.cpp, POSE_MPI_BODY_PARTS",
    keypoints: [
      Keypoint("Head", .headTop), Keypoint("Neck", .spineTop),
    ] + Keypoint.openPoseArms + Keypoint.openPoseLegs + [Keypoint("Chest", .spineMiddle)])
}

extension Layout.Keypoint {
  static let openPoseArms: [Self] = [
    Self("RShoulder", .rightShoulder), Self("RElbow", .rightElbow), Self("RWrist", .rightWrist),
    Self("LShoulder", .leftShoulder), Self("LElbow", .leftElbow), Self("LWrist", .leftWrist),
  ]

  static let openPoseUpperBody: [Self] =
    [Self("Nose", .nose), Self("Neck", .spineTop)] + openPoseArms

  static let openPoseLegs: [Self] = [
    Self("RHip", .rightHip), Self("RKnee", .rightKnee), Self("RAnkle", .rightAnkle),
    Self("LHip", .leftHip), Self("LKnee", .leftKnee), Self("LAnkle", .leftAnkle),
  ]

  static let openPoseHead: [Self] = [
    Self("REye", .rightEye), Self("LEye", .leftEye), Self("REar", .rightEar),
    Self("LEar", .leftEar),
  ]

  static let openPoseFeet: [Self] = [
    Self("LBigToe", .leftToe), Self("LSmallToe", .leftSmallToe), Self("LHeel", .leftHeel),
    Self("RBigToe", .rightToe), Self("RSmallToe", .rightSmallToe), Self("RHeel", .rightHeel),
  ]
}

extension Layout {
  /// The 17 keypoints of the COCO person annotation.
  package static let coco17 = Layout(
    id: "coco17",
    title: "COCO-17 (MoveNet, PoseNet, YOLO-pose, ViTPose, HRNet, RTMPose)",
    dimensions: [2, 3],
    source: "open-mmlab/mmpose, configs/_base_/datasets/coco_wholebody.py, ids 0 to 16",
    keypoints: Keypoint.coco17)
}

extension Layout.Keypoint {
  /// The keypoints that COCO-17 shares with every skeleton that extends it, in its order.
  static let coco17: [Self] = [
    Self("nose", .nose),
    Self("left_eye", .leftEye), Self("right_eye", .rightEye),
    Self("left_ear", .leftEar), Self("right_ear", .rightEar),
    Self("left_shoulder", .leftShoulder), Self("right_shoulder", .rightShoulder),
    Self("left_elbow", .leftElbow), Self("right_elbow", .rightElbow),
    Self("left_wrist", .leftWrist), Self("right_wrist", .rightWrist),
    Self("left_hip", .leftHip), Self("right_hip", .rightHip),
    Self("left_knee", .leftKnee), Self("right_knee", .rightKnee),
    Self("left_ankle", .leftAnkle), Self("right_ankle", .rightAnkle),
  ]
}

extension Layout {
  /// BlazePose's 33 landmarks: image landmarks are normalized, world landmarks metres about the
  /// hips.
  package static let mediaPipe33 = Layout(
    id: "mediapipe33",
    title: "MediaPipe Pose, BlazePose-33",
    dimensions: [2, 3],
    source: "google-ai-edge/mediapipe, mediapipe/python/solutions/pose.py, PoseLandmark",
    keypoints: [
      Keypoint("nose", .nose),
      Keypoint("left_eye_inner"), Keypoint("left_eye", .leftEye), Keypoint("left_eye_outer"),
      Keypoint("right_eye_inner"), Keypoint("right_eye", .rightEye), Keypoint("right_eye_outer"),
      Keypoint("left_ear", .leftEar), Keypoint("right_ear", .rightEar),
      Keypoint("mouth_left"), Keypoint("mouth_right"),
      Keypoint("left_shoulder", .leftShoulder), Keypoint("right_shoulder", .rightShoulder),
      Keypoint("left_elbow", .leftElbow), Keypoint("right_elbow", .rightElbow),
      Keypoint("left_wrist", .leftWrist), Keypoint("right_wrist", .rightWrist),
      Keypoint("left_pinky"), Keypoint("right_pinky"),
      Keypoint("left_index"), Keypoint("right_index"),
      Keypoint("left_thumb"), Keypoint("right_thumb"),
      Keypoint("left_hip", .leftHip), Keypoint("right_hip", .rightHip),
      Keypoint("left_knee", .leftKnee), Keypoint("right_knee", .rightKnee),
      Keypoint("left_ankle", .leftAnkle), Keypoint("right_ankle", .rightAnkle),
      Keypoint("left_heel", .leftHeel), Keypoint("right_heel", .rightHeel),
      Keypoint("left_foot_index", .leftToe), Keypoint("right_foot_index", .rightToe),
    ])
}

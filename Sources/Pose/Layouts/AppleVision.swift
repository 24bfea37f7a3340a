extension Layout {
  /// Apple Vision's body pose in the image: normalized, origin at the lower left, keyed by name.
  package static let appleVision2D = Layout(
    id: "apple_vision_2d",
    title: "Apple Vision body pose, 19 joints",
    dimensions: [2],
    usualUnits: .normalized,
    namesOnly: true,
    source: "Apple Vision, VNHumanBodyPoseObservation.JointName",
    keypoints: Keypoint.coco17.map { $0.withRawName() } + [
      Keypoint("neck", .spineTop, aliases: ["neck_1_joint"]), Keypoint("root", .pelvis),
    ])

  /// Apple Vision's body pose in space, metres, keyed by name.
  package static let appleVision3D = Layout(
    id: "apple_vision_3d",
    title: "Apple Vision 3-D body pose, 17 joints",
    dimensions: [3],
    usualUnits: .metres,
    namesOnly: true,
    source: "Apple Vision, VNHumanBodyPose3DObservation.JointName",
    keypoints: [
      Keypoint("topHead", .headTop), Keypoint("centerHead", .headCenter),
      Keypoint("centerShoulder", .spineTop),
      Keypoint("leftShoulder", .leftShoulder), Keypoint("rightShoulder", .rightShoulder),
      Keypoint("leftElbow", .leftElbow), Keypoint("rightElbow", .rightElbow),
      Keypoint("leftWrist", .leftWrist), Keypoint("rightWrist", .rightWrist),
      Keypoint("spine", .spineMiddle), Keypoint("root", .pelvis),
      Keypoint("leftHip", .leftHip), Keypoint("rightHip", .rightHip),
      Keypoint("leftKnee", .leftKnee), Keypoint("rightKnee", .rightKnee),
      Keypoint("leftAnkle", .leftAnkle), Keypoint("rightAnkle", .rightAnkle),
    ])
}

extension Layout.Keypoint {
  /// The raw values of Apple's names, `left_upLeg_joint`, speak of the bones that end there or
  /// begin; the nose is its head.
  private static let rawNames: [String: String] = [
    "shoulder": "shoulder_1_joint", "elbow": "forearm_joint", "wrist": "hand_joint",
    "hip": "upLeg_joint", "knee": "leg_joint", "ankle": "foot_joint",
  ]

  fileprivate func withRawName() -> Self {
    if joint == .nose { return Self(name, joint, aliases: ["head_joint"]) }
    let parts = name.split(separator: "_").map(String.init)
    guard parts.count == 2, let raw = Self.rawNames[parts[1]] else { return self }
    return Self(name, joint, aliases: ["\(parts[0])_\(raw)"])
  }
}

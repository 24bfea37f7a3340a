extension Layout {
  /// The bones of an animated figure, each a point at the joint where it begins: the left thigh is
  /// called `LeftUpLeg` and lies at the left hip. `LeftShoulder` is the collar bone, `LeftArm` begins
  /// at the shoulder.
  ///
  /// Vertebrae lie where a figure's maker put them, so they are no joints of the analysis.
  package static let bones = Layout(
    id: "bones",
    title: "Bones of a figure (ARKit, Mixamo, BVH and FBX names)",
    dimensions: [3],
    namesOnly: true,
    source: "Apple ARKit, ARSkeletonDefinition.defaultBody3D; Mixamo's auto-rigger",
    keypoints: [
      Keypoint("Hips", .pelvis, aliases: ["root"]),
      Keypoint("Spine"), Keypoint("Spine1"), Keypoint("Spine2"), Keypoint("Spine3"),
      Keypoint("Neck", .c7, aliases: ["neck_1_joint"]),
      Keypoint("Head", .upperNeck), Keypoint("HeadTop_End", .headTop),
      Keypoint("LeftShoulder", aliases: ["left_shoulder_1_joint"]),
      Keypoint("LeftArm", .leftShoulder), Keypoint("LeftForeArm", .leftElbow),
      Keypoint("LeftHand", .leftWrist),
      Keypoint("RightShoulder", aliases: ["right_shoulder_1_joint"]),
      Keypoint("RightArm", .rightShoulder), Keypoint("RightForeArm", .rightElbow),
      Keypoint("RightHand", .rightWrist),
      Keypoint("LeftUpLeg", .leftHip), Keypoint("LeftLeg", .leftKnee),
      Keypoint("LeftFoot", .leftAnkle),
      Keypoint("LeftToeBase", .leftToe, aliases: ["left_toes_joint"]),
      Keypoint("RightUpLeg", .rightHip), Keypoint("RightLeg", .rightKnee),
      Keypoint("RightFoot", .rightAnkle),
      Keypoint("RightToeBase", .rightToe, aliases: ["right_toes_joint"]),
    ])

  /// The bones of a skeleton in OptiTrack's Motive, each at the joint where it begins.
  package static let motiveBones = Layout(
    id: "motive_bones",
    title: "Motive skeleton, bones (OptiTrack)",
    dimensions: [3],
    namesOnly: true,
    source: "OptiTrack Motive documentation, skeleton bone names",
    keypoints: [
      Keypoint("Hip", .pelvis), Keypoint("Ab"), Keypoint("Chest"),
      Keypoint("Neck", .c7), Keypoint("Head", .upperNeck),
      Keypoint("LShoulder"), Keypoint("LUArm", .leftShoulder), Keypoint("LFArm", .leftElbow),
      Keypoint("LHand", .leftWrist),
      Keypoint("RShoulder"), Keypoint("RUArm", .rightShoulder), Keypoint("RFArm", .rightElbow),
      Keypoint("RHand", .rightWrist),
      Keypoint("LThigh", .leftHip), Keypoint("LShin", .leftKnee), Keypoint("LFoot", .leftAnkle),
      Keypoint("LToe", .leftToe),
      Keypoint("RThigh", .rightHip), Keypoint("RShin", .rightKnee), Keypoint("RFoot", .rightAnkle),
      Keypoint("RToe", .rightToe),
    ])

  /// The segments of Xsens' body model, each at the joint where it begins; `Shoulder` is the shoulder
  /// blade.
  package static let xsens23 = Layout(
    id: "xsens23",
    title: "Xsens MVN, positions of 23 segments",
    dimensions: [3],
    usualUnits: .metres,
    source: "Xsens MVN user manual, segments and their origins",
    keypoints: [
      Keypoint("Pelvis", .pelvis), Keypoint("L5", .l5), Keypoint("L3", .l3),
      Keypoint("T12", .t12), Keypoint("T8", .t8), Keypoint("Neck", .c7),
      Keypoint("Head", .upperNeck),
      Keypoint("Right Shoulder"), Keypoint("Right Upper Arm", .rightShoulder),
      Keypoint("Right Forearm", .rightElbow), Keypoint("Right Hand", .rightWrist),
      Keypoint("Left Shoulder"), Keypoint("Left Upper Arm", .leftShoulder),
      Keypoint("Left Forearm", .leftElbow), Keypoint("Left Hand", .leftWrist),
      Keypoint("Right Upper Leg", .rightHip), Keypoint("Right Lower Leg", .rightKnee),
      Keypoint("Right Foot", .rightAnkle), Keypoint("Right Toe", .rightToe),
      Keypoint("Left Upper Leg", .leftHip), Keypoint("Left Lower Leg", .leftKnee),
      Keypoint("Left Foot", .leftAnkle), Keypoint("Left Toe", .leftToe),
    ])
}

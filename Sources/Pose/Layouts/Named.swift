extension Layout {
  /// Free names: any file whose columns say in words what they are.
  ///
  /// The names that no published skeleton has (vertebrae, the ends of the bar) live here, beside
  /// the common words for every joint. A foot without an ankle beside it is the reader's affair.
  package static let named = Layout(
    id: "named",
    title: "Free names (left_knee, c7, t8, l5, bar_left, …)",
    dimensions: [2, 3],
    namesOnly: true,
    source: "the names that people give their columns",
    keypoints: Keypoint.coco17 + [
      Keypoint("head", .headCenter, aliases: ["head_center", "center_head", "mid_head"]),
      Keypoint("head_top", .headTop, aliases: ["top_head", "vertex", "top_of_head"]),
      Keypoint("upper_neck", .upperNeck),
      Keypoint(
        "pelvis", .pelvis,
        aliases: ["mid_hip", "hip", "hips", "root", "hip_center", "center_hip", "mid_pelvis"]),
      Keypoint("l5", .l5), Keypoint("l3", .l3, aliases: ["l4"]), Keypoint("t12", .t12),
      Keypoint("t8", .t8), Keypoint("t4", .t4), Keypoint("c7", .c7), Keypoint("t10", .t10),
      Keypoint(
        "spine", .spineMiddle, aliases: ["spine_mid", "mid_spine", "spine_middle", "chest"]),
      Keypoint(
        "neck", .spineTop,
        aliases: ["thorax", "spine_top", "mid_shoulder", "center_shoulder", "shoulder_center"]),
      Keypoint("left_heel", .leftHeel, aliases: ["left_calcaneus"]),
      Keypoint("right_heel", .rightHeel, aliases: ["right_calcaneus"]),
      Keypoint(
        "left_toe", .leftToe,
        aliases: ["left_big_toe", "left_foot_index", "left_foot", "left_toes", "left_toe_tip"]),
      Keypoint(
        "right_toe", .rightToe,
        aliases: ["right_big_toe", "right_foot_index", "right_foot", "right_toes", "right_toe_tip"]),
      Keypoint("left_small_toe", .leftSmallToe), Keypoint("right_small_toe", .rightSmallToe),
      Keypoint("bar_left", .barLeft, aliases: ["left_bar", "barbell_left", "bar_end_left"]),
      Keypoint("bar_right", .barRight, aliases: ["right_bar", "barbell_right", "bar_end_right"]),
      Keypoint("bar", .barCenter, aliases: ["bar_center", "barbell", "bar_centre", "mid_bar"]),
    ])
}

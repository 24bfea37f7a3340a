extension Layout {
  /// COCO-17 with head, neck, mid-hip and feet. Feet alternate left and right.
  package static let halpe26 = Layout(
    id: "halpe26",
    title: "Halpe-26 (AlphaPose, RTMPose body with feet, Sports2D)",
    dimensions: [2, 3],
    source: "open-mmlab/mmpose, configs/_base_/datasets/halpe26.py",
    keypoints: Keypoint.halpe26)
}

extension Layout.Keypoint {
  /// The keypoints of Halpe-26, which SpineTrack-37 extends.
  static let halpe26: [Self] =
    coco17 + [
      Self("head", .headTop), Self("neck", .spineTop), Self("hip", .pelvis),
      Self("left_big_toe", .leftToe), Self("right_big_toe", .rightToe),
      Self("left_small_toe", .leftSmallToe), Self("right_small_toe", .rightSmallToe),
      Self("left_heel", .leftHeel), Self("right_heel", .rightHeel),
    ]
}

extension Layout {
  /// COCO-17 with feet, 68 face points and 21 points a hand. Feet are grouped by side.
  package static let cocoWholeBody133 = Layout(
    id: "coco133",
    title: "COCO-WholeBody-133 (RTMW, DWPose, mmpose whole body)",
    dimensions: [2, 3],
    source: "open-mmlab/mmpose, configs/_base_/datasets/coco_wholebody.py",
    keypoints: Keypoint.coco17 + [
      Keypoint("left_big_toe", .leftToe), Keypoint("left_small_toe", .leftSmallToe),
      Keypoint("left_heel", .leftHeel),
      Keypoint("right_big_toe", .rightToe), Keypoint("right_small_toe", .rightSmallToe),
      Keypoint("right_heel", .rightHeel),
    ] + (0..<68).map { Keypoint("face-\($0)") } + hand("left") + hand("right"))

  private static func hand(_ side: String) -> [Keypoint] {
    [Keypoint("\(side)_hand_root")]
      + ["thumb", "forefinger", "middle_finger", "ring_finger", "pinky_finger"].flatMap { finger in
        (1...4).map { Keypoint("\(side)_\(finger)\($0)") }
      }
  }
}

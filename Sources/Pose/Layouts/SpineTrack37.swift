extension Layout {
  /// Halpe-26 with nine points along the spine: the common two-dimensional set that can show the
  /// back's curvature.
  package static let spineTrack37 = Layout(
    id: "spinetrack37",
    title: "SpineTrack-37 (SpinePose)",
    dimensions: [2],
    source: "dfki-av/spinepose, src/spinepose/metainfo.py",
    keypoints: Keypoint.halpe26 + [
      Keypoint("spine_01", .l5), Keypoint("spine_02", .l3), Keypoint("spine_03", .t12),
      Keypoint("spine_04", .t8), Keypoint("spine_05", .t4),
      Keypoint("left_latissimus"), Keypoint("right_latissimus"),
      Keypoint("left_clavicle"), Keypoint("right_clavicle"),
      Keypoint("neck_02", .c7), Keypoint("neck_03", .upperNeck),
    ])
}

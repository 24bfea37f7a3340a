/// Every layout the program knows.
package enum LayoutRegistry {
  /// In the order in which ties are settled: of two layouts that explain a file's names equally
  /// well, the one with fewer keypoints is taken, then the earlier one.
  package static let all: [Layout] = [
    .coco17, .halpe26, .spineTrack37, .cocoWholeBody133, .mediaPipe33,
    .body25, .body25B, .coco18, .mpi15, .human36M17,
    .kinect25, .azureKinect32, .smpl24, .appleVision2D, .appleVision3D,
    .bones, .motiveBones, .xsens23, .plugInGait, .named,
  ]

  /// Other spellings of layout ids that a person may type.
  package static let aliases: [String: String] = [
    "coco": "coco17", "movenet": "coco17", "posenet": "coco17", "yolo": "coco17",
    "yolo_pose": "coco17", "vitpose": "coco17", "rtmpose": "coco17", "hrnet": "coco17",
    "coco_wholebody": "coco133", "wholebody": "coco133", "coco_wholebody_133": "coco133",
    "halpe": "halpe26", "alphapose": "halpe26", "body_with_feet": "halpe26",
    "spinetrack": "spinetrack37", "spinepose": "spinetrack37",
    "mediapipe": "mediapipe33", "blazepose": "mediapipe33", "blazepose33": "mediapipe33",
    "openpose": "body25", "openpose25": "body25", "body_25": "body25",
    "openpose_body25": "body25", "body_25b": "body25b",
    "openpose18": "coco18", "openpose_coco": "coco18", "mpi": "mpi15", "mpii": "mpi15",
    "h36m": "h36m17", "human36m": "h36m17", "human3.6m": "h36m17", "videopose3d": "h36m17",
    "kinect": "kinect25", "kinect_v2": "kinect25", "kinect2": "kinect25", "kinectv2": "kinect25",
    "azure": "azure_kinect32", "azure_kinect": "azure_kinect32", "k4a": "azure_kinect32",
    "kinect_azure": "azure_kinect32",
    "smpl": "smpl24", "smplx": "smpl24",
    "apple": "apple_vision_2d", "apple_vision": "apple_vision_2d", "vision": "apple_vision_2d",
    "apple_vision3d": "apple_vision_3d", "apple_vision2d": "apple_vision_2d",
    "arkit": "bones", "mixamo": "bones", "bvh": "bones", "motive": "motive_bones",
    "optitrack": "motive_bones", "xsens": "xsens23", "mvn": "xsens23",
    "pig": "plug_in_gait", "plugingait": "plug_in_gait", "vicon": "plug_in_gait",
    "plug-in-gait": "plug_in_gait", "names": "named", "free": "named",
  ]

  /// The layout that a name means, in any case and with `-`, `_` or spaces; nil if none does.
  package static func layout(named name: String) -> Layout? {
    let plain = simplified(name)
    if let layout = all.first(where: { simplified($0.id) == plain }) { return layout }
    guard let alias = aliases.first(where: { simplified($0.key) == plain }) else { return nil }
    return all.first { $0.id == alias.value }
  }

  private static func simplified(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

import Pose

/// The shape of a frame whose coordinates are normalized, from limbs that keep their length.
enum ShapeEstimate {
  static func find(_ detections: Detections) -> (size: ImageSize, message: String)? { nil }
}

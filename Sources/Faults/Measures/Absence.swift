import Kinematics
import Pose

/// Why something cannot be judged, and what would show it: whole sentences.
enum Absence {
  /// With `points`, which have to be seen from the side and are not in the recording either, so
  /// that another place of the camera alone would not do.
  static func needsSide(_ body: Body, and points: String? = nil) -> String {
    let reason = needsSide(of: body)
    guard let points else { return reason }
    return reason.dropLast() + ", together with \(points), which the recording does not have."
  }

  private static func needsSide(of body: Body) -> String {
    let view = body.view
    if !body.hasShape { return needsShape }
    return switch view.kind {
    case .front:
      "A front view does not show forward and back; a camera at the lifter's side or 3-D "
        + "keypoints would."
    case .oblique where view.isUnknown:
      "Points of one side alone do not tell from where the camera looked; the view, if it is given, "
        + "or points of both sides would."
    case .oblique:
      "The camera stands about \(Wording.fixed(view.yaw, digits: 0))° off the side, too far for "
        + "this; a camera at the lifter's side or 3-D keypoints would show it."
    case .side, .threeD: "It could not be measured from the side."
    }
  }

  static func needsFront(_ body: Body) -> String {
    if !body.hasShape, body.view.kind != .side { return needsShape }
    return body.view.kind == .side
      ? "In a side view the knees and feet hide each other; a camera in front of the lifter or 3-D "
        + "keypoints would show it."
      : "The camera stands too far off the front for this; one straight in front of the lifter or "
        + "3-D keypoints would show it."
  }

  private static let needsShape =
    "The shape of the video's frame is not known, so no angle can be told; its width and height "
    + "would show it."

  static let needsThreeD =
    "A single camera cannot show this; \(volume) with heels and toes would."

  /// Three dimensions, but guessed ones.
  static func isLifted(_ body: Body, showing picture: String? = nil) -> String? {
    guard body.isLifted else { return nil }
    let better = picture.map { "picture keypoints from \($0) or " } ?? ""
    return "Three dimensions that were lifted from one picture guess how deep each limb lies, too "
      + "loosely for this; \(better)\(volume) would show it."
  }

  /// What shows all three dimensions.
  static let volume = "3-D keypoints from several cameras or markers"

  /// Keypoints that the recording does not have.
  static func needs(_ points: [String], such layout: String) -> String {
    "The recording has no \(Wording.list(points, joinedBy: "or")); \(layout) would show it."
  }

  static func tooSeldom(_ points: String) -> String {
    "The \(points) were missing in too many of the frames that matter; an unobstructed view of "
      + "them would show it."
  }

  static let noBaseline =
    "The lifter is not seen standing, so there is nothing to compare with; a recording that "
    + "starts before the first rep would show it."

  static func needsReps(_ count: Int, have: Int) -> String {
    "The set has \(have) complete \(have == 1 ? "rep" : "reps"); \(count) are needed to compare "
      + "them."
  }

  static let tooNoisy =
    "The points move about by more than the limit, too much to judge this; steadier keypoints or "
    + "markers would show it."

  static let needsTurn =
    "The hips were not seen at the bottom of the rep; an unobstructed view of them would show it."

  static let needsEnd =
    "The recording ends before the hips come to rest; one that goes on until the lifter stands would "
    + "show it."

  static let needsMotion = "The movement was too short to measure this."

  static func notForStyle(_ style: Style) -> String {
    let name = style.rawValue.split(separator: "_").joined(separator: "-")
    return
      "The limits are for a loaded back squat and do not hold for this style (\(name)); a back "
      + "squat would be judged."
  }

  static let ears = "a layout with ears (COCO-17, BlazePose, Halpe-26)"
  static let spine = "a layout with points on the spine, or markers"
  static let feet = "a layout with heels and toes (BlazePose, Halpe-26, BODY_25)"
  static let bar = "the two ends of the bar as keypoints"
}

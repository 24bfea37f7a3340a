/// A point on the lifter or on the bar that the analysis knows by name.
///
/// Layouts translate an estimator's keypoint names into these; nothing downstream of the reader
/// sees another name. A paired joint's left and right are the lifter's own.
package enum Joint: UInt8, CaseIterable, Sendable {
  // Head
  case nose, leftEye, rightEye, leftEar, rightEar
  /// The middle of the head (Kinect `Head`, Human3.6M `Head`, front and back head markers).
  case headCenter
  /// The vertex of the head.
  case headTop
  /// The top of the neck, under the skull (BODY_25B `UpperNeck`).
  case upperNeck

  // Spine, from the pelvis upwards
  /// The middle of the pelvis; mid-hip where an estimator gives it as a point of its own.
  case pelvis
  case l5, l3, t12, t8, t4, c7
  /// One point about half way up the trunk (Human3.6M `Spine`, Kinect `SpineMid`).
  case spineMiddle
  /// The top of the trunk between the shoulders (`SpineShoulder`, `Thorax`, OpenPose `Neck`).
  case spineTop

  // Arms
  case leftShoulder, rightShoulder, leftElbow, rightElbow, leftWrist, rightWrist

  // Legs
  case leftHip, rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle
  case leftHeel, rightHeel
  /// The big toe, or the one foot point of a skeleton that has no heel.
  case leftToe, rightToe
  case leftSmallToe, rightSmallToe

  // Bar
  case barLeft, barRight, barCenter

  // Surface markers, from which joint centers are computed (Plug-in Gait)
  case leftFrontHead, rightFrontHead, leftBackHead, rightBackHead
  case sternalNotch, xiphoid, t10
  case leftASIS, rightASIS, leftPSIS, rightPSIS
  case leftAcromion, rightAcromion
  case leftLateralKnee, rightLateralKnee
  case leftLateralAnkle, rightLateralAnkle
  case leftThighWand, rightThighWand, leftShankWand, rightShankWand
}

extension Joint {
  /// The same joint of the other side; itself on the midline.
  package var mirrored: Joint {
    switch self {
    case .leftEye: .rightEye
    case .rightEye: .leftEye
    case .leftEar: .rightEar
    case .rightEar: .leftEar
    case .leftShoulder: .rightShoulder
    case .rightShoulder: .leftShoulder
    case .leftElbow: .rightElbow
    case .rightElbow: .leftElbow
    case .leftWrist: .rightWrist
    case .rightWrist: .leftWrist
    case .leftHip: .rightHip
    case .rightHip: .leftHip
    case .leftKnee: .rightKnee
    case .rightKnee: .leftKnee
    case .leftAnkle: .rightAnkle
    case .rightAnkle: .leftAnkle
    case .leftHeel: .rightHeel
    case .rightHeel: .leftHeel
    case .leftToe: .rightToe
    case .rightToe: .leftToe
    case .leftSmallToe: .rightSmallToe
    case .rightSmallToe: .leftSmallToe
    case .barLeft: .barRight
    case .barRight: .barLeft
    case .leftFrontHead: .rightFrontHead
    case .rightFrontHead: .leftFrontHead
    case .leftBackHead: .rightBackHead
    case .rightBackHead: .leftBackHead
    case .leftASIS: .rightASIS
    case .rightASIS: .leftASIS
    case .leftPSIS: .rightPSIS
    case .rightPSIS: .leftPSIS
    case .leftAcromion: .rightAcromion
    case .rightAcromion: .leftAcromion
    case .leftLateralKnee: .rightLateralKnee
    case .rightLateralKnee: .leftLateralKnee
    case .leftLateralAnkle: .rightLateralAnkle
    case .rightLateralAnkle: .leftLateralAnkle
    case .leftThighWand: .rightThighWand
    case .rightThighWand: .leftThighWand
    case .leftShankWand: .rightShankWand
    case .rightShankWand: .leftShankWand
    default: self
    }
  }

  /// The joint's name in words, as reports and messages show it: `left knee`, `c7`.
  package var words: String {
    String(describing: self).reduce(into: "") { words, character in
      if character.isUppercase, words.last?.isLowercase == true { words += " " }
      words += character.lowercased()
    }
  }
}

/// The lifter's own left or right.
package enum Side: String, CaseIterable, Sendable {
  case left, right

  package var other: Side { self == .left ? .right : .left }

  package var hip: Joint { self == .left ? .leftHip : .rightHip }
  package var knee: Joint { self == .left ? .leftKnee : .rightKnee }
  package var ankle: Joint { self == .left ? .leftAnkle : .rightAnkle }
  package var heel: Joint { self == .left ? .leftHeel : .rightHeel }
  package var toe: Joint { self == .left ? .leftToe : .rightToe }
  package var shoulder: Joint { self == .left ? .leftShoulder : .rightShoulder }
  package var ear: Joint { self == .left ? .leftEar : .rightEar }
  package var eye: Joint { self == .left ? .leftEye : .rightEye }
}

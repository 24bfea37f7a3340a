/// From where the camera saw the lifter, and how sure that is.
package struct View: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case side, front, oblique
    case threeD = "3d"
  }

  /// Which way the lifter faces: in the picture's left or right, towards the camera or away.
  package enum Facing: String, Sendable {
    case left, right, camera, away, unknown
  }

  package var kind: Kind
  package var facing: Facing
  /// The camera's angle from a pure side view in degrees, 0 (side) to 90 (front or back);
  /// 0 in three dimensions.
  package var yaw: Float
  /// The standard deviation of `yaw` in degrees.
  package var yawSD: Float
  /// The user gave the view.
  package var given: Bool

  /// The deviation where nothing tells the angle.
  static let unknownSD: Float = 30
  /// Nothing tells from where the camera saw the lifter.
  package var isUnknown: Bool { !given && yawSD >= Self.unknownSD }

  package init(kind: Kind, facing: Facing, yaw: Float, yawSD: Float, given: Bool = false) {
    self.kind = kind
    self.facing = facing
    self.yaw = yaw
    self.yawSD = yawSD
    self.given = given
  }
}

package import Kinematics
package import Reps

/// Everything a rule may look at: one set of one lifter.
package struct SetContext: Sendable {
  package var body: Body
  package var angles: Angles
  package var segmentation: Segmentation
  package var style: Style

  package init(body: Body, angles: Angles, segmentation: Segmentation, style: Style) {
    self.body = body
    self.angles = angles
    self.segmentation = segmentation
    self.style = style
  }
}

/// The kind of squat, which moves some limits.
package enum Style: String, Sendable, CaseIterable {
  case highBar = "high_bar"
  case lowBar = "low_bar"
  case front
  case bodyweight
  case overhead
  /// Nobody said; the limits of a high-bar squat hold.
  case unknown
}

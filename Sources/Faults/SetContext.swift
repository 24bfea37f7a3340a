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

  /// A stretch of frames; the reps keep their frames of the whole.
  func slice(_ frames: Range<Int>) -> SetContext {
    var slice = self
    slice.body = body.slice(frames)
    slice.angles = angles.slice(frames)
    slice.segmentation.depth = Array(segmentation.depth[frames])
    slice.segmentation.standing = Array(segmentation.standing[frames])
    return slice
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

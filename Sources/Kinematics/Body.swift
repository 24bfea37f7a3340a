package import Pose

/// The lifter in axes of their own: forward, up and to their left.
///
/// This is what makes a rule independent of where the camera stood. A direction that the view
/// does not show is absent, not guessed: a side view has no `left`, a front view no `forward`,
/// an oblique view neither forward nor true widths, only widths relative to each other.
package struct Body: Sendable {
  /// One joint's position frame by frame, in the recording's unit. Columns of directions that
  /// the view does not show are empty; a frame in which the joint was not seen is NaN.
  package struct Point: Sendable {
    package var forward: [Float]
    package var up: [Float]
    package var left: [Float]
    /// Standard deviation of the frame-to-frame error, in the recording's unit.
    package var noise: Float

    package init(forward: [Float] = [], up: [Float], left: [Float] = [], noise: Float) {
      self.forward = forward
      self.up = up
      self.left = left
      self.noise = noise
    }
  }

  package var count: Int
  package var fps: Double
  package var dimensions: Int
  package var view: View
  /// Lengths across and along the picture have one unit; false where its shape is unknown, and with
  /// it every angle.
  package var hasShape: Bool
  /// `forward` is known: side view (yaw under 30°) or three dimensions.
  package var showsSagittal: Bool { hasShape && (view.kind == .threeD || view.kind == .side) }
  /// `left` is known, at least as a ratio of widths: front and oblique views, three dimensions.
  package var showsFrontal: Bool { view.kind != .side }
  package var hipCentered: Bool
  /// Three dimensions that were lifted from one picture: coordinates around the hips come from
  /// nothing else.
  package var isLifted: Bool { dimensions == 3 && hipCentered }
  /// Median lengths of the segments, in the recording's unit; NaN where they cannot be measured.
  package var lengths: Lengths
  /// Frames in which the lifter is near their greatest height: standing, as far as seen.
  package var upright: [Int]
  /// Stretches of frames in which the hips were not seen, bridged or not; in order. Of a slice,
  /// counted from its first frame, and reaching beyond it where they do.
  package var hipGaps: [ClosedRange<Int>] = []
  /// Degrees by which the camera, or the recording's axes, were tilted and turned back; 0 where
  /// nothing had to be.
  package var tilt: Float
  /// How far `up` may be off all the same in the sagittal plane, in degrees, as one standard
  /// deviation: unlike the others an error that all directions share, so that angles between
  /// segments and changes do not have it.
  package var tiltSD: Float = 0
  /// The layout's sides were disputed, and geometry showed that they stood for each other.
  package var sidesExchanged: Bool
  private var points: [Point?]

  package struct Lengths: Sendable, Equatable {
    /// Hip to knee, knee to ankle, mid-hip to mid-shoulder, heel to toe.
    package var thigh = Float.nan
    package var shank = Float.nan
    package var trunk = Float.nan
    package var foot = Float.nan
    /// Hip to ankle, standing.
    package var leg = Float.nan
    package var shoulderWidth = Float.nan
    package var hipWidth = Float.nan

    package init() {}
  }

  package init(count: Int, fps: Double, dimensions: Int, view: View) {
    self.count = count
    self.fps = fps
    self.dimensions = dimensions
    self.view = view
    self.hipCentered = false
    self.hasShape = true
    self.lengths = Lengths()
    self.upright = []
    self.tilt = 0
    self.sidesExchanged = false
    self.points = Array(repeating: nil, count: Joint.allCases.count)
  }

  package subscript(joint: Joint) -> Point? {
    get { points[Int(joint.rawValue)] }
    set { points[Int(joint.rawValue)] = newValue }
  }

  /// A stretch of frames, with the lengths and the view of the whole. `upright` is left empty.
  package func slice(_ frames: Range<Int>) -> Body {
    func slice(_ column: [Float]) -> [Float] { column.isEmpty ? [] : Array(column[frames]) }
    var body = self
    body.count = frames.count
    body.upright = []
    body.hipGaps = hipGaps.map {
      ($0.lowerBound - frames.lowerBound)...($0.upperBound - frames.lowerBound)
    }
    body.points = points.map { point in
      point.map {
        Point(
          forward: slice($0.forward), up: slice($0.up), left: slice($0.left), noise: $0.noise)
      }
    }
    return body
  }
}

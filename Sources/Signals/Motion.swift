package import Pose

/// A recording's tracks after cleaning: evenly spaced in time, gaps bridged within limits,
/// outliers removed, low-passed without delay.
///
/// Frames of a motion are counted on the even time line. They are the recording's rows when it
/// has an even rate and no frame was left out; else `frameOfRow` leads from one to the other.
package struct Motion: Sendable {
  package var count: Int
  package var dimensions: Int
  /// Frames a second of the even time line.
  package var fps: Double
  /// Seconds of frame 0 on the recording's clock.
  package var startTime: Double
  /// The frame of each row of the recording; not decreasing.
  package var frameOfRow: [Int32]
  /// The row of each frame: the nearest in time.
  package var rowOfFrame: [Int32]
  private var tracks: [Track?]
  /// The standard deviation of a joint's position error that changes from frame to frame, after
  /// the low-pass, in the recording's unit; 0 where the joint is absent.
  private var noise: [Float]
  /// Hz.
  package var cutoff: Double
  /// Coordinates are relative to the hips, so travel of the whole body cannot be seen.
  package var hipCentered: Bool
  /// Lengths across and along the picture have one unit; false where its shape is unknown.
  package var hasShape: Bool
  /// Left and right of the joints may stand for each other.
  package var sidesDisputed: Bool
  /// Frames in which a joint that matters was bridged, rising.
  package var filledFrames: [Int32]
  /// Stretches in which no point of the hips was seen, bridged or not; in order.
  package var hipGaps: [ClosedRange<Int>]
  package var warnings: [Warning]

  package init(count: Int, dimensions: Int, fps: Double) {
    self.count = count
    self.dimensions = dimensions
    self.fps = fps
    self.startTime = 0
    self.frameOfRow = (0..<Int32(count)).map { $0 }
    self.rowOfFrame = frameOfRow
    self.tracks = Array(repeating: nil, count: Joint.allCases.count)
    self.noise = Array(repeating: 0, count: Joint.allCases.count)
    self.cutoff = 0
    self.hipCentered = false
    self.hasShape = true
    self.sidesDisputed = false
    self.filledFrames = []
    self.hipGaps = []
    self.warnings = []
  }

  package subscript(joint: Joint) -> Track? {
    get { tracks[Int(joint.rawValue)] }
    set { tracks[Int(joint.rawValue)] = newValue }
  }

  package subscript(noiseOf joint: Joint) -> Float {
    get { noise[Int(joint.rawValue)] }
    set { noise[Int(joint.rawValue)] = newValue }
  }
}

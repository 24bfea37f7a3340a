/// One person in one recorded file: the noun that the reader makes and all else is computed from.
///
/// Coordinates are isotropic and y points up in two dimensions (pixels, whatever the file had).
/// In three dimensions they keep the file's axes and unit; finding gravity and the lifter's own
/// axes is the work of `Kinematics`. Missing points are NaN.
package struct Recording: Sendable {
  /// The path relative to the input folder, as shown to people; `/` between folders.
  package var name: String
  /// The track's identity in the file; "0" where the file knows one person.
  package var person: String
  /// The id of the layout that was recognized.
  package var layout: String
  package var dimensions: Int
  package var units: Units
  package var axes: Axes
  /// The columns carry no names, and sources of the layout disagree about which side comes first.
  package var sidesDisputed: Bool
  /// Rows that are frames of this person's track. Each track's columns have this length.
  package var count: Int
  /// The index of each row counted in the file's frames from 0. Strictly increasing; the identity
  /// unless the estimator left frames out or other people's frames came between.
  package var rows: [Int32]
  /// The file's own frame numbers where it has such a column; else empty.
  package var frameNumbers: [Int64]
  /// Seconds from the first row, strictly increasing.
  package var times: [Double]
  /// Frames a second: the median rate of `times`.
  package var fps: Double
  package var fpsSource: FPSSource
  package var imageSize: ImageSize?
  /// One track a joint, by raw value; nil where the file has no such joint.
  private var tracks: [Track?]
  package var metadata: Metadata
  package var accounts: FrameAccounts
  /// The rows that are counted here: all of them, but for a stretch of a long recording, whose
  /// other rows are counted in the stretches beside it.
  package var own: Range<Int32>
  package var warnings: [Warning]

  package init(name: String, person: String = "0", layout: String, dimensions: Int, count: Int) {
    precondition(dimensions == 2 || dimensions == 3, "a recording has two or three dimensions")
    self.name = name
    self.person = person
    self.layout = layout
    self.dimensions = dimensions
    self.units = dimensions == 2 ? .pixels : .metres
    self.axes = Axes()
    self.sidesDisputed = false
    self.count = count
    self.rows = (0..<Int32(count)).map { $0 }
    self.frameNumbers = []
    self.times = (0..<count).map { Double($0) / 30 }
    self.fps = 30
    self.fpsSource = .assumed
    self.imageSize = nil
    self.tracks = Array(repeating: nil, count: Joint.allCases.count)
    self.metadata = Metadata()
    self.accounts = FrameAccounts()
    self.own = 0..<Int32.max
    self.warnings = []
  }

  /// Lengths across and along the picture have one unit; false where the coordinates are shares of
  /// one whose shape is unknown.
  package var hasShape: Bool { dimensions == 3 || units != .normalized || imageSize != nil }

  package subscript(joint: Joint) -> Track? {
    get { tracks[Int(joint.rawValue)] }
    set {
      precondition(
        newValue.map { $0.count == count && $0.z.isEmpty == (dimensions == 2) } ?? true,
        "a track is as long and has as many dimensions as its recording")
      tracks[Int(joint.rawValue)] = newValue
    }
  }

  /// The joints that the file has, in the order of their declaration.
  package var joints: [Joint] { Joint.allCases.filter { self[$0] != nil } }

  package mutating func warn(_ code: WarningCode, _ message: String, frame: Int? = nil) {
    warnings.append(Warning(code: code, message: message, frame: frame))
  }
}

/// The unit that a file's coordinates were in.
package enum Units: String, Sendable, CaseIterable {
  case pixels = "px"
  case normalized = "normalised"
  case metres = "m"
  case millimetres = "mm"
}

/// How the file's axes were read.
package struct Axes: Sendable, Equatable {
  /// The file's upward direction: "-y", "+y", "+z", … or "estimated".
  package var up: String
  /// x and y stood in each other's place.
  package var exchanged: Bool
  /// Coordinates are relative to the hips, so travel of the whole body cannot be seen.
  package var hipCentered: Bool

  package init(up: String = "-y", exchanged: Bool = false, hipCentered: Bool = false) {
    self.up = up
    self.exchanged = exchanged
    self.hipCentered = hipCentered
  }
}

/// The frame's shape in pixels, and how it is known.
package struct ImageSize: Sendable, Equatable {
  package enum Source: String, Sendable { case option, sidecar, manifest, table, estimated }
  package var width: Double
  package var height: Double
  package var source: Source
  /// How sure an estimated shape is, 0…1; 1 for one that was given.
  package var certainty: Double

  package init(width: Double, height: Double, source: Source, certainty: Double = 1) {
    self.width = width
    self.height = height
    self.source = source
    self.certainty = certainty
  }
}

/// Where the frame rate comes from, in the words of the results.
package enum FPSSource: String, Sendable {
  case option, sidecar, manifest
  case timeColumn = "time column"
  case header
  case assumed
}

/// What is known of a recording beside its keypoints.
package struct Metadata: Sendable, Equatable {
  package var athlete: String?
  package var date: String?
  package var set: String?
  package var loadKilograms: Double?
  package var style: String?
  /// The camera's view where the user gave it: "side", "front", "oblique", "3d".
  package var view: String?

  package init() {}
}

/// What became of each row of the file.
///
/// `read = used + rejected + blank`: the reader checks it. `filled` and `lost` count frames of the
/// time line: gaps that were bridged, and frames that the estimator left out.
package struct FrameAccounts: Sendable, Equatable {
  package var read = 0
  package var used = 0
  package var filled = 0
  package var rejected = 0
  package var blank = 0
  package var lost = 0

  package init() {}
}

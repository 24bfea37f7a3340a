import Glibc
import Pose
import PoseCSV
import Testing

@Suite struct SpaceTests {
  /// The wide table with each point moved.
  static func table(_ move: (Sets.Point) -> Sets.Point, digits: Int = 6) -> String {
    let names = Sets.coco17.flatMap { ["\($0)_x", "\($0)_y"] }
    return Sets.table((["frame"] + names).joined(separator: ",")) { frame in
      let figure = Sets.figure(Sets.depth(at: frame))
      return ["\(frame)"]
        + Sets.coco17.flatMap { name -> [String] in
          let point = move(figure[name] ?? (x: 0, y: 0))
          return [Sets.number(point.x, digits), Sets.number(point.y, digits)]
        }
    }
  }

  static func stands(_ recording: Recording) -> Bool {
    guard let shoulder = recording[.leftShoulder], let ankle = recording[.leftAnkle] else {
      return false
    }
    return shoulder.y[0] - ankle.y[0] > abs(shoulder.x[0] - ankle.x[0])
  }

  @Test func upIsFoundAndYPointsUp() throws {
    let up = try Sets.read(Self.table { (x: $0.x, y: 1000 - $0.y) })
    #expect(up.axes.up == "+y")
    #expect(Self.stands(up))
  }

  @Test func exchangedAxesAreExchangedBack() throws {
    let recording = try Sets.read(Self.table { (x: $0.y, y: $0.x) })
    #expect(recording.axes.exchanged)
    #expect(Self.stands(recording))
    #expect(recording.warnings.contains { $0.code == .axesExchanged })
    let golden = try Sets.read(Self.table { $0 })
    #expect(recording[.leftKnee] == golden[.leftKnee])
  }

  @Test func aNormalizedPictureWithItsSizeIsInPixels() throws {
    var options = ReadOptions()
    options.sidecar.width = 1600
    options.sidecar.height = 1000
    let recording = try Sets.read(
      Self.table { (x: $0.x / 1600, y: $0.y / 1000) }, options: options)
    #expect(recording.units == .normalized)
    #expect(recording.imageSize?.source == .sidecar)
    let golden = try Sets.read(Self.table { $0 })
    let x = zip(recording[.leftKnee]?.x ?? [], golden[.leftKnee]?.x ?? [])
    #expect(x.allSatisfy { abs($0 - $1) < 0.01 })
  }

  @Test(arguments: ["image_width,image_height", "Frame Width,Frame Height", "width,height"])
  func columnsMayTellThePicturesShape(names: String) throws {
    let lines = Self.table { (x: $0.x / 1600, y: $0.y / 1000) }.split(separator: "\n")
    func table(_ cells: (Int) -> String) -> String {
      lines.enumerated().map { "\($1),\($0 == 0 ? names : cells($0))" }.joined(separator: "\n")
    }
    let options = ReadOptions()
    let recording = try Sets.read(table { _ in "1600,1000" }, options: options)
    let size = ImageSize(width: 1600, height: 1000, source: .table)
    #expect(recording.imageSize == size)
    // The size of a box around the lifter is none of the picture's, whatever was read before.
    let boxed = try Sets.read(table { "\(400 + $0),800" }, options: options)
    #expect(boxed.imageSize != size)
    #expect(try Sets.read(table { _ in "1600,1000" }, options: options).imageSize == size)
  }

  /// Knees that point out a little show less of the thigh than its length.
  @Test(arguments: [(1080.0, 1920.0), (1920, 1080)])
  func aShapeThatIsNotGivenIsEstimated(width: Double, height: Double) throws {
    let recording = try Sets.read(
      Self.table { (x: (500 + 0.92 * ($0.x - 500)) / width, y: $0.y / height) })
    let size = try #require(recording.imageSize)
    #expect(size.source == .estimated)
    #expect(size.width / size.height == width / height)
    #expect(size.certainty >= 0.9)
    #expect(recording.warnings.contains { $0.code == .shapeEstimated })
  }

  @Test func aShapeThatNothingTellsIsUnknown() throws {
    let standing = Sets.coco17.flatMap { ["\($0)_x", "\($0)_y"] }
    let text = Sets.table((["frame"] + standing).joined(separator: ",")) { frame in
      ["\(frame)"]
        + Sets.coco17.flatMap { name -> [String] in
          let point = Sets.figure(0)[name] ?? (x: 0, y: 0)
          return [Sets.number(point.x / 1000, 4), Sets.number(point.y / 1000, 4)]
        }
    }
    let recording = try Sets.read(text)
    #expect(recording.imageSize == nil)
    #expect(recording.warnings.contains { $0.code == .shapeUnknown })
  }

  @Test(arguments: ["0,0,0.4", "0,0,0", "-1,-1,0.9", "nan,nan,0.1", "812.1,,0.9"])
  func unseenPointsAreMissing(cells: String) throws {
    var lines = Sets.wide().split(separator: "\n").map(String.init)
    var row = lines[30].split(separator: ",").map(String.init)
    let knee = 2 + 3 * Sets.index("left_knee")
    row.replaceSubrange(
      knee..<(knee + 3),
      with: cells.split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init))
    lines[30] = row.joined(separator: ",")
    let recording = try Sets.read(lines.joined(separator: "\n"))
    let track = try #require(recording[.leftKnee])
    #expect(track.x[29].isNaN && track.y[29].isNaN)
    #expect(track.seen == 89)
    #expect(recording.warnings.map(\.code) == [.missingPoints])
  }

  @Test func worldLandmarksAreMetresAboutTheHips() throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let header = names.flatMap { name in
      ["x", "y", "z", "visibility"].map { "\(name)_\($0)" }
    }
    let text = Sets.table((["frame"] + header).joined(separator: ",")) { frame in
      let figure = Sets.figure(Sets.depth(at: frame))
      let hip = figure["left_hip"] ?? (x: 0, y: 0)
      return ["\(frame)"]
        + names.enumerated().flatMap { i, name -> [String] in
          let point = figure[name] ?? hip
          let depth = name.hasPrefix("left") ? 0.1 : -0.1
          return [
            Sets.number((point.x - hip.x) / 500, 4), Sets.number((point.y - hip.y) / 500, 4),
            Sets.number(depth, 4), "0.9",
          ]
        }
    }
    let recording = try Sets.read(text)
    #expect(recording.layout == "mediapipe33")
    #expect(recording.dimensions == 3)
    #expect(recording.units == .metres)
    #expect(recording.axes.hipCentered)
    #expect(recording.axes.up == "-y")
  }

  // MARK: - Depth and its unit

  /// A table with a depth, at `z` metres for a point that lies 0.2 m to the lifter's left or right
  /// of the middle; x and y in pixels of 2 mm unless they are moved.
  static func deep(
    _ names: [String] = Sets.coco17, z: (Double) -> Double,
    _ move: (Sets.Point) -> Sets.Point = { $0 }
  ) -> String {
    let header = names.flatMap { name in ["x", "y", "z"].map { "\(name)_\($0)" } }
    return Sets.table((["frame"] + header).joined(separator: ",")) { frame in
      let figure = Sets.figure(Sets.depth(at: frame))
      return ["\(frame)"]
        + names.flatMap { name -> [String] in
          let point = move(figure[name] ?? (x: 500, y: 500))
          let side = name.hasPrefix("left") ? -0.18 : name.hasPrefix("right") ? 0.18 : 0
          return [point.x, point.y, z(side)].map { Sets.number($0, 4) }
        }
    }
  }

  @Test(arguments: [1.0, 1000]) func aDepthInAnotherUnitThanPixelsIsLeftOut(perMetre: Double) throws
  {
    let recording = try Sets.read(Self.deep(z: { (3 + $0) * perMetre }))
    #expect(recording.dimensions == 2 && recording.units == .pixels)
    #expect(recording.warnings.contains { $0.code == .unitDoubtful })
    let golden = try Sets.read(Self.table { $0 })
    let x = zip(recording[.leftKnee]?.x ?? [], golden[.leftKnee]?.x ?? [])
    #expect(x.allSatisfy { abs($0 - $1) < 0.001 })
  }

  @Test func aDepthInTheUnitOfXAndYIsAThirdDimension() throws {
    let recording = try Sets.read(
      Self.deep(z: { 3000 + 1000 * $0 }) { (x: 2 * $0.x, y: 2 * $0.y) })
    #expect(recording.dimensions == 3 && recording.units == .millimetres)
  }

  /// The lifter turned from the side, in pixels of 2 mm, with a depth in millimetres or in pixels.
  @Test(arguments: [0.0, 45, 90], [1.0, 2])
  func aDepthInMillimetresShowsFromEverySide(yaw: Double, perPixel: Double) throws {
    let turn = yaw * .pi / 180
    let header = Sets.coco17.flatMap { name in ["x", "y", "z"].map { "\(name)_\($0)" } }
    let text = Sets.table((["frame"] + header).joined(separator: ",")) { frame in
      let figure = Sets.figure(Sets.depth(at: frame))
      return ["\(frame)"]
        + Sets.coco17.flatMap { name -> [String] in
          let point = figure[name] ?? (x: 500, y: 500)
          let side = name.hasPrefix("left") ? -90.0 : name.hasPrefix("right") ? 90 : 0
          let across = (point.x - 500) * cos(turn) + side * sin(turn)
          let away = side * cos(turn) - (point.x - 500) * sin(turn)
          return [500 + across, point.y, 3000 + away * perPixel].map { Sets.number($0, 3) }
        }
    }
    let recording = try Sets.read(text)
    #expect(recording.dimensions == (perPixel == 1 ? 3 : 2))
  }

  /// World landmarks that were moved to where the lifter stands in a room.
  @Test(arguments: ["floor at 0, down", "in a corner, up", "z up"])
  func worldLandmarksNeedNotLieAboutTheHips(room: String) throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let text: String
    switch room {
    case "z up":
      let lines = Self.deep(names, z: { $0 }) { (x: $0.x / 500 - 1, y: (900 - $0.y) / 500) }
      text = lines.replacing("_y", with: "_t").replacing("_z", with: "_y").replacing(
        "_t", with: "_z")
    case "in a corner, up":
      text = Self.deep(names, z: { $0 + 0.2 }) { (x: $0.x / 500, y: (900 - $0.y) / 500) }
    default: text = Self.deep(names, z: { $0 }) { (x: $0.x / 500 - 1, y: ($0.y - 900) / 500) }
    }
    let recording = try Sets.read(text)
    #expect(recording.layout == "mediapipe33")
    #expect(recording.dimensions == 3 && recording.units == .metres)
    let knee = try #require(recording[.leftKnee])
    #expect(knee.seen == recording.count && knee.z.allSatisfy { $0.isFinite })
  }

  /// What a picture has no use for is not read: a cell of it that is no number costs no row.
  @Test func aPicturesDepthMayHoldAnything() throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    var lines = Self.deep(names, z: { $0 / 2 }) { (x: $0.x / 1000, y: $0.y / 1000) }
      .split(separator: "\n").map(String.init)
    var row = lines[30].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    row[3 + 3 * (names.firstIndex(of: "left_knee") ?? 0)] = "n. d."
    lines[30] = row.joined(separator: ",")
    let recording = try Sets.read(lines.joined(separator: "\n"))
    #expect(recording.dimensions == 2 && recording.accounts.rejected == 0)
    #expect(recording[.leftKnee]?.seen == recording.count)
  }

  @Test(arguments: [1.0, 1000]) func imageLandmarksHaveNoThirdDimension(width: Double) throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let text = Self.deep(names, z: { $0 * width / 2 }) {
      (x: $0.x * width / 1000, y: $0.y * width / 1000)
    }
    #expect(try Sets.read(text).dimensions == 2)
    var options = ReadOptions()
    options.units = .metres
    #expect(try Sets.read(text, options: options).dimensions == 3)
  }

  /// A camera that sees depth writes metres beside shares of a picture.
  @Test func aCamerasDepthBesideSharesOfAPictureIsLeftOut() throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let text = Self.deep(names, z: { 0.2 + $0 / 2 }) { (x: $0.x / 2500, y: $0.y / 2500) }
    let recording = try Sets.read(text)
    #expect(recording.dimensions == 2 && recording.units == .normalized)
  }

  @Test func oneSideOfImageLandmarksHasNoThirdDimension() throws {
    let names = Layout.mediaPipe33.keypoints.map(\.name)
    let text = Self.deep(names, z: { $0 < 0 ? .nan : 3 * $0 }) {
      (x: $0.x / 1000, y: $0.y / 1000)
    }
    let recording = try Sets.read(text)
    #expect(recording.dimensions == 2)
    #expect(!recording.warnings.contains { $0.code == .unitDoubtful })
  }

  // MARK: - Metres in a plane

  @Test(arguments: ["by the columns", "by the sidecar", "by their reach"])
  func metresInAPlaneAreNoSharesOfAPicture(said: String) throws {
    var options = ReadOptions()
    options.sidecar.width = 1080
    options.sidecar.height = 1920
    let down = Self.table { (x: $0.x / 500, y: $0.y / 500) }
    let up = Self.table { (x: $0.x / 500, y: (900 - $0.y) / 500) }
    let text: String
    switch said {
    case "by the columns": text = down.replacing("_x", with: "_x_m").replacing("_y", with: "_y (m)")
    case "by the sidecar":
      text = down
      options.sidecar.units = .metres
    default: text = up
    }
    let recording = try Sets.read(text, options: options)
    #expect(recording.dimensions == 2 && recording.units == .metres)
    let golden = try Sets.read(Self.table { $0 })
    let y = zip(recording[.leftKnee]?.y ?? [], golden[.leftKnee]?.y ?? [])
    let floor = said == "by their reach" ? 900 : 0
    #expect(y.allSatisfy { abs($0 * 500 - $1 - Float(floor)) < 0.01 })
  }

  /// A picture cannot show shoulders over its upper edge, feet below its lower one, and a face.
  @Test func metresThatPointDownFromTheMiddleOfTheBodyAreNoSharesOfAPicture() throws {
    let recording = try Sets.read(Self.table { (x: $0.x / 500 - 1, y: $0.y / 500 - 1.1) })
    #expect(recording.units == .metres && recording.axes.up == "-y")
    #expect(recording.warnings.map(\.code) == [.timeAssumed])
  }

  @Test func aBodyLongerThanAPictureIsDoubtful() throws {
    let recording = try Sets.read(Self.table { (x: $0.x / 500, y: $0.y / 500 - 0.2) })
    #expect(recording.units == .normalized)
    let doubt = recording.warnings.first { $0.code == .unitDoubtful }
    #expect(doubt?.message.hasSuffix("where these are metres, give --units m") == true)
  }
}

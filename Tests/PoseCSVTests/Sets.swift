import Foundation
import Pose
import PoseCSV

/// Squats made for the tests: a stick figure seen from the side, in pixels with y down.
enum Sets {
  /// COCO-17 in its order.
  static let coco17 = Layout.coco17.keypoints.map(\.name)
  static let frames = 90

  typealias Point = (x: Double, y: Double)

  /// The figure `depth` of the way into a squat: 0 stands, 1 has the thighs level.
  static func figure(_ depth: Double) -> [String: Point] {
    let shin = 20 * depth * .pi / 180
    let thigh = 90 * depth * .pi / 180
    let trunk = 40 * depth * .pi / 180
    let ankle = (x: 500.0, y: 900.0)
    let knee = (x: ankle.x + 200 * sin(shin), y: ankle.y - 200 * cos(shin))
    let hip = (x: knee.x - 210 * sin(thigh), y: knee.y - 210 * cos(thigh))
    let shoulder = (x: hip.x + 260 * sin(trunk), y: hip.y - 260 * cos(trunk))
    let pairs: [String: Point] = [
      "ankle": ankle, "knee": knee, "hip": hip, "shoulder": shoulder,
      "elbow": (x: shoulder.x - 40, y: shoulder.y + 120),
      "wrist": (x: shoulder.x + 20, y: shoulder.y + 30),
      "ear": (x: shoulder.x + 20, y: shoulder.y - 90),
      "eye": (x: shoulder.x + 50, y: shoulder.y - 100),
    ]
    var points: [String: Point] = ["nose": (x: shoulder.x + 60, y: shoulder.y - 85)]
    for (name, point) in pairs {
      points["left_\(name)"] = point
      points["right_\(name)"] = (x: point.x + 6, y: point.y)
    }
    return points
  }

  /// How deep the figure is at a frame: a squat of 60 frames, then 30 frames of standing.
  static func depth(at frame: Int) -> Double {
    let phase = frame % 90
    return phase < 60 ? (1 - cos(2 * .pi * Double(phase) / 60)) / 2 : 0
  }

  /// A joint's cells x, y, score at a frame.
  static func cells(_ name: String, _ frame: Int, by scale: Double = 1) -> [String] {
    let point = figure(depth(at: frame))[name] ?? (x: 400, y: 500)
    return [number(point.x * scale, 3), number(point.y * scale, 3), "0.9"]
  }

  static func table(_ header: String, _ row: (Int) -> [String]) -> String {
    ([header] + (0..<frames).map { row($0).joined(separator: ",") }).joined(separator: "\n") + "\n"
  }

  // MARK: - Two dimensions

  /// A wide table of COCO-17, its columns named by keypoint and axis.
  static func wide(
    time: Bool = true, _ spell: (String, String) -> String = { "\($0)_\($1)" }
  ) -> String {
    let names = coco17.flatMap { name in ["x", "y", "score"].map { spell(name, $0) } }
    let header = (["frame"] + (time ? ["time"] : []) + names).joined(separator: ",")
    return table(header) { frame in
      ["\(frame)"] + (time ? [number(Double(frame) / 30, 4)] : [])
        + coco17.flatMap { cells($0, frame) }
    }
  }

  static func headerless() -> String {
    (0..<frames).map { frame in
      (["\(frame)"] + coco17.flatMap { cells($0, frame) }).joined(separator: ",")
    }.joined(separator: "\n")
  }

  static func tidy(shuffled: Bool = false, numbered: Bool = false) -> String {
    var rows = (0..<frames).flatMap { frame in
      coco17.enumerated().map { i, name in
        (["\(frame)", numbered ? "\(i)" : name] + cells(name, frame)).joined(separator: ",")
      }
    }
    if shuffled {
      var seed: UInt64 = 7
      for i in rows.indices.reversed() where i > 0 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        rows.swapAt(i, Int(seed >> 33) % (i + 1))
      }
      // Codes follow the order of first sight; numbers say the order themselves.
    }
    return (["frame,keypoint,x,y,score"] + rows).joined(separator: "\n") + "\n"
  }

  static func deepLabCut(individual: String? = nil) -> String {
    func header(_ first: String, _ cell: (String, String) -> String) -> String {
      ([first] + coco17.flatMap { name in ["x", "y", "likelihood"].map { cell(name, $0) } })
        .joined(separator: ",")
    }
    var lines = [header("scorer") { _, _ in "net" }]
    if let individual { lines.append(header("individuals") { _, _ in individual }) }
    lines += [header("bodyparts") { name, _ in name }, header("coords") { _, axis in axis }]
    lines += (0..<frames).map { frame in
      (["\(frame)"] + coco17.flatMap { cells($0, frame) }).joined(separator: ",")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func sleap() -> String {
    let names = coco17.flatMap { name in ["x", "y", "score"].map { "\(name).\($0)" } }
    return table((["track", "frame_idx", "instance.score"] + names).joined(separator: ",")) {
      frame in ["track_0", "\(frame)", "0.8"] + coco17.flatMap { cells($0, frame) }
    }
  }

  /// MoveNet's order: y, x, score.
  static func list(between separator: String = ", ") -> String {
    table("frame,keypoints") { frame in
      let points = coco17.map { name in
        let cells = cells(name, frame)
        return "[\(cells[1]), \(cells[0]), \(cells[2])]"
      }
      return ["\(frame)", "\"[\(points.joined(separator: separator))]\""]
    }
  }

  /// A column a keypoint, its numbers in one field.
  static func points(_ spell: (_ x: String, _ y: String, _ score: String) -> String) -> String {
    table((["frame"] + coco17).joined(separator: ",")) { frame in
      ["\(frame)"]
        + coco17.map { name in
          let cells = cells(name, frame)
          return "\"\(spell(cells[0], cells[1], cells[2]))\""
        }
    }
  }

  static func emptyDepths() -> String {
    let names = coco17.flatMap { name in ["x", "y", "z", "score"].map { "\(name)_\($0)" } }
    return table((["frame"] + names).joined(separator: ",")) { frame in
      ["\(frame)"]
        + coco17.flatMap { name in
          let cells = cells(name, frame)
          return [cells[0], cells[1], "", cells[2]]
        }
    }
  }

  static func european(quoted: Bool) -> String {
    let names = coco17.flatMap { name in
      ["x", "y", "score"].map { quoted ? "lifter/\(name)/\($0.uppercased())" : "\(name)_\($0)" }
    }
    let rows = (0..<frames).map { frame in
      [number(Double(frame) / 30, 4)] + coco17.flatMap { cells($0, frame) }
    }
    let lines = [["Time"] + names] + rows
    return lines.enumerated().map { i, cells in
      cells.map { cell in
        let text = i == 0 ? cell : cell.replacingOccurrences(of: ".", with: ",")
        return quoted ? "\"\(text)\"" : text
      }.joined(separator: ";")
    }.joined(separator: "\r\n")
  }

  /// A layout's keypoints by number, whatever they are.
  static func numbered(_ layout: Layout) -> String {
    let header = layout.keypoints.indices.flatMap { ["x\($0)", "y\($0)", "c\($0)"] }
    return table((["frame"] + header).joined(separator: ",")) { frame in
      ["\(frame)"] + layout.keypoints.flatMap { cells(place($0), frame) }
    }
  }

  /// A layout's keypoints by number, a row each; in millimetres where they are deep.
  static func tidy(_ layout: Layout, deep: Bool = false) -> String {
    let rows = (0..<frames).flatMap { frame in
      layout.keypoints.enumerated().map { number, keypoint in
        "\(frame),\(number)," + numbers(of: keypoint, frame, deep: deep).joined(separator: ",")
      }
    }
    return (["frame,keypoint,x,y,\(deep ? "z" : "score")"] + rows).joined(separator: "\n")
  }

  /// The same in a list in a cell.
  static func list(_ layout: Layout, deep: Bool) -> String {
    table("frame,keypoints") { frame in
      let points = layout.keypoints.map { keypoint in
        "[\(numbers(of: keypoint, frame, deep: deep).joined(separator: ", "))]"
      }
      return ["\(frame)", "\"[\(points.joined(separator: ", "))]\""]
    }
  }

  private static func numbers(of keypoint: Layout.Keypoint, _ frame: Int, deep: Bool) -> [String] {
    let cells = cells(place(keypoint), frame, by: deep ? 2 : 1)
    guard deep else { return cells }
    let isSided = keypoint.joint.map { $0.mirrored != $0 } ?? false
    let side = keypoint.joint.map { "\($0)".hasPrefix("left") } ?? false
    return cells.prefix(2) + [number(3000 + (isSided ? side ? -180 : 180 : 0), 1)]
  }

  /// A layout's keypoints by name, in three dimensions where it has only those.
  static func named(_ layout: Layout) -> String {
    let isFlat = layout.dimensions.contains(2)
    let axes = isFlat ? ["x", "y"] : ["x", "y", "z"]
    let names = layout.keypoints.flatMap { keypoint in axes.map { "\(keypoint.name)_\($0)" } }
    return table((["frame"] + names).joined(separator: ",")) { frame in
      ["\(frame)"]
        + layout.keypoints.enumerated().flatMap { i, keypoint in
          let cells = cells(place(keypoint), frame, by: isFlat ? 1 : 2)
          return isFlat ? Array(cells.prefix(2)) : cells.prefix(2) + ["\(1000 + i)"]
        }
    }
  }

  /// Where a keypoint of any layout is on the figure.
  private static func place(_ keypoint: Layout.Keypoint) -> String {
    guard let joint = keypoint.joint else { return "nose" }
    switch joint {
    case .leftHeel, .leftToe, .leftSmallToe, .leftLateralAnkle: return "left_ankle"
    case .rightHeel, .rightToe, .rightSmallToe, .rightLateralAnkle: return "right_ankle"
    case .leftLateralKnee: return "left_knee"
    case .rightLateralKnee: return "right_knee"
    case .leftASIS, .leftPSIS, .pelvis, .l5: return "left_hip"
    case .rightASIS, .rightPSIS: return "right_hip"
    case .spineTop, .c7, .t4, .leftAcromion: return "left_shoulder"
    case .rightAcromion: return "right_shoulder"
    case .headTop, .headCenter, .upperNeck: return "left_ear"
    default:
      return joint.words.replacingOccurrences(of: " ", with: "_")
    }
  }

  // MARK: - Three dimensions

  private static let markers = ["LHip", "RHip", "LKnee", "RKnee", "LAnkle", "RAnkle", "LShoulder"]
  private static let heights = [900.0, 900, 500, 500, 100, 100, 1400]

  private static func marker(_ i: Int, _ frame: Int) -> [String] {
    ["\(frame)", i.isMultiple(of: 2) ? "100" : "-100", number(heights[i], 2)]
  }

  static func trc() -> String {
    var lines = [
      "PathFileType\t4\t(X/Y/Z)\tset.trc",
      "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate",
      "100.00\t100.00\t\(frames)\t\(markers.count)\tmm\t100.00",
      "Frame#\tTime\t" + markers.joined(separator: "\t\t\t") + "\t\t",
      "\t\t" + (1...markers.count).map { "X\($0)\tY\($0)\tZ\($0)" }.joined(separator: "\t"), "",
    ]
    lines += (0..<frames).map { frame in
      (["\(frame + 1)", number(Double(frame) / 100, 3)]
        + markers.indices.flatMap { marker($0, frame) }).joined(separator: "\t") + "\t"
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// The same in a plane, in metres.
  static func flatTRC() -> String {
    let lines = trc().split(separator: "\r\n", omittingEmptySubsequences: false).enumerated()
    return lines.map { number, line -> String in
      if number == 2 { return String(line.replacing("mm", with: "m")) }
      guard number > 5, !line.isEmpty else { return String(line) }
      var cells = line.split(separator: "\t").map(String.init)
      for i in markers.indices {
        cells[3 + 3 * i] = Sets.number(heights[i] / 1000, 4)
        cells[2 + 3 * i] = Sets.number(Double(number) / 1000, 4)
        cells[4 + 3 * i] = "0"
      }
      return cells.joined(separator: "\t")
    }.joined(separator: "\r\n")
  }

  static func nexus() -> String {
    var lines = [
      "Trajectories", "100", ",," + markers.map { "Ann:\($0)" }.joined(separator: ",,,") + ",,",
      "Frame,Sub Frame," + markers.map { _ in "X,Y,Z" }.joined(separator: ","),
      ",," + markers.map { _ in "mm,mm,mm" }.joined(separator: ","),
    ]
    lines += (0..<frames).map { frame in
      (["\(frame + 1)", "0"] + markers.indices.flatMap { marker($0, frame) })
        .joined(separator: ",")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Motive's export: a rigid body with its rotation beside the markers.
  static func motive() -> String {
    func row(_ first: [String], _ body: [String], _ cell: (String) -> [String]) -> String {
      (first + body + markers.flatMap(cell)).joined(separator: ",")
    }
    var lines = [
      "Format Version,1.23,Take Name,set,Export Frame Rate,100.000000,Length Units,Millimeters", "",
      row(["", "Type"], Array(repeating: "Rigid Body", count: 5)) { _ in
        Array(repeating: "Marker", count: 3)
      },
      row(["", "Name"], Array(repeating: "Bar", count: 5)) {
        Array(repeating: "Ann:\($0)", count: 3)
      },
      row(["", "ID"], Array(repeating: "7", count: 5)) { Array(repeating: $0, count: 3) },
      row(["", ""], ["Rotation", "Rotation", "Rotation", "Rotation", "Position"]) { _ in
        Array(repeating: "Position", count: 3)
      },
      row(["Frame", "Time (Seconds)"], ["X", "Y", "Z", "W", "X"]) { _ in ["X", "Y", "Z"] },
    ]
    lines += (0..<frames).map { frame in
      row(["\(frame)", number(Double(frame) / 100, 6)], ["0.1", "0.2", "0.3", "0.9", "5"]) { name in
        marker(markers.firstIndex(of: name) ?? 0, frame)
      }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  // MARK: - Spelling

  static func camel(_ name: String) -> String {
    name.split(separator: "_").map { $0.capitalized }.joined()
  }

  static func sideLetter(_ name: String) -> String {
    let words = name.split(separator: "_").map(String.init)
    return words.count == 1 ? camel(name) : words[0].prefix(1).uppercased() + words[1].capitalized
  }

  static func sideLast(_ name: String) -> String {
    let words = name.split(separator: "_").map(\.capitalized)
    return words.reversed().joined()
  }

  static func index(_ name: String) -> Int { coco17.firstIndex(of: name) ?? 0 }

  static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  // MARK: - Reading

  struct NotOne: Error {
    var people: [String]
  }

  /// The only recording of a table.
  static func read(_ text: String, options: ReadOptions = ReadOptions()) throws -> Recording {
    let result = try PoseReader.read(Array(text.utf8), name: "set.csv", options: options)
    guard let first = result.recordings.first, result.recordings.count == 1 else {
      throw NotOne(people: result.recordings.map(\.person))
    }
    return first
  }
}

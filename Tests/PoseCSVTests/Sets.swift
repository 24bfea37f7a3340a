import Foundation
import Pose
import PoseCSV

/// Squats made for the tests: a stick figure seen from the side, in pixels with y down.
enum Sets {
  /// A joint of the figure, in a picture of 1000 by 1000.
  struct Figure {
    var points: [String: (x: Double, y: Double)]
  }

  /// COCO-17 in its order.
  static let coco17 = [
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
    "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee",
    "right_knee", "left_ankle", "right_ankle",
  ]

  /// The figure `depth` of the way into a squat: 0 stands, 1 has the thighs level.
  static func figure(_ depth: Double) -> Figure {
    let shin = 20 * depth * .pi / 180
    let thigh = 90 * depth * .pi / 180
    let trunk = 40 * depth * .pi / 180
    let ankle = (x: 500.0, y: 900.0)
    let knee = (x: ankle.x + 200 * sin(shin), y: ankle.y - 200 * cos(shin))
    let hip = (x: knee.x - 210 * sin(thigh), y: knee.y - 210 * cos(thigh))
    let shoulder = (x: hip.x + 260 * sin(trunk), y: hip.y - 260 * cos(trunk))
    var points = [
      "ankle": ankle, "knee": knee, "hip": hip, "shoulder": shoulder,
      "elbow": (x: shoulder.x - 40, y: shoulder.y + 120),
      "wrist": (x: shoulder.x + 20, y: shoulder.y + 30),
      "ear": (x: shoulder.x + 20, y: shoulder.y - 90),
      "eye": (x: shoulder.x + 50, y: shoulder.y - 100),
    ]
    var sided: [String: (x: Double, y: Double)] = [:]
    for (name, point) in points {
      sided["left_\(name)"] = point
      sided["right_\(name)"] = (x: point.x + 6, y: point.y)
    }
    points = sided
    points["nose"] = (x: shoulder.x + 60, y: shoulder.y - 85)
    return Figure(points: points)
  }

  /// How deep the figure is at a frame: a squat of 60 frames, then 30 frames of standing.
  static func depth(at frame: Int) -> Double {
    let phase = frame % 90
    return phase < 60 ? (1 - cos(2 * .pi * Double(phase) / 60)) / 2 : 0
  }

  /// A wide table of COCO-17 with scores.
  static func wide(frames: Int = 90, time: Bool = true, names: [String] = coco17) -> String {
    var lines = [
      "frame," + (time ? "time," : "")
        + names.flatMap { ["\($0)_x", "\($0)_y", "\($0)_score"] }.joined(separator: ",")
    ]
    for frame in 0..<frames {
      let figure = figure(depth(at: frame))
      var cells = ["\(frame)"]
      if time { cells.append(number(Double(frame) / 30, 4)) }
      for name in names {
        let point = figure.points[name] ?? (x: 0, y: 0)
        cells += [number(point.x, 3), number(point.y, 3), "0.9"]
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// The only recording of a table.
  static func read(_ text: String, options: ReadOptions = ReadOptions()) throws -> Recording {
    let result = try PoseReader.read(Array(text.utf8), name: "set.csv", options: options)
    struct NotOne: Error { var count: Int }
    guard let first = result.recordings.first, result.recordings.count == 1 else {
      throw NotOne(count: result.recordings.count)
    }
    return first
  }
}

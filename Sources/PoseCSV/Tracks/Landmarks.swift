import Kernels
import Pose

/// The few points of the body from which a file's units, axes and people are judged: midpoints,
/// whatever joints or markers the layout has for them.
struct Landmarks {
  /// A point row by row; NaN where none of its joints is seen.
  struct Point {
    var x: [Float]
    var y: [Float]
    var z: [Float]

    /// Distances to another point, row by row.
    func distances(to other: Point) -> [Float] {
      Kernel.length(
        x: Kernel.difference(x, other.x), y: Kernel.difference(y, other.y),
        z: z.isEmpty || other.z.isEmpty ? [] : Kernel.difference(z, other.z))
    }
  }

  var hips: Point?
  var knees: Point?
  var ankles: Point?
  var shoulders: Point?

  init(_ detections: Detections) {
    hips = Self.point(
      of: detections,
      [
        [.leftHip, .rightHip], [.pelvis], [.leftASIS, .rightASIS, .leftPSIS, .rightPSIS],
        [.leftASIS, .rightASIS],
      ])
    knees = Self.point(
      of: detections, [[.leftKnee, .rightKnee], [.leftLateralKnee, .rightLateralKnee]])
    ankles = Self.point(
      of: detections, [[.leftAnkle, .rightAnkle], [.leftLateralAnkle, .rightLateralAnkle]])
    shoulders = Self.point(
      of: detections,
      [
        [.leftShoulder, .rightShoulder], [.leftAcromion, .rightAcromion], [.spineTop], [.c7],
        [.leftEar, .rightEar], [.nose],
      ])
  }

  /// The median length of a leg along its segments: thigh and shank.
  var legLength: Float? {
    guard let hips, let knees, let ankles,
      let thigh = Statistics.quantile(hips.distances(to: knees), 0.8),
      let shank = Statistics.quantile(knees.distances(to: ankles), 0.8)
    else { return nil }
    return thigh + shank
  }

  /// The mean of the first set of joints of which at least one is in the file. Points that are
  /// seen on one side only stand for both.
  static func point(of detections: Detections, _ choices: [[Joint]]) -> Point? {
    for joints in choices {
      let columns = joints.compactMap { detections[$0] }
      guard !columns.isEmpty else { continue }
      return Point(
        x: mean(columns.map(\.x), detections.count), y: mean(columns.map(\.y), detections.count),
        z: columns.allSatisfy { $0.z.isEmpty } ? [] : mean(columns.map(\.z), detections.count))
    }
    return nil
  }

  private static func mean(_ columns: [[Float]], _ count: Int) -> [Float] {
    if columns.count == 1, columns[0].count == count { return columns[0] }
    if columns.count == 2, columns[0].count == count, columns[1].count == count {
      return Kernel.middle(columns[0], columns[1])
    }
    return (0..<count).map { row in
      var sum: Float = 0
      var seen: Float = 0
      for column in columns where row < column.count && !column[row].isNaN {
        sum += column[row]
        seen += 1
      }
      return seen == 0 ? .nan : sum / seen
    }
  }
}

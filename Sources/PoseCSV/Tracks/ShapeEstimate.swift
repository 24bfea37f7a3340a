import Pose

/// The shape of a frame whose coordinates are normalized, from a squatter's own proportions.
///
/// Width and height are each divided by another number, so lengths along x are known up to one
/// factor a, the frame's width over its height. Three things tell a, each with its spread:
/// - Shoulders are 0.70 ± 0.07 of the trunk wide; seen from an angle they look narrower, never
///   wider. How narrow gives the camera's angle.
/// - A thigh keeps its length: what it loses in height at the bottom it gains along x, as far as
///   the camera's angle and knees that point 25° out let it be seen (± 0.15 of the thigh).
/// - So does the trunk that leans (± 0.2 of it).
///
/// The usual shapes are weighed by these against how usual they are.
enum ShapeEstimate {
  /// A shape, how usual it is (−2 ln of its share), and the pixels to give it.
  private static let shapes: [(name: String, width: Double, height: Double, rarity: Double)] = [
    ("9:16", 1080, 1920, 1.833), ("16:9", 1920, 1080, 2.279), ("3:4", 1080, 1440, 4.241),
    ("4:3", 1440, 1080, 4.605), ("1:1", 1080, 1080, 5.627),
  ]

  /// Below this certainty nothing is decided.
  private static let leastCertainty = 0.9

  /// Nil where the movement does not decide. `down` is 1 where y grows downwards, else −1.
  static func find(_ detections: Detections, down: Float) -> (size: ImageSize, message: String)? {
    guard let measures = Measures(detections, down: down) else { return nil }
    let costs = shapes.map { measures.cost($0.width / $0.height) + $0.rarity }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return nil }
    let certainty = 1 / costs.reduce(0) { $0 + fallingPower(($1 - costs[best]) / 2) }
    guard certainty >= leastCertainty else { return nil }
    let shape = shapes[best]
    let percent = Int((certainty * 100).rounded(.down))
    return (
      ImageSize(
        width: shape.width, height: shape.height, source: .estimated, certainty: certainty),
      "the frame's shape is not given: \(shape.name) is estimated from the limbs "
        + "(\(percent) % certain); give --image-size WxH to be sure"
    )
  }

  /// e^−x to 0.1 % where it matters, with the same bits on every machine.
  private static func fallingPower(_ x: Double) -> Double {
    var power = max(0, 1 - x / 1024)
    for _ in 0..<10 { power *= power }
    return power
  }
}

extension ShapeEstimate {
  /// A squatter's proportions, x in widths and y in heights of the frame.
  private struct Measures {
    /// Shoulder width along x, of the trunk's height along y, standing.
    var shoulders: Double
    /// The thigh at the bottom along x and y, of its height standing; the trunk likewise.
    var thigh: (x: Double, y: Double)
    var trunk: (x: Double, y: Double)

    private static let shoulderShare = 0.70
    private static let cosKneesOut = 0.906
    private static let sinKneesOut = 0.423

    init?(_ detections: Detections, down: Float) {
      let marks = Landmarks(detections)
      guard let hips = marks.hips, let ankles = marks.ankles, let top = marks.shoulders,
        let left = detections[.leftShoulder], let right = detections[.rightShoulder]
      else { return nil }
      let heights = zip(ankles.y, hips.y).map { ($0 - $1) * down }
      guard let high = Statistics.quantile(heights, 0.85),
        let low = Statistics.quantile(heights, 0.05), high > 0, high - low > 0.15 * high
      else { return nil }
      let range = high - low
      let standing = heights.indices.filter { heights[$0] > high - 0.25 * range }
      let bottom = heights.indices.filter { heights[$0] < low + 0.15 * range }
      func median(_ rows: [Int], _ a: [Float], _ b: [Float]) -> Double? {
        Statistics.median(rows.map { abs(a[$0] - b[$0]) }).map(Double.init)
      }
      guard let trunkHeight = median(standing, top.y, hips.y), trunkHeight > 0,
        let width = median(standing, left.x, right.x),
        let trunkX = median(bottom, top.x, hips.x), let trunkY = median(bottom, top.y, hips.y)
      else { return nil }
      shoulders = width / trunkHeight
      trunk = (trunkX / trunkHeight, trunkY / trunkHeight)
      var thighs: [(x: Double, y: Double)] = []
      for side in Side.allCases {
        guard let hip = detections[side.hip], let knee = detections[side.knee],
          let length = median(standing, hip.y, knee.y), length > 0,
          let x = median(bottom, hip.x, knee.x), let y = median(bottom, hip.y, knee.y)
        else { continue }
        thighs.append((x / length, y / length))
      }
      guard !thighs.isEmpty else { return nil }
      let count = Double(thighs.count)
      thigh = (
        thighs.reduce(0) { $0 + $1.x } / count, thighs.reduce(0) { $0 + $1.y } / count
      )
    }

    /// The squared deviations, in their spreads, that a frame of this shape would mean.
    func cost(_ shape: Double) -> Double {
      let width = shoulders * shape
      let excess = max(0, width - Self.shoulderShare) / 0.07
      let cosYaw = min(1, width / Self.shoulderShare)
      let sinYaw = (1 - cosYaw * cosYaw).squareRoot()
      let sides =
        abs(sinYaw * Self.cosKneesOut + cosYaw * Self.sinKneesOut)
        + abs(sinYaw * Self.cosKneesOut - cosYaw * Self.sinKneesOut)
      let thighMiss = (thigh.x * shape - lying(thigh.y) * sides / 2) / 0.15
      let trunkMiss = (trunk.x * shape - lying(trunk.y) * sinYaw) / 0.2
      return excess * excess + thighMiss * thighMiss + trunkMiss * trunkMiss
    }

    /// What is left along the ground of a limb of length 1 that stands this high.
    private func lying(_ height: Double) -> Double {
      (1 - min(1, height * height)).squareRoot()
    }
  }
}

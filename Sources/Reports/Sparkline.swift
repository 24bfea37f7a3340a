internal import Kinematics

/// A recording's knee bend in a few points.
enum Sparkline {
  static let points = 60

  /// The mean knee flexion of `points` equal parts of the recording, from 0 for its least to 255
  /// for its greatest; parts without a measurement repeat the part before. Empty when there is
  /// nothing to draw.
  static func points(_ report: RecordingReport) -> [UInt8] {
    guard let angles = report.frames?.angles else { return [] }
    let knees = angles.kneeFlexion
    let curve = knees.left.isMissing ? knees.right.values : knees.left.values
    guard curve.count > 1, curve.contains(where: { !$0.isNaN }) else { return [] }
    let count = min(points, curve.count)
    var means: [Float] = []
    for part in 0..<count {
      var sum: Float = 0
      var seen: Float = 0
      for value in curve[(curve.count * part / count)..<(curve.count * (part + 1) / count)]
      where !value.isNaN {
        sum += value
        seen += 1
      }
      means.append(seen > 0 ? sum / seen : means.last ?? .nan)
    }
    let known = means.filter { !$0.isNaN }
    guard let low = known.min(), let high = known.max(), high > low else { return [] }
    return means.map { $0.isNaN ? 0 : UInt8(($0 - low) / (high - low) * 255) }
  }
}

internal import Kinematics
internal import Pose

/// The course of a set in a few points: up and down with every rep.
enum Sparkline {
  static let points = 60

  /// The mean depth of `points` equal parts of the recording, from 0 for the highest stand to 255
  /// for the deepest; parts without a measurement repeat the part before. Empty when there is
  /// nothing to draw.
  static func points(_ report: RecordingReport) -> [UInt8] {
    let curve = depth(report)
    guard curve.count > 1, curve.contains(where: { !$0.isNaN }) else { return [] }
    let count = min(points, curve.count)
    var means: [Float] = []
    for part in 0..<count {
      var sum: Float = 0
      var seen: Float = 0
      for place in (curve.count * part / count)..<(curve.count * (part + 1) / count) {
        let value = curve[place]
        if !value.isFinite { continue }
        sum += value
        seen += 1
      }
      means.append(seen > 0 ? sum / seen : means.last ?? .nan)
    }
    let known = means.filter { !$0.isNaN }
    guard let low = known.min(), let high = known.max(), high > low, (high - low).isFinite else {
      return []
    }
    return means.map { $0.isNaN ? 0 : UInt8(($0 - low) / (high - low) * 255) }
  }

  /// The bend of a knee where the view shows it, else how low the hips are in the picture.
  private static func depth(_ report: RecordingReport) -> [Float] {
    guard let knees = report.frames?.angles.kneeFlexion else { return [] }
    if !knees.left.isMissing { return knees.left.values }
    if !knees.right.isMissing { return knees.right.values }
    guard let figure = report.figure, figure.dimensions == 2,
      let hip = figure.joints.firstIndex(of: .leftHip)
    else { return [] }
    return figure.tracks[hip].y.map { -$0 }
  }
}

/// Where one joint was, row by row.
///
/// Structure of arrays: each coordinate is one contiguous column. All columns are as long as the
/// recording has rows, except `z` in two dimensions and `score` where the estimator gave none:
/// these are empty. A missing point is NaN in every coordinate, never zero.
package struct Track: Sendable, Equatable {
  package var x: [Float]
  package var y: [Float]
  package var z: [Float]
  /// The estimator's own confidence, on the scale of the file.
  package var score: [Float]

  package init(x: [Float], y: [Float], z: [Float] = [], score: [Float] = []) {
    precondition(x.count == y.count, "a track's columns have one length")
    precondition(z.isEmpty || z.count == x.count, "a track's columns have one length")
    precondition(score.isEmpty || score.count == x.count, "a track's columns have one length")
    self.x = x
    self.y = y
    self.z = z
    self.score = score
  }

  /// A track that was never seen.
  package static func missing(count: Int, dimensions: Int) -> Track {
    let nan = [Float](repeating: .nan, count: count)
    return Track(x: nan, y: nan, z: dimensions == 3 ? nan : [])
  }

  package var count: Int { x.count }

  /// How many rows hold the point. O(n).
  package var seen: Int { x.reduce(0) { $0 + ($1.isNaN ? 0 : 1) } }

  /// Takes the point out of a row.
  package mutating func erase(_ row: Int) {
    x[row] = .nan
    y[row] = .nan
    if !z.isEmpty { z[row] = .nan }
  }
}

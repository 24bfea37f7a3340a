import Pose

extension Detections {
  /// Turns the ways in which estimators write a point that they did not see into NaN in every
  /// coordinate: any coordinate missing, all exactly 0 whatever the score, all exactly −1.
  ///
  /// In three dimensions a joint that is 0 in most rows is the origin, and stays.
  /// Returns how many points were written as 0 or −1.
  mutating func eraseMissingPoints() -> Int {
    var erased = 0
    for i in columns.indices { erased += columns[i].eraseMissingPoints() }
    return erased
  }
}

extension Detections.Columns {
  fileprivate mutating func eraseMissingPoints() -> Int {
    let isOrigin = !z.isEmpty && 10 * x.indices.count(where: isZero) > 9 * x.count
    var erased = 0
    for row in x.indices {
      let isUnseen = x[row].isNaN || y[row].isNaN || !z.isEmpty && z[row].isNaN
      let isMark = isZero(row) && !isOrigin || isMinusOne(row)
      guard isUnseen || isMark else { continue }
      x[row] = .nan
      y[row] = .nan
      if !z.isEmpty { z[row] = .nan }
      if isMark { erased += 1 }
    }
    return erased
  }

  private func isZero(_ row: Int) -> Bool {
    x[row] == 0 && y[row] == 0 && (z.isEmpty || z[row] == 0)
  }

  private func isMinusOne(_ row: Int) -> Bool {
    x[row] == -1 && y[row] == -1 && (z.isEmpty || z[row] == -1 || z[row] == 0)
  }
}

import Kernels
import Pose

extension Detections {
  /// Turns the ways in which estimators write a point that they did not see into NaN in every
  /// coordinate: x or y missing, all exactly 0 whatever the score, all exactly −1.
  ///
  /// In three dimensions a joint that is 0 in most rows is the origin, and stays.
  /// A depth that is never there is none; one that is missing now and then costs its point only
  /// where depth turns out to be used (`eraseFlatPoints`).
  mutating func eraseMissingPoints() {
    if columns.allSatisfy({ Kernel.missing($0.z) == $0.z.count }) {
      for i in columns.indices { columns[i].z = [] }
    }
    for i in columns.indices { columns[i].eraseMissingPoints() }
  }

  /// Turns points of three dimensions whose depth is missing into NaN.
  mutating func eraseFlatPoints() {
    for i in columns.indices where Kernel.missing(columns[i].z) > 0 {
      for row in columns[i].z.indices where columns[i].z[row].isNaN {
        columns[i].x[row] = .nan
        columns[i].y[row] = .nan
      }
    }
  }
}

extension Detections.Columns {
  fileprivate mutating func eraseMissingPoints() { Kernel.eraseUnseen(x: &x, y: &y, z: &z) }
}

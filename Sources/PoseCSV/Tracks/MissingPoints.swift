import Kernels
import Pose

extension Detections {
  /// Turns the ways in which estimators write a point that they did not see into NaN in every
  /// coordinate: any coordinate missing, all exactly 0 whatever the score, all exactly −1.
  ///
  /// In three dimensions a joint that is 0 in most rows is the origin, and stays.
  /// A depth that is never there is none.
  mutating func eraseMissingPoints() {
    if columns.allSatisfy({ Kernel.missing($0.z) == $0.z.count }) {
      for i in columns.indices { columns[i].z = [] }
    }
    for i in columns.indices { columns[i].eraseMissingPoints() }
  }
}

extension Detections.Columns {
  fileprivate mutating func eraseMissingPoints() { Kernel.eraseUnseen(x: &x, y: &y, z: &z) }
}

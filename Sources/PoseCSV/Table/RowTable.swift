/// The rows of a table as numbers: what a sink has gathered.
struct RowTable {
  /// Rows that were used.
  var count = 0
  /// The values of all rows, a column a slot; NaN where missing.
  var slots: [[Float]] = []
  /// The frame column; NaN where missing. Empty without such a column; likewise below.
  var frames: [Double] = []
  var times: [Double] = []
  /// Codes into `people` and `keypoints`.
  var person: [Int32] = []
  var keypoint: [Int32] = []
  /// The row's number among the data rows, rejected ones counted.
  var ordinals: [Int32] = []
  var people: [String] = []
  var keypoints: [String] = []
  var athletes: [String] = []

  var rejected: [RejectedRow] = []
  var rejectedCount = 0
  var blank = 0
  var repeatedHeaders = 0
  var hasInvalidText = false
  var tail = Tail.whole

  /// How the last line ends.
  enum Tail { case whole, cut, short }
}

/// A row that was not used, and why.
package struct RejectedRow: Sendable, Equatable {
  package var line: Int
  package var column: Int?
  package var reason: String
}

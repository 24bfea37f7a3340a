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
  /// The recordings that the table holds, in the order of the file, and each row's, an index of
  /// them; empty where no column tells.
  var parts: [PartTable.Part] = []
  var part: [Int32] = []

  var rejected: [RejectedRow] = []
  var rejectedCount = 0
  var blank = 0
  var repeatedHeaders = 0
  var hasInvalidText = false
  var tail = Tail.whole

  /// How the last line ends.
  enum Tail { case whole, cut, short }
}

extension RowTable {
  /// Whether the names of recordings keep recordings apart: each has rows of its own one after the
  /// other, or the same frame (or time) comes in several. A name that comes and goes while frames
  /// count on is a label of moments, such as a set's number between rests.
  var holdsSeveral: Bool {
    guard parts.count > 1 else { return false }
    var seen = Set<Int32>()
    var comesBack = false
    for (row, code) in part.enumerated() where row == 0 || part[row - 1] != code {
      if !seen.insert(code).inserted { comesBack = true }
    }
    guard comesBack else { return true }
    let marks = frames.isEmpty ? times : frames
    var owner: [Double: Int32] = [:]
    for (mark, code) in zip(marks, part) where !mark.isNaN {
      if owner.updateValue(code, forKey: mark) ?? code != code { return true }
    }
    return false
  }

  /// The rows of one of its recordings, its frames counted from 0.
  func rows(ofPart code: Int) -> RowTable {
    let rows = part.indices.filter { part[$0] == code }
    func pick<Value>(_ values: [Value]) -> [Value] { values.isEmpty ? [] : rows.map { values[$0] } }
    var picked = self
    picked.count = rows.count
    picked.slots = slots.map(pick)
    picked.frames = pick(frames)
    picked.times = pick(times)
    picked.person = pick(person)
    picked.keypoint = pick(keypoint)
    picked.part = []
    picked.parts = [parts[code]]
    // Rows that follow each other but for rejected ones keep their distances.
    let own = pick(ordinals)
    if let first = own.first, let last = own.last, Int(last - first) < rows.count + rejectedCount {
      picked.ordinals = own.map { $0 - first }
    } else {
      picked.ordinals = (0..<Int32(clamping: rows.count)).map { $0 }
    }
    return picked
  }
}

/// A row that was not used, and why.
package struct RejectedRow: Sendable, Equatable {
  package var line: Int
  package var column: Int?
  package var reason: String
}

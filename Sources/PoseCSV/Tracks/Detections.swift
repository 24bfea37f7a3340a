import Pose

/// Poses as the rows of a file give them, before it is known whose they are: columns by joint.
struct Detections {
  /// One joint's columns, each as long as there are detections; `z` and `score` may be empty.
  struct Columns {
    var joint: Joint
    var x: [Float]
    var y: [Float]
    var z: [Float]
    var score: [Float]
  }

  var count: Int
  /// The file's frame of each detection, counted from 0.
  var ordinals: [Int32]
  /// Empty without such a column.
  var frames: [Double]
  var times: [Double]
  /// Index into `people`; empty where the file does not say.
  var person: [Int32]
  var people: [String]
  var columns: [Columns]
  /// Frames of the file.
  var frameCount = 0

  /// The detections at these rows, in this order.
  func selecting(_ rows: [Int]) -> Detections {
    func pick<T>(_ values: [T]) -> [T] { values.isEmpty ? [] : rows.map { values[$0] } }
    var picked = self
    picked.count = rows.count
    picked.ordinals = pick(ordinals)
    picked.frames = pick(frames)
    picked.times = pick(times)
    picked.person = pick(person)
    picked.columns = columns.map {
      Columns(joint: $0.joint, x: pick($0.x), y: pick($0.y), z: pick($0.z), score: pick($0.score))
    }
    return picked
  }

  subscript(joint: Joint) -> Columns? { columns.first { $0.joint == joint } }

  /// Whether any joint is seen in any row.
  var isSeen: Bool { columns.contains { $0.x.contains(where: \.isFinite) } }

  /// Whether no joint is seen in this row.
  func isEmpty(_ row: Int) -> Bool { columns.allSatisfy { $0.x[row].isNaN } }

  /// Whether the body as a whole is farther than a distance from where another row has it: the
  /// median of the joints that both rows see.
  func isElsewhere(_ row: Int, than other: Int, by distance: Float) -> Bool {
    let moves = columns.compactMap { column -> Float? in
      let dx = column.x[row] - column.x[other]
      let dy = column.y[row] - column.y[other]
      let dz = column.z.isEmpty ? 0 : column.z[row] - column.z[other]
      let move = (dx * dx + dy * dy + dz * dz).squareRoot()
      return move.isNaN ? nil : move
    }
    return (Statistics.median(moves) ?? 0) > distance
  }

  /// Whether two rows hold the same pose to the bit, missing points in the same places.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    func same(_ values: [Float]) -> Bool {
      values.isEmpty || values[a] == values[b] || values[a].isNaN && values[b].isNaN
    }
    return columns.allSatisfy { same($0.x) && same($0.y) && same($0.z) }
  }
}

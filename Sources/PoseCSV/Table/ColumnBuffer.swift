/// Room for a table's rows while they are read, a column a slot, so that a lane can write whole
/// columns and a sink single rows.
///
/// Values beyond `count` are not initialized. Growing doubles the room, so that a row costs O(slots)
/// in the long run.
struct ColumnBuffer: ~Copyable {
  /// Rows that hold values.
  private(set) var count = 0
  private(set) var capacity = 0
  private let slots: Int
  private var values: UnsafeMutablePointer<Float>
  /// The frame and the time of each row, `capacity` values long; nil without such a column.
  private(set) var frames: UnsafeMutablePointer<Double>?
  private(set) var times: UnsafeMutablePointer<Double>?

  init(slots: Int, frames: Bool, times: Bool) {
    self.slots = slots
    values = .allocate(capacity: 0)
    self.frames = frames ? .allocate(capacity: 0) : nil
    self.times = times ? .allocate(capacity: 0) : nil
  }

  deinit {
    values.deallocate()
    frames?.deallocate()
    times?.deallocate()
  }

  /// Makes room for so many rows in all.
  mutating func reserve(_ rows: Int) {
    guard rows > capacity else { return }
    let wanted = max(rows, 2 * capacity, 64)
    values = moved(values, columns: slots, to: wanted)
    frames = frames.map { moved($0, columns: 1, to: wanted) }
    times = times.map { moved($0, columns: 1, to: wanted) }
    capacity = wanted
  }

  /// The column of a slot, `capacity` values long.
  func column(_ slot: Int) -> UnsafeMutablePointer<Float> { values + slot * capacity }

  /// Counts rows whose values were written behind `count` as there.
  mutating func add(rows: Int) {
    precondition(rows >= 0 && count + rows <= capacity, "rows within the room that was made")
    count += rows
  }

  /// Adds one row of `slots` values.
  mutating func append(_ row: [Float], frame: Double, time: Double) {
    precondition(row.count == slots, "a value a slot")
    reserve(count + 1)
    for slot in 0..<slots { values[slot * capacity + count] = row[slot] }
    frames?[count] = frame
    times?[count] = time
    count += 1
  }

  /// A copy of a column's rows; empty for none.
  func rows<Value>(_ column: UnsafeMutablePointer<Value>?) -> [Value] {
    Array(UnsafeBufferPointer(start: column, count: column == nil ? 0 : count))
  }

  private func moved<Value>(
    _ old: UnsafeMutablePointer<Value>, columns: Int, to wanted: Int
  ) -> UnsafeMutablePointer<Value> {
    let new = UnsafeMutablePointer<Value>.allocate(capacity: columns * wanted)
    for column in 0..<columns {
      (new + column * wanted).update(from: old + column * capacity, count: count)
    }
    old.deallocate()
    return new
  }
}

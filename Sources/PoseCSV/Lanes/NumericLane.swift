import CKernels

/// Takes the rows of a table that are nothing but numbers and separators straight into columns,
/// without parsing columns that nothing needs.
///
/// What libcsv would tell of such a row is the same to the bit. A row with anything else in it
/// (quotes, a spelling of a missing value, another number of fields, more than 19 digits) is left
/// to libcsv, and this lane goes on behind it.
struct NumericLane: ~Copyable {
  /// Where a column's values go.
  private enum Target { case slot(Int), frame, time }

  private let targets: [Target]
  /// Slots that no column fills.
  private let vacant: [Int]
  private var fields: [ck_field]
  private let coordinates: Int
  private let columns: Int
  private let delimiter: UInt8
  private let mark: UInt8
  private var starts: [UInt32]
  /// Tries in succession that took no row, and how many rows to let pass before the next: a file
  /// that is irregular throughout is not to be looked at twice.
  private var misses = 0
  private var pause = 0

  /// Nil where a needed column holds text, or where rows hold lists.
  init?(plan: TablePlan, delimiter: UInt8, mark: UInt8) {
    var targets: [Target] = []
    var clocks: [(column: Int, target: Target, kind: Int)] = []
    var isVacant = [Bool](repeating: true, count: plan.slots)
    fields = []
    // Coordinates stand before scores: eight fields of one form are taken faster than a mixture.
    let scores = Set(plan.points.compactMap(\.score))
    func isScore(_ column: Int) -> Bool {
      if case .value(let slot) = plan.roles[column] { scores.contains(slot) } else { false }
    }
    let order = plan.roles.indices.filter { !isScore($0) } + plan.roles.indices.filter(isScore)
    for column in order {
      switch plan.roles[column] {
      case .ignored: continue
      case .value(let slot):
        targets.append(.slot(slot))
        isVacant[slot] = false
        fields.append(ck_field(column: UInt32(column), kind: UInt32(CK_COORDINATE), out: nil))
      case .frame where plan.framesArePictures: return nil
      case .frame: clocks.append((column, .frame, CK_WHOLE))
      case .time: clocks.append((column, .time, CK_NUMBER))
      case .person, .keypoint, .athlete, .recording, .list, .point: return nil
      }
    }
    coordinates = fields.count
    for clock in clocks {
      targets.append(clock.target)
      fields.append(ck_field(column: UInt32(clock.column), kind: UInt32(clock.kind), out: nil))
    }
    self.targets = targets
    vacant = isVacant.indices.filter { isVacant[$0] }
    columns = plan.roles.count
    self.delimiter = delimiter
    self.mark = mark
    starts = [UInt32](repeating: 0, count: columns + CK_SPARE_STARTS)
  }

  /// What was taken.
  struct Taken {
    var rows = 0
    /// Bytes of these rows.
    var bytes = 0
    /// The length of the shortest last field.
    var shortestTail = Int.max
  }

  /// Takes the plain rows from the beginning of a line on, at most `limit` of them, and adds them
  /// to the columns. The last rows of the bytes are never taken: the lane looks ahead.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, limit: Int,
    into buffer: inout ColumnBuffer
  ) -> Taken {
    var taken = Taken()
    guard pause == 0, let base = bytes.baseAddress else {
      pause -= 1
      return taken
    }
    while taken.rows < limit {
      buffer.reserve(buffer.count + 1)
      let room = min(buffer.capacity - buffer.count, limit - taken.rows)
      let start = position + taken.bytes
      var consumed = 0
      let rows = rows(
        base + start, bytes.count - start, room, buffer, &consumed, &taken.shortestTail)
      buffer.add(rows: rows)
      taken.rows += rows
      taken.bytes += consumed
      if rows < room { break }
      // The room is full: the rows so far say how many more there may be.
      let left = bytes.count - start - consumed
      buffer.reserve(buffer.count + left / max(1, taken.bytes / taken.rows) + 2)
    }
    misses = taken.rows == 0 ? misses + 1 : 0
    if misses > 8 { pause = min(1 << (misses - 8), 1024) }
    return taken
  }

  private mutating func rows(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ room: Int, _ buffer: borrowing ColumnBuffer,
    _ consumed: inout Int, _ shortest: inout Int
  ) -> Int {
    for (index, target) in targets.enumerated() {
      switch target {
      case .slot(let slot): fields[index].out = UnsafeMutableRawPointer(buffer.column(slot))
      case .frame: fields[index].out = UnsafeMutableRawPointer(buffer.frames)
      case .time: fields[index].out = UnsafeMutableRawPointer(buffer.times)
      }
    }
    let first = buffer.count
    let rows = fields.withUnsafeBufferPointer { fields in
      var table = ck_table(
        fields: fields.baseAddress, field_count: fields.count, coordinates: coordinates,
        columns: columns, delimiter: delimiter, mark: mark)
      return ck_rows(start, count, &table, first, first + room, &starts, &consumed, &shortest)
    }
    for slot in vacant { (buffer.column(slot) + first).update(repeating: .nan, count: rows) }
    return rows
  }
}

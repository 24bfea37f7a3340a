/// Puts the fields of a table where its plan says: numbers into columns, names into codes.
///
/// A row goes in whole or not at all. Whatever is wrong with it, the first fault is remembered
/// with its line and column, and the row is counted as rejected.
final class TableSink: RowSink {
  private(set) var table = RowTable()
  private let plan: TablePlan
  private let parser: NumberParser
  private let limits: Limits
  private var rowsToSkip: Int
  private let has: (frame: Bool, time: Bool, person: Bool, keypoint: Bool)

  /// Whether a slot holds scores.
  private let isScore: [Bool]
  private var row: [Float]
  private var columns: ColumnBuffer
  private var lane: NumericLane?
  private var list: [Float] = []
  private var point: [Float] = []
  private var frame = Double.nan
  private var time = Double.nan
  private var personCode: Int32 = 0
  private var keypointCode: Int32 = 0
  private var fault: RowFault
  private var hasExtraText = false

  private var people = NameTable()
  private var keypoints = NameTable()
  private var parts: PartTable
  private(set) var dataRows = 0
  private var shortestTail = Int.max
  private var tailLength = 0

  /// Plain rows go through the numeric lane where `delimiter` is given and the plan allows it.
  init(plan: TablePlan, mark: UInt8, delimiter: UInt8? = nil, limits: Limits) {
    self.plan = plan
    self.limits = limits
    parser = NumberParser(mark: mark)
    fault = RowFault(names: plan.names)
    rowsToSkip = plan.headerRows
    has = (
      plan.has(.frame), plan.has(.time), plan.has(.person), plan.has(.keypoint)
    )
    parts = PartTable(plan.roles)
    let scores = Set(plan.form == .tidy ? [TidyForm.scoreSlot] : plan.points.compactMap(\.score))
    isScore = (0..<plan.slots).map(scores.contains)
    row = [Float](repeating: .nan, count: plan.slots)
    columns = ColumnBuffer(slots: plan.slots, frames: has.frame, times: has.time)
    lane = delimiter.flatMap {
      $0 == Dialect.blank || $0 == mark ? nil : NumericLane(plan: plan, delimiter: $0, mark: mark)
    }
    super.init()
  }

  override func takePlainRows(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> (rows: Int, bytes: Int) {
    guard rowsToSkip == 0,
      let taken = lane?.take(bytes, from: position, limit: limits.rows - dataRows, into: &columns)
    else { return (0, 0) }
    for _ in 0..<taken.rows {
      table.ordinals.append(Int32(clamping: dataRows))
      dataRows += 1
    }
    shortestTail = min(shortestTail, taken.shortestTail)
    return (taken.rows, taken.bytes)
  }

  override func field(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard rowsToSkip == 0 else { return }
    let column = fieldsInRow - 1
    tailLength = bytes.count
    guard column < plan.roles.count else {
      if bytes.contains(where: { $0 > UInt8(ascii: " ") }) { hasExtraText = true }
      return
    }
    switch plan.roles[column] {
    case .ignored:
      if bytes.count > limits.fieldBytes { reject(.limit, fieldTooLong, column) }
    case .value(let slot):
      row[slot] = isScore[slot] ? score(bytes, column) : coordinate(bytes, column)
    case .frame: frame = integer(bytes, column)
    case .time: time = seconds(bytes, column)
    case .person: personCode = code(bytes, column, in: &people)
    case .keypoint: keypointCode = code(bytes, column, in: &keypoints)
    case .athlete, .recording: part(bytes, column)
    case .list: readList(bytes, column)
    case .point(let first, let count): readPoint(bytes, column, first, count)
    }
  }

  override func endRow() {
    defer { clear() }
    guard rowsToSkip == 0 else {
      rowsToSkip -= 1
      return
    }
    if fault.isRepeatedHeader(fields: fieldsInRow) {
      table.repeatedHeaders += 1
      return
    }
    dataRows += 1
    guard dataRows <= limits.rows else {
      failure = PoseCSVError(
        .limit, "the file has more than the limit of \(limits.rows) rows\(Limits.Name.rows.hint)",
        line: line)
      return
    }
    if let wrong = fieldCountFault { fault.take(wrong) }
    if rowIsUnterminated {
      table.tail = fault.first != nil ? .cut : tailLength < shortestTail ? .short : .whole
      if dataRows == 1, fault.first == nil { table.tail = .whole }
    }
    shortestTail = min(shortestTail, tailLength)
    if let fault = fault.first {
      count(fault)
    } else {
      commit()
    }
  }

  override func brokenRow(_ reason: PoseCSVError) {
    defer { clear() }
    guard rowsToSkip == 0 else {
      failure = reason
      return
    }
    dataRows += 1
    count(reason)
  }

  /// The table, and the texts gathered beside it; the sink keeps none of it.
  func finish(blank: Int) -> RowTable {
    defer { table = RowTable() }
    table.people = people.strings
    table.keypoints = keypoints.strings
    table.parts = parts.parts
    table.hasInvalidText =
      people.hasInvalidText || keypoints.hasInvalidText || parts.hasInvalidText
    table.blank = blank
    table.count = columns.count
    table.slots = (0..<plan.slots).map { columns.rows(columns.column($0)) }
    table.frames = columns.rows(columns.frames)
    table.times = columns.rows(columns.times)
    return table
  }
}

// MARK: - Fields

extension TableSink {
  private func score(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Float {
    if let last = bytes.last, last.isLetter || last == UInt8(ascii: "%"),
      let score = ScoreText.score(bytes, parser)
    {
      return score
    }
    return coordinate(bytes, column)
  }

  private func coordinate(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Float {
    let value = number(bytes, column)
    if abs(value) >= Limits.coordinate {
      reject(.number, "is out of range (\(shown(bytes))); expected less than 10000000", column)
      return .nan
    }
    return Float(value)
  }

  private func integer(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Double {
    if plan.framesArePictures, !fault.isHeader(bytes, column),
      let number = PictureName.number(bytes)
    {
      return Double(number)
    }
    let value = number(bytes, column)
    guard !value.isNaN else { return .nan }
    guard Int64(exactly: value) != nil, abs(value) <= 9_007_199_254_740_992 else {
      reject(.number, "is not a whole number (\(shown(bytes)))", column, bytes)
      return .nan
    }
    return value
  }

  private func seconds(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Double {
    if let code = plan.timecode?.seconds(bytes) { return code }
    if let clock = Clock.seconds(bytes, parser) { return clock }
    let value = number(bytes, column)
    if value.isInfinite {
      reject(.number, "is out of range (\(shown(bytes)))", column)
      return .nan
    }
    return value
  }

  /// NaN for a missing value and for one that the row is rejected for.
  private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Double {
    switch parser.parse(bytes) {
    case .number(let value): return value
    case .missing: return .nan
    case .otherMark where plan.roles.count > 1 && parser.mark == UInt8(ascii: ","):
      fail(
        .decimalMark,
        "has a decimal point (\(shown(bytes))) where the file has decimal commas; use one mark "
          + "throughout", column)
    case .otherMark, .invalid:
      if bytes.contains(UInt8(ascii: "\n")) || bytes.contains(UInt8(ascii: "\r")) {
        failure =
          failure
          ?? PoseCSVError(
            .quote,
            "the quote that opens in \(fault.named(column)) takes in the following lines; "
              + "a number cannot hold a line end", line: line, column: column + 1)
      }
      reject(.number, "is not a number (\(shown(bytes)))", column, bytes)
    }
    return .nan
  }

  private func code(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, in names: inout NameTable
  ) -> Int32 {
    guard bytes.count <= limits.fieldBytes else {
      reject(.limit, fieldTooLong, column)
      return 0
    }
    if fault.takesHeader(bytes, column) { return 0 }
    return names.code(bytes, limit: limits.names) ?? tooManyNames(column)
  }

  private func tooManyNames(_ column: Int) -> Int32 {
    fail(
      .limit,
      "has more than the limit of \(limits.names) different values\(Limits.Name.names.hint)", column
    )
    return 0
  }

  private func part(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) {
    guard bytes.count <= limits.fieldBytes else { return reject(.limit, fieldTooLong, column) }
    _ = fault.takesHeader(bytes, column)
    parts.take(bytes, column)
  }

  private func readList(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) {
    read(bytes, column, count: plan.slots, into: &list)
  }

  private func readPoint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, _ first: Int, _ count: Int
  ) {
    read(bytes, column, count: count, into: &point)
    for (index, value) in point.enumerated() { row[first + index] = value }
  }

  /// So many numbers; none where the field has none that is there, or for a fault.
  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, count: Int, into list: inout [Float]
  ) {
    list.removeAll(keepingCapacity: true)
    if !ListCell.read(bytes, parser, into: &list) {
      reject(.number, "is not a list of numbers (\(shown(bytes)))", column, bytes)
    } else if list.count != count, !list.allSatisfy(\.isNaN) {
      reject(.fieldCount, "holds \(list.count) numbers; expected \(count)", column)
    }
    if list.count != count { list.removeAll(keepingCapacity: true) }
  }
}

// MARK: - Rows

extension TableSink {
  private func commit() {
    if has.person { table.person.append(personCode) }
    if has.keypoint { table.keypoint.append(keypointCode) }
    if parts.isUsed {
      table.part.append(parts.code(limit: limits.names) ?? tooManyNames(parts.columns[0]))
    }
    table.ordinals.append(Int32(clamping: dataRows - 1))
    columns.append(list.isEmpty ? row : list, frame: frame, time: time)
  }

  private func clear() {
    fault.clear()
    hasExtraText = false
    frame = .nan
    time = .nan
    for slot in row.indices { row[slot] = .nan }
    list.removeAll(keepingCapacity: true)
  }

  private func count(_ fault: PoseCSVError) {
    table.rejectedCount += 1
    guard table.rejected.count < 1000 else { return }
    table.rejected.append(
      RejectedRow(line: fault.line ?? line, column: fault.column, reason: fault.message))
  }

  /// Trailing empty fields, and trailing columns without a name, may be there or not.
  private var fieldCountFault: PoseCSVError? {
    let expected = plan.roles.count
    let named = plan.names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? expected
    if fieldsInRow >= named, fieldsInRow <= expected || !hasExtraText { return nil }
    return PoseCSVError(
      .fieldCount, "the row has \(fieldsInRow) fields; expected \(expected)", line: line,
      column: min(fieldsInRow, expected) + 1)
  }

  private func reject(
    _ kind: PoseCSVError.Kind, _ problem: String, _ column: Int,
    _ bytes: UnsafeBufferPointer<UInt8>? = nil
  ) {
    fault.reject(kind, problem, line: line, column: column, bytes)
  }

  /// Gives the file up, for a field of which the column's name and `problem` make a sentence.
  private func fail(_ kind: PoseCSVError.Kind, _ problem: String, _ column: Int) {
    failure =
      failure
      ?? PoseCSVError(kind, "\(fault.named(column)) \(problem)", line: line, column: column + 1)
  }

  private func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String { RowFault.shown(bytes) }

  private var fieldTooLong: String {
    "is longer than the limit of \(limits.fieldBytes) bytes\(Limits.Name.field.hint)"
  }
}

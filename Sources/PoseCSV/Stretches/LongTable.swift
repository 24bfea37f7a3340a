import Pose

/// A table that is too long to be held in memory, read in stretches that overlap.
///
/// Memory is that of one stretch, whatever the length. Each stretch is read as a recording of its
/// own, so that units in three dimensions, the axes and the lifter's standing are found anew in
/// each; the plan, the unit of a picture and its shape hold from the first one on. Rows and times
/// are counted through.
package final class LongTable {
  /// Gives the next bytes, at most so many; none only at the end.
  package typealias Fill = (Int) throws(PoseCSVError) -> [UInt8]

  /// Is offered the bytes of a long table, from the first one on; returns whether it takes them.
  package typealias Offer = (@escaping Fill) throws(PoseCSVError) -> Bool

  /// Bytes that are asked for, at most, before it is known whether the table can be read in
  /// stretches: enough for the header and the first rows.
  package static func bytesToDecide(_ limits: Limits) -> Int { max(1 << 20, limits.rowBytes + 1) }

  private let name: String
  private var options: ReadOptions
  private let lane: LibcsvLane
  private var plan: TablePlan
  private let mark: UInt8

  private var buffer: StretchBuffer
  /// Where the first row begins, in the first stretch.
  private var start: Int

  private var line: Int
  /// The line and the row at the buffer's beginning, and the first row that is new.
  private var sharedLine = 0
  private var sharedRow = 0
  private var row = 0
  private var isOver = false
  private var clock = SharedClock()
  /// The greatest frame number so far.
  private var lastFrame = -Double.infinity
  private var rejected = (count: 0, used: 0, first: nil as RejectedRow?)

  /// Nil where the table cannot be read in stretches: it is not UTF-8, or may hold several people or
  /// recordings, or a row a keypoint. Throws where it is no table of keypoints.
  package init?(name: String, options: ReadOptions, fill: @escaping Fill) throws(PoseCSVError) {
    self.name = name
    self.options = options
    let limits = options.limits
    let head: LongTableHead?
    do {
      buffer = StretchBuffer(limits, fill)
      _ = try buffer.take(upTo: Self.bytesToDecide(limits))
      head = try buffer.lend(0..<buffer.count) { (bytes) throws(PoseCSVError) in
        try LongTableHead(bytes, options)
      }
    } catch {
      throw error.inFile(name)
    }
    guard let head else { return nil }
    lane = LibcsvLane(delimiter: head.dialect.delimiter, limits: limits)
    plan = head.plan
    mark = head.mark
    start = head.start
    line = head.dialect.line
  }

  /// The next stretch; nil behind the last one. Throws a sentence with its place.
  package func next() throws(PoseCSVError) -> Stretch? {
    guard !isOver else { return nil }
    do throws(PoseCSVError) {
      return try readNext()
    } catch {
      isOver = true
      throw error.inFile(name)
    }
  }

  /// The rows of the first stretch as a recording of their own, for who only looks; nothing comes
  /// behind them.
  package func beginning() throws(PoseCSVError) -> ReadResult {
    isOver = true
    do throws(PoseCSVError) {
      let (end, _) = try takeRows()
      return try buffer.lend(0..<end) { (bytes) throws(PoseCSVError) in
        try PoseReader.read(bytes, name: name, options: options)
      }
    } catch {
      throw error.inFile(name)
    }
  }
}

extension LongTable {
  /// Fills the buffer; returns where its whole rows end, and whether they are the table's last.
  private func takeRows() throws(PoseCSVError) -> (end: Int, isLast: Bool) {
    if try buffer.take() { return (buffer.count, true) }
    guard let end = buffer.endOfRows else {
      throw PoseCSVError(.limit, options.limits.longRow, line: line)
    }
    return (end, false)
  }

  private func readNext() throws(PoseCSVError) -> Stretch {
    let (end, isLast) = try takeRows()
    let next = isLast ? end : buffer.beginningOfShared(before: end)
    let part = try readRows(to: next, end)
    rejected.count += part.table.rejectedCount
    rejected.used += part.newUsed
    rejected.first = rejected.first ?? part.table.rejected.first

    // Gaps are counted up to the middle of the shared rows, which both stretches see from afar.
    let lower = Int32((part.rows.lowerBound + row) / 2)
    let upper = isLast ? .max : Int32((part.firstShared + part.rows.upperBound) / 2)
    options.place = StretchPlace(own: lower..<upper, shape: options.place?.shape)
    try checkFrames(part.table)
    let recordings = try assemble(part.table)
    let stretch = Stretch(
      recordings: recordings, accounts: account(recordings, of: part), rows: part.rows,
      shared: isLast ? nil : part.firstShared..<part.rows.upperBound)
    if isLast {
      isOver = true
      try PoseReader.check(
        used: rejected.used, rejected: rejected.count, first: rejected.first,
        limits: options.limits)
    } else {
      clock = SharedClock(recordings, from: part.firstShared)
      buffer.keep(from: next, rows: end)
      (sharedLine, sharedRow, row) = (part.sharedLine, part.firstShared, part.rows.upperBound)
    }
    plan.headerRows = 0
    start = 0
    return stretch
  }

  /// The rows of a stretch.
  private struct Part {
    /// What was told of rejected and blank rows is of the new ones alone.
    var table: RowTable
    var rows: Range<Int>
    /// The first row, and its line, that the next stretch has as well.
    var firstShared: Int
    var sharedLine: Int
    /// New rows, and how many of them were used.
    var newRows: Int
    var newUsed: Int
  }

  /// Reads the buffer's rows up to `end`; those from `next` on come again.
  private func readRows(to next: Int, _ end: Int) throws(PoseCSVError) -> Part {
    let sink = TableSink(
      plan: plan, mark: mark, delimiter: lane.delimiter, limits: unlimited(options.limits))
    let shared = max(start, buffer.shared)
    _ = try read(start..<shared, line: sharedLine, into: sink)
    let fresh = Mark(sink)
    let middle = try read(shared..<next, line: line, into: sink)
    if middle.lastLine > 0 { line = middle.lastLine + 1 }
    let (firstShared, nextLine) = (sharedRow + sink.dataRows, line)
    let last = try read(next..<end, line: line, into: sink)
    if last.lastLine > 0 { line = last.lastLine + 1 }

    let rows = sharedRow..<(sharedRow + sink.dataRows)
    guard rows.upperBound < Int(Int32.max) else {
      throw PoseCSVError(.limit, "has more than \(Int32.max) rows; split the recording", line: line)
    }
    var table = sink.finish(blank: middle.blankLines + last.blankLines)
    for i in table.ordinals.indices { table.ordinals[i] += Int32(sharedRow) }
    table.rejected.removeFirst(min(fresh.listed, table.rejected.count))
    table.rejectedCount -= fresh.rejected
    table.repeatedHeaders -= fresh.headers
    return Part(
      table: table, rows: rows, firstShared: firstShared, sharedLine: nextLine,
      newRows: sink.dataRows - fresh.rows, newUsed: table.count - fresh.used)
  }

  private func read(
    _ range: Range<Int>, line: Int, into sink: TableSink
  ) throws(PoseCSVError) -> LibcsvLane.Account {
    guard !range.isEmpty else { return LibcsvLane.Account() }
    return try buffer.lend(range) { (bytes) throws(PoseCSVError) in
      try lane.read(bytes, line: line, into: sink)
    }
  }

  /// The limit of rows is one of memory.
  private func unlimited(_ limits: Limits) -> Limits {
    var limits = limits
    limits.rows = .max
    return limits
  }

  /// Throws where frame numbers begin again behind the rows that the stretch before has as well,
  /// which a table as a whole shows by numbers that come twice.
  private func checkFrames(_ table: RowTable) throws(PoseCSVError) {
    guard !table.frames.isEmpty else { return }
    let before = lastFrame
    var fresh = 0
    var again = 0
    for (ordinal, frame) in zip(table.ordinals, table.frames) where Int(ordinal) >= row {
      fresh += 1
      if frame <= before { again += 1 }
      if frame > lastFrame { lastFrame = frame }
    }
    if 20 * again > fresh { throw FrameOrder.beginningAgain(rows: again) }
  }

  private func assemble(_ table: RowTable) throws(PoseCSVError) -> [Recording] {
    var recordings: [Recording]
    do throws(PoseCSVError) {
      let assembly = Assembly(name: name, plan: plan, table: table, options: options)
      recordings = try assembly.assemble().recordings
    } catch {
      guard error.kind == .noUsableFrame else { throw error }
      return []
    }
    for index in recordings.indices { clock.place(&recordings[index]) }
    // What was found of a picture holds for the rest of it.
    if let first = recordings.first, first.dimensions == 2 {
      options.units = first.units
      options.place?.shape = first.imageSize
    }
    return recordings
  }

  /// What became of the new rows.
  private func account(_ recordings: [Recording], of part: Part) -> FrameAccounts {
    var accounts = FrameAccounts()
    accounts.blank = part.table.blank
    accounts.read = part.newRows + part.table.repeatedHeaders + part.table.blank
    accounts.used = part.newUsed
    if !recordings.isEmpty {
      accounts.used = recordings.reduce(0) { $0 + $1.rows.count { Int($0) >= row } }
    }
    accounts.rejected = accounts.read - accounts.blank - accounts.used
    accounts.lost = recordings.reduce(0) { $0 + $1.accounts.lost }
    return accounts
  }

  /// How far a sink has come.
  private struct Mark {
    var rows: Int
    var used: Int
    var rejected: Int
    var headers: Int
    var listed: Int

    init(_ sink: TableSink) {
      rows = sink.dataRows
      used = sink.table.ordinals.count
      rejected = sink.table.rejectedCount
      headers = sink.table.repeatedHeaders
      listed = sink.table.rejected.count
    }
  }
}

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

  /// The first bytes of a table, enough to know it by.
  private static func opening(_ limits: Limits, _ fill: Fill) throws(PoseCSVError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < headBytes(limits) {
      let part = try fill(block)
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  /// Bytes that are asked for, at most, before it is known whether the table can be read in
  /// stretches.
  package static func bytesToDecide(_ limits: Limits) -> Int { headBytes(limits) + block }

  /// Bytes that tell the header, and what the first rows hold.
  private static func headBytes(_ limits: Limits) -> Int { max(1 << 20, limits.rowBytes + 1) }

  /// Bytes that are asked for at a time.
  private static let block = 1 << 18

  private let name: String
  private var options: ReadOptions
  private let fill: Fill
  private let lane: LibcsvLane
  private var plan: TablePlan
  private let mark: UInt8

  /// Bytes that were read before and not yet taken into the buffer.
  private var opening: [UInt8]
  private var openingTaken = 0
  private var buffer: [UInt8]
  /// Bytes at the buffer's beginning: rows that the stretch before has as well, and then the part
  /// of a row behind it.
  private var kept = 0
  private var shared = 0
  /// Where the first row begins, in the first stretch.
  private var start: Int

  private var line: Int
  /// The line and the row at the buffer's beginning, and the first row that is new.
  private var sharedLine = 0
  private var sharedRow = 0
  private var row = 0
  private var isFirst = true
  private var isOver = false
  private var clock = Clock()
  private var rejected = (count: 0, used: 0, first: nil as RejectedRow?)

  /// Nil where the table cannot be read in stretches: it is not UTF-8, or holds several people or a
  /// row a keypoint. Throws where it is no table of keypoints.
  package init?(name: String, options: ReadOptions, fill: @escaping Fill) throws(PoseCSVError) {
    self.name = name
    self.options = options
    self.fill = fill
    let limits = options.limits
    do {
      opening = try Self.opening(limits, fill)
    } catch {
      throw error.inFile(name)
    }
    let head: Result<Head?, PoseCSVError> = opening.withUnsafeBufferPointer { bytes in
      do throws(PoseCSVError) {
        return .success(try Head(bytes, options))
      } catch {
        return .failure(error.inFile(name))
      }
    }
    guard let head = try head.get() else { return nil }
    lane = LibcsvLane(delimiter: head.dialect.delimiter, limits: limits)
    plan = head.plan
    mark = head.mark
    start = head.start
    line = head.dialect.line
    // A row that is not complete waits behind the stretch for its end.
    buffer = [UInt8](
      repeating: 0, count: limits.stretchBytes + limits.sharedBytes + limits.rowBytes)
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
    let result: Result<ReadResult, PoseCSVError>
    do throws(PoseCSVError) {
      let (count, isLast) = try take()
      let end = isLast ? count : try endOfRows(in: count)
      result = buffer.withUnsafeBufferPointer { bytes in
        do throws(PoseCSVError) {
          let rows = UnsafeBufferPointer(rebasing: bytes[..<end])
          return .success(try PoseReader.read(rows, name: name, options: options))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw error.inFile(name)
    }
    return try result.get()
  }
}

extension LongTable {
  /// What the first bytes tell.
  private struct Head {
    var dialect: Dialect
    var plan: TablePlan
    var mark: UInt8
    /// The position of the table's first row.
    var start: Int

    init?(_ all: UnsafeBufferPointer<UInt8>, _ options: ReadOptions) throws(PoseCSVError) {
      if let kind = Magic.kind(all) {
        if Magic.isArchive(all) { return nil }
        throw PoseCSVError(.otherFormat, "is not a table of keypoints but \(kind)")
      }
      let offset: Int
      switch try Encoding.find(all) {
      case .utf8: offset = 0
      case .utf8WithMark: offset = 3
      case .utf16LE, .utf16BE: return nil
      }
      // The header is told from whole rows; the sample needs no more than a few of them.
      let text = UnsafeBufferPointer(
        rebasing: all.dropFirst(offset).prefix(headBytes(options.limits)))
      guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else {
        if text.contains(UInt8(ascii: "\r")) { return nil }
        throw PoseCSVError(.limit, options.limits.longRow, line: 1)
      }
      let bytes = UnsafeBufferPointer(rebasing: text[...end])
      dialect = try Dialect.find(bytes)
      let lane = LibcsvLane(delimiter: dialect.delimiter, limits: options.limits)
      (plan, mark) = try PoseReader.plan(bytes, dialect, lane, options)
      start = offset + dialect.start
      let isOnePerson = plan.people.isEmpty && !plan.has(.person) && !plan.has(.keypoint)
      guard isOnePerson, plan.form != .tidy else { return nil }
    }
  }

  private func readNext() throws(PoseCSVError) -> Stretch {
    let (count, isLast) = try take()
    let end = isLast ? count : try endOfRows(in: count)
    let next = isLast ? end : beginningOfShared(before: end)
    let part = try readRows(to: next, end)
    rejected.count += part.table.rejectedCount
    rejected.used += part.newUsed
    rejected.first = rejected.first ?? part.table.rejected.first

    // Gaps are counted up to the middle of the shared rows, which both stretches see from afar.
    let lower = Int32((part.rows.lowerBound + row) / 2)
    let upper = isLast ? .max : Int32((part.firstShared + part.rows.upperBound) / 2)
    options.place = StretchPlace(own: lower..<upper, shape: options.place?.shape)
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
      clock = Clock(recordings, from: part.firstShared)
      keep(from: next, rows: end, count: count)
      (sharedLine, sharedRow, row) = (part.sharedLine, part.firstShared, part.rows.upperBound)
    }
    isFirst = false
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
    _ = try read(start..<max(start, shared), line: sharedLine, into: sink)
    let fresh = Mark(sink)
    let middle = try read(max(start, shared)..<next, line: line, into: sink)
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

  /// Fills the buffer behind what was kept; returns how many bytes are in it, and whether the
  /// table ends with them.
  private func take() throws(PoseCSVError) -> (count: Int, isLast: Bool) {
    var count = kept
    if !opening.isEmpty {
      let part = min(opening.count - openingTaken, buffer.count - count)
      let taken = openingTaken..<(openingTaken + part)
      buffer.replaceSubrange(count..<(count + part), with: opening[taken])
      count += part
      openingTaken += part
      if openingTaken == opening.count { opening = [] }
    }
    while count < buffer.count {
      let part = try fill(min(Self.block, buffer.count - count))
      if part.isEmpty { return (count, true) }
      buffer.replaceSubrange(count..<(count + part.count), with: part)
      count += part.count
    }
    return (count, false)
  }

  /// Behind the last whole row.
  private func endOfRows(in count: Int) throws(PoseCSVError) -> Int {
    guard let end = lastRowEnd(before: count), end > shared else {
      throw PoseCSVError(.limit, options.limits.longRow, line: line)
    }
    return end
  }

  /// The first row of those that the next stretch has as well.
  private func beginningOfShared(before end: Int) -> Int {
    max(shared, lastRowEnd(before: max(shared, end - options.limits.sharedBytes)) ?? 0)
  }

  /// Behind the last line whose end is no part of a quoted field, as far as counting quotes from
  /// the new rows on tells; behind the last line where a stray quote lets none be told.
  private func lastRowEnd(before end: Int) -> Int? {
    guard let last = lastLineEnd(before: end), last > shared else { return nil }
    var place = last
    var isQuoted = quotes(in: shared..<last) % 2 == 1
    while isQuoted, let earlier = lastLineEnd(before: place - 1), earlier > shared {
      isQuoted = quotes(in: earlier..<place) % 2 == 0
      place = earlier
    }
    return isQuoted ? last : place
  }

  private func quotes(in range: Range<Int>) -> Int {
    buffer.withUnsafeBufferPointer {
      ByteSearch.count(UInt8(ascii: "\""), in: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  private func lastLineEnd(before end: Int) -> Int? {
    buffer[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }

  private func read(
    _ range: Range<Int>, line: Int, into sink: TableSink
  ) throws(PoseCSVError) -> LibcsvLane.Account {
    guard !range.isEmpty else { return LibcsvLane.Account() }
    let result: Result<LibcsvLane.Account, PoseCSVError> = buffer.withUnsafeBufferPointer {
      do throws(PoseCSVError) {
        let bytes = UnsafeBufferPointer(rebasing: $0[range])
        return .success(try lane.read(bytes, line: line, into: sink))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The limit of rows is one of memory.
  private func unlimited(_ limits: Limits) -> Limits {
    var limits = limits
    limits.rows = .max
    return limits
  }

  private func keep(from next: Int, rows end: Int, count: Int) {
    kept = count - next
    shared = end - next
    buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      base.copyMemory(from: base + next, byteCount: count - next)
    }
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

  /// The times of the rows that two stretches share, by which the second is placed.
  private struct Clock {
    private var rows: [Int32] = []
    private var times: [Double] = []
    private var fps = 30.0

    init() {}

    init(_ recordings: [Recording], from row: Int) {
      guard let last = recordings.last else { return }
      fps = last.fps
      rows = last.rows.filter { Int($0) >= row }
      times = last.times.suffix(rows.count)
      if rows.isEmpty, let row = last.rows.last, let time = last.times.last {
        rows = [row]
        times = [time]
      }
    }

    /// Moves a recording's times, which begin with 0, to where its rows lie.
    func place(_ recording: inout Recording) {
      guard let firstRow = rows.first, let firstTime = times.first, let row = recording.rows.first
      else { return }
      var start = firstTime + Double(row - firstRow) / fps
      if let common = recording.rows.firstIndex(where: { $0 >= firstRow }),
        let place = rows.firstIndex(of: recording.rows[common])
      {
        start = times[place] - recording.times[common]
      }
      for i in recording.times.indices { recording.times[i] += start }
    }
  }
}

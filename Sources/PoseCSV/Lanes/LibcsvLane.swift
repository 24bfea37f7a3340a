/// Reads a table through libcsv, line by line, so that every row and every fault has its line.
struct LibcsvLane {
  var delimiter: UInt8
  /// Spaces and tabs around fields are no part of them.
  var trimming = true
  /// A stray quote inside one line costs that row only; otherwise it ends the reading.
  var recovering = true
  var limits = Limits()

  /// What a lane has passed over.
  struct Account {
    var blankLines = 0
    /// The file's last line, from 1.
    var lastLine = 0
  }

  /// Reads from `start`, which is the beginning of line `line`, to the end.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, line: Int = 1, into sink: RowSink
  ) throws(PoseCSVError) -> Account {
    var scanner = LineScanner(bytes)
    var account = Account()
    var position = start
    var number = line
    var isFresh = true
    while isFresh {
      isFresh = false
      let parser = LibcsvParser(delimiter: delimiter, trimming: trimming, sink: sink)
      var open = OpenRow(line: number)
      var isBroken = false
      while position < bytes.count {
        if !open.isOpen {
          sink.line = number
          let plain = sink.takePlainRows(bytes, from: position)
          position += plain.bytes
          number += plain.rows
          sink.rows += plain.rows
        }
        let end = scanner.end(ofLineAt: position)
        let rows = sink.rows
        if !open.isOpen {
          if scanner.isBlank(from: position, to: end) { account.blankLines += 1 }
          open.line = number
          open.bytes = 0
          sink.line = number
        }
        open.bytes += end - position
        guard open.bytes <= limits.rowBytes else {
          throw PoseCSVError(
            .limit, limits.longRow, line: open.line)
        }
        let fields = sink.fieldsInRow
        if let stop = feed(bytes, from: position, to: end, parser) {
          let broken = failure(stop, open: open, field: sink.fieldsInRow + 1, at: number)
          guard recovering, stop == .quote, open.line == number else { throw broken }
          sink.rows += 1
          sink.brokenRow(broken)
          sink.fieldsInRow = 0
          position = end
          number += 1
          isFresh = position < bytes.count
          isBroken = true
          account.lastLine = number - 1
          break
        }
        if sink.fieldsInRow != fields || sink.rows != rows || !open.isOpen {
          open.quoteLine = number
        }
        // A line end inside quotes leaves the row open; so does the end of the bytes.
        open.isOpen =
          sink.rows == rows && !scanner.isBlank(from: position, to: end)
          || (open.isOpen && sink.rows == rows)
        account.lastLine = number
        position = end
        number += 1
        if let failure = sink.failure { throw failure }
        if sink.isDone { return account }
      }
      if isFresh { continue }
      // What stands behind the quote in a last row would be ended as a row of its own.
      if isBroken, !sink.wantsRestOfBrokenRow {
        if let failure = sink.failure { throw failure }
        break
      }
      sink.rowIsUnterminated = open.isOpen
      if let stop = parser.finish() {
        throw failure(stop, open: open, field: sink.fieldsInRow + 1, at: open.quoteLine)
      }
      if let failure = sink.failure { throw failure }
    }
    return account
  }

  /// The row that the parser has not ended yet.
  private struct OpenRow {
    var line: Int
    var isOpen = false
    var bytes = 0
    /// The line on which the field that is open began.
    var quoteLine: Int

    init(line: Int) {
      self.line = line
      quoteLine = line
    }
  }

  private func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    _ parser: borrowing LibcsvParser
  ) -> LibcsvParser.Stop? {
    var position = start
    while position < end {
      let next = min(end, position + LibcsvParser.blockBytes)
      let block = UnsafeBufferPointer(rebasing: bytes[position..<next])
      if let stop = parser.parse(block) { return stop }
      position = next
    }
    return nil
  }

  private func failure(
    _ stop: LibcsvParser.Stop, open: OpenRow, field: Int, at line: Int
  ) -> PoseCSVError {
    switch stop {
    case .fieldTooLong:
      PoseCSVError(
        .limit,
        "a field is longer than the limit of \(LibcsvParser.bufferCap) bytes; is a quote missing?",
        line: open.quoteLine, column: field)
    case .quote where open.isOpen && open.quoteLine != line:
      PoseCSVError(
        .quote,
        "the quote that opens here is not closed where its field ends (line \(line)); "
          + "expected a quote to be doubled inside a quoted field",
        line: open.quoteLine, column: field)
    case .quote where open.isOpen:
      PoseCSVError(
        .quote, "the quote that opens here is never closed", line: open.quoteLine, column: field)
    case .quote:
      PoseCSVError(
        .quote, "a quote stands inside the field; expected the whole field in quotes or none",
        line: line, column: field)
    }
  }
}

/// What the first bytes of a long table tell.
struct LongTableHead {
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
    let text = UnsafeBufferPointer(rebasing: all.dropFirst(offset))
    guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else {
      if text.contains(UInt8(ascii: "\r")) { return nil }
      throw PoseCSVError(.limit, options.limits.longRow, line: 1)
    }
    let bytes = UnsafeBufferPointer(rebasing: text[...end])
    // Other sections end somewhere behind these bytes, and blanks are collapsed as a whole.
    if NexusSections.opensOther(bytes) { return nil }
    dialect = try Dialect.find(bytes)
    if dialect.delimiter == UInt8(ascii: ","),
      Blanks.collapsed(bytes, from: dialect.start) != nil
    {
      return nil
    }
    let lane = LibcsvLane(delimiter: dialect.delimiter, limits: options.limits)
    (plan, mark) = try PoseReader.plan(bytes, dialect, lane, options)
    let rows = RowBytes(bytes, dialect, headerRows: plan.headerRows)
    PoseReader.settle(&plan, rows, mark: mark, isWhole: false)
    start = offset + dialect.start
    let isOnePerson = plan.people.isEmpty && !plan.has(.person) && !plan.has(.keypoint)
    let isOneRecording = !plan.has(.recording) && !plan.has(.athlete)
    guard isOneRecording, isOnePerson, plan.form != .tidy else { return nil }
  }
}

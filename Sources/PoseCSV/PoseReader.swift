import Pose

/// Turns a file's bytes into recordings.
package enum PoseReader {
  /// Reads a file that is already in memory; `name` is how results and errors call it.
  ///
  /// Throws when nothing in the file can be used. A row or a person that cannot be used is no
  /// error but is counted in the result.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, options: ReadOptions = ReadOptions()
  ) throws(PoseCSVError) -> ReadResult {
    do {
      return try readTable(bytes, name: name, options: options)
    } catch {
      throw error.inFile(name)
    }
  }

  /// Reads an array of bytes.
  package static func read(
    _ bytes: [UInt8], name: String, options: ReadOptions = ReadOptions()
  ) throws(PoseCSVError) -> ReadResult {
    try bytes.withUnsafeBufferPointer { (bytes) throws(PoseCSVError) in
      try read(bytes, name: name, options: options)
    }
  }

  /// Reads a regular file, and makes sure that it did not change meanwhile.
  ///
  /// `path` is spelled in the system's bytes; a symbolic link at its end is followed on demand.
  package static func read(
    path: [UInt8], name: String, followingLink: Bool = true, options: ReadOptions = ReadOptions()
  ) throws(PoseCSVError) -> ReadResult {
    do {
      let file = try FileBytes(path: path, followingLink: followingLink)
      let result = try file.withBytes { bytes throws(PoseCSVError) in
        try readTable(bytes, name: name, options: options)
      }
      try file.checkUnchanged()
      return result
    } catch {
      throw error.inFile(name)
    }
  }

  /// Hands on every table that a regular file holds, itself or as an archive, in the order of the
  /// file; throws when the file cannot be read.
  ///
  /// Members of an archive that are no recordings are returned. `glimpse` sees the file's bytes
  /// first, and returns false when that is enough. A file too long to be taken as a whole is
  /// offered to `long`, which returns false when it is to be taken as a whole all the same.
  package static func forEachPart(
    path: [UInt8], followingLink: Bool = true, limits: Limits = Limits(),
    glimpse: ((UnsafeBufferPointer<UInt8>) -> Bool)? = nil, long: LongTable.Offer? = nil,
    _ take: (borrowing Part) -> Void
  ) throws(PoseCSVError) -> PassedOverMembers {
    let open = try OpenFile(path: path, followingLink: followingLink)
    if let long, open.size > limits.wholeBytes {
      let fill: LongTable.Fill = { most throws(PoseCSVError) in
        let bytes = try open.read(atMost: most)
        if bytes.isEmpty { try open.checkUnchanged() }
        return bytes
      }
      if try long(fill) { return PassedOverMembers() }
      open.rewind()
    }
    let file = try FileBytes(open)
    return try file.withBytes { bytes throws(PoseCSVError) in
      if let glimpse, !glimpse(bytes) { return PassedOverMembers() }
      return Unpacking(bytes: bytes, file: file, limits: limits).forEach(take)
    }
  }

  /// Hands on every table in bytes that are already in memory.
  package static func forEachPart(
    _ bytes: [UInt8], limits: Limits = Limits(), _ take: (borrowing Part) -> Void
  ) -> PassedOverMembers {
    bytes.withUnsafeBufferPointer { bytes in
      Unpacking(bytes: bytes, file: nil, limits: limits).forEach(take)
    }
  }
}

extension PoseReader {
  private static func readTable(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, options: ReadOptions
  ) throws(PoseCSVError) -> ReadResult {
    guard !bytes.isEmpty else { throw PoseCSVError(.empty, "is empty: 0 bytes") }
    if let kind = Magic.kind(bytes) {
      throw PoseCSVError(.otherFormat, "is not a table of keypoints but \(kind)")
    }
    let encoding = try Encoding.find(bytes)
    switch encoding {
    case .utf8: return try readText(bytes, encoding, name, options)
    case .utf8WithMark:
      return try readText(
        UnsafeBufferPointer(rebasing: bytes.dropFirst(3)), encoding, name, options)
    case .utf16LE, .utf16BE:
      let text = try Encoding.fromUTF16(bytes, bigEndian: encoding == .utf16BE)
      return try text.withUnsafeBufferPointer { (text) throws(PoseCSVError) in
        try readText(text, encoding, name, options)
      }
    }
  }

  private static func readText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: Encoding.Found, _ name: String,
    _ options: ReadOptions
  ) throws(PoseCSVError) -> ReadResult {
    let bytes = NexusSections.withoutOthers(bytes)
    let dialect = try Dialect.find(bytes)
    if dialect.delimiter == UInt8(ascii: ","),
      let text = Blanks.collapsed(bytes, from: dialect.start)
    {
      return try text.withUnsafeBufferPointer { (text) throws(PoseCSVError) in
        try readText(text, encoding, name, options)
      }
    }
    let lane = LibcsvLane(delimiter: dialect.delimiter, limits: options.limits)
    var (plan, mark) = try plan(bytes, dialect, lane, options)
    let rows = RowBytes(bytes, dialect, headerRows: plan.headerRows)
    settle(&plan, rows, mark: mark, isWhole: true)
    func read(_ plan: TablePlan) throws(PoseCSVError) -> ReadResult {
      let sink = TableSink(
        plan: plan, mark: mark, delimiter: dialect.delimiter, limits: options.limits)
      let account = try lane.read(bytes, from: dialect.start, line: dialect.line, into: sink)
      let table = sink.finish(blank: account.blankLines)
      try check(
        used: table.count, rejected: table.rejectedCount, first: table.rejected.first,
        limits: options.limits)
      return try Assembly(name: name, plan: plan, table: consume table, options: options)
        .assemble()
    }
    let flat = plan.withoutDepths(rows, mark: mark, options).flatMap { try? read($0) }
    var result =
      if let flat, flat.recordings.allSatisfy({ $0.dimensions == 2 }) { flat } else {
        try read(plan)
      }
    result.description.encoding = encoding.rawValue
    result.description.delimiter = dialect.delimiterName
    result.description.decimalMark = mark == UInt8(ascii: ",") ? "comma" : "point"
    result.description.preambleLines = dialect.preamble.count
    return result
  }

  /// The plan that the first rows tell, and the decimal mark; from memory where the header alone
  /// decides and was seen before.
  static func plan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ lane: LibcsvLane,
    _ options: ReadOptions
  ) throws(PoseCSVError) -> (plan: TablePlan, mark: UInt8) {
    let header = HeaderMemory.Header(bytes, dialect, options)
    if let header, let plan = options.headers.plan(for: header) { return (plan, dialect.mark) }
    let sampler = SampleSink(limits: options.limits)
    _ = try lane.read(bytes, from: dialect.start, line: dialect.line, into: sampler)
    let plan = try HeaderReader.plan(sampler.sample, options: options)
    let rows = sampler.sample.rows.dropFirst(plan.headerRows)
    let mark =
      try DecimalMark.find(rows, delimiter: dialect.delimiter)
      ?? DecimalMark.first(in: RowBytes(bytes, dialect, headerRows: plan.headerRows))
    if let header { options.headers.remember(plan, for: header) }
    return (plan, mark)
  }

  /// Decides what the header leaves open and the rows tell, all of them or the first.
  static func settle(_ plan: inout TablePlan, _ rows: RowBytes, mark: UInt8, isWhole: Bool) {
    guard plan.has(.frame) || plan.has(.time) || plan.has(.recording) else { return }
    if let column = plan.roles.firstIndex(of: .frame) {
      plan.framesArePictures = PictureName.stand(in: rows, column)
    }
    TimeColumn.settle(&plan, rows, mark: mark)
    RecordingColumns.settle(&plan, rows, isWhole: isWhole)
  }

  /// Throws when no row can be used, or too few.
  static func check(
    used: Int, rejected: Int, first: RejectedRow?, limits: Limits
  ) throws(PoseCSVError) {
    let reason = first.map { "; the first, in line \($0.line): \($0.reason)" } ?? ""
    guard used > 0 || rejected > 0 else {
      throw PoseCSVError(.noUsableFrame, "has a header and no rows")
    }
    let all = used + rejected
    guard used > 0, Double(rejected) <= limits.rejectedShare * Double(all) else {
      throw PoseCSVError(
        .tooManyRejected,
        "\(rejected) of \(counted(all, "row")) cannot be read, more than "
          + "\(limits[.rejected]) %\(reason)\(Limits.Name.rejected.hint)",
        line: first?.line, column: first?.column)
    }
  }
}

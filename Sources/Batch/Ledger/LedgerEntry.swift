internal import Reports

/// What became of one input file in a run, and where its share of every output lies.
struct LedgerEntry {
  /// A stretch of an output that all files share.
  struct Slice: Equatable {
    var start: Int
    var count: Int
    var checksum: UInt64
  }

  /// The digest of the file's name in the results.
  var key: Digest
  var fingerprint: Fingerprint
  /// The outputs that are the file's alone.
  var own: [OwnOutput]
  /// In the order of `SharedOutput`.
  var slices: [Slice]
  /// As counted when the file was analyzed.
  var accounts: RunAccounts
  var failures: [String]
  var notes: [String]
  var summaries: [SetSummary]
  var judged: Judged
}

/// An output that one recording has for itself.
struct OwnOutput: Sendable, Equatable {
  var section: OutputFolder.Section
  var name: String
  var checksum: UInt64

  /// Stands for its place in the folder.
  var place: UInt64 { Checksum.of(Array("\(section.rawValue)/\(name)".utf8)) }
}

/// An output to which every file adds its lines.
enum SharedOutput: Int, CaseIterable {
  case results, reps, findings

  var name: String {
    switch self {
    case .results: "results.ndjson"
    case .reps: "reps.csv"
    case .findings: "findings.csv"
    }
  }
}

extension LedgerEntry {
  func write(to record: inout RecordWriter) {
    record.digest(key)
    record.number(fingerprint.size)
    record.digest(fingerprint.content)
    record.digest(fingerprint.circumstances)
    record.list(own) { record, output in
      record.text(output.section.rawValue)
      record.text(output.name)
      record.number64(output.checksum)
    }
    record.list(slices) { record, slice in
      record.number(slice.start)
      record.number(slice.count)
      record.number64(slice.checksum)
    }
    record.list(accounts.numbers) { $0.number($1) }
    record.list(failures) { $0.text($1) }
    record.list(notes) { $0.text($1) }
    record.list(summaries) { $1.write(to: &$0) }
    record.list(judged.answers) { record, answer in
      record.optional(answer.isJudged ? "" : answer.reason) { $0.text($1) }
    }
  }

  /// The beginning of an entry, which says whether the rest is wanted.
  static func head(
    from record: inout RecordReader
  ) throws(RecordReader.Damaged) -> (key: Digest, fingerprint: Fingerprint) {
    (
      try record.digest(),
      Fingerprint(
        size: try record.number(), content: try record.digest(),
        circumstances: try record.digest())
    )
  }

  /// The outputs that are named behind the head.
  static func own(from record: inout RecordReader) throws(RecordReader.Damaged) -> [OwnOutput] {
    try record.list { record throws(RecordReader.Damaged) in
      guard let section = OutputFolder.Section(rawValue: try record.text()) else {
        throw RecordReader.Damaged()
      }
      return OwnOutput(
        section: section, name: try record.text(), checksum: try record.number64())
    }
  }

  init(from record: inout RecordReader) throws(RecordReader.Damaged) {
    (key, fingerprint) = try Self.head(from: &record)
    own = try Self.own(from: &record)
    slices = try record.list { record throws(RecordReader.Damaged) in
      Slice(
        start: try record.number(), count: try record.number(), checksum: try record.number64())
    }
    let numbers = try record.list { record throws(RecordReader.Damaged) in try record.number() }
    guard slices.count == SharedOutput.allCases.count, let accounts = RunAccounts(numbers) else {
      throw RecordReader.Damaged()
    }
    self.accounts = accounts
    failures = try record.list { record throws(RecordReader.Damaged) in try record.text() }
    notes = try record.list { record throws(RecordReader.Damaged) in try record.text() }
    summaries = try record.list { record throws(RecordReader.Damaged) in
      try SetSummary(from: &record)
    }
    let reasons = try record.list { record throws(RecordReader.Damaged) in
      try record.optional { record throws(RecordReader.Damaged) in try record.text() }
    }
    guard let judged = Judged(reasons.map { Judged.Answer(isJudged: $0 == "", reason: $0) }) else {
      throw RecordReader.Damaged()
    }
    self.judged = judged
  }
}

internal import Faults
internal import Pose
internal import Reports

extension SetSummary {
  func write(to record: inout RecordWriter) {
    record.text(recording)
    record.text(person)
    for text in [metadata.athlete, metadata.date, metadata.set, metadata.style, metadata.view] {
      record.optional(text) { $0.text($1) }
    }
    record.optional(metadata.loadKilograms) { $0.real($1) }
    record.text(status.rawValue)
    record.optional(error) { $0.text($1) }
    record.number(completeReps)
    record.number(goodReps)
    for fault in FaultID.allCases {
      record.optional(cells[fault]) { record, cell in
        record.text(cell.status.rawValue)
        record.optional(cell.severity) { $0.text($1.rawValue) }
        record.list(cell.reps) { $0.number($1) }
        record.text(cell.reason)
      }
    }
    record.list(advice) { record, advice in
      record.text(advice.fault.rawValue)
      record.text(advice.severity.rawValue)
      record.list(advice.reps) { $0.number($1) }
    }
    record.optional(viewKind) { $0.text($1) }
    record.real(fps)
    record.number(warnings)
    record.bytes(sparkline)
    record.optional(page) { $0.text($1) }
  }

  init(from record: inout RecordReader) throws(RecordReader.Damaged) {
    let recording = try record.text()
    let person = try record.text()
    self.init(RecordingReport(recording: recording, person: person, status: .ok))
    metadata.athlete = try record.optionalText()
    metadata.date = try record.optionalText()
    metadata.set = try record.optionalText()
    metadata.style = try record.optionalText()
    metadata.view = try record.optionalText()
    metadata.loadKilograms = try record.optional { record throws(RecordReader.Damaged) in
      try record.real()
    }
    status = try record.choice()
    error = try record.optionalText()
    completeReps = try record.number()
    goodReps = try record.number()
    for fault in FaultID.allCases {
      cells[fault] = try record.optional { record throws(RecordReader.Damaged) in
        Cell(
          status: try record.choice(), severity: try record.optionalChoice(),
          reps: try record.numbers(), reason: try record.text())
      }
    }
    advice = try record.list { record throws(RecordReader.Damaged) in
      Advice(
        try record.choice(), severity: try record.choice(), reps: try record.numbers())
    }
    viewKind = try record.optionalText()
    fps = try record.real()
    warnings = try record.number()
    sparkline = try record.byteString()
    page = try record.optionalText()
  }
}

extension RecordReader {
  fileprivate mutating func optionalText() throws(Damaged) -> String? {
    try optional { record throws(Damaged) in try record.text() }
  }

  fileprivate mutating func numbers() throws(Damaged) -> [Int] {
    try list { record throws(Damaged) in try record.number() }
  }

  /// One of the cases of a kind, by its name.
  fileprivate mutating func choice<Kind: RawRepresentable<String>>() throws(Damaged) -> Kind {
    guard let kind = Kind(rawValue: try text()) else { throw Damaged() }
    return kind
  }

  fileprivate mutating func optionalChoice<Kind: RawRepresentable<String>>()
    throws(Damaged) -> Kind?
  {
    try optional { record throws(Damaged) in try record.choice() }
  }
}

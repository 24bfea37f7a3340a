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
      record.optional(self[fault]) { record, cell in
        record.text(cell.status.rawValue)
        record.optional(cell.severity) { $0.text($1.rawValue) }
        record.number(Int(cell.reps))
        record.number(Int(cell.first))
      }
    }
    for kind in Trends.Kind.allCases {
      for number in [trends[kind].value, trends[kind].sd, trends[kind].limit] {
        record.real(Double(number))
      }
    }
    record.list(advice) { record, advice in
      record.text(advice.fault.rawValue)
      record.text(advice.severity.rawValue)
      record.number(advice.reps)
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
      self[fault] = try record.optional { record throws(RecordReader.Damaged) in
        Cell(
          status: try record.choice(), severity: try record.optionalChoice(),
          reps: UInt16(clamping: try record.number()), first: UInt16(clamping: try record.number()))
      }
    }
    for kind in Trends.Kind.allCases {
      trends[kind] = Trends.Point(
        value: Float(try record.real()), sd: Float(try record.real()),
        limit: Float(try record.real()))
    }
    advice = try record.list { record throws(RecordReader.Damaged) in
      Work(
        fault: try record.choice(), severity: try record.choice(), reps: try record.number())
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

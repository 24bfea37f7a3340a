internal import Faults
internal import Kinematics
internal import Pose
internal import Reps

/// Reads `results.ndjson` back, line by line: the other way of `ResultsWriter`.
///
/// All that a line holds comes back as it was written, and writing it again gives the same bytes.
/// What no line holds stays empty: the table of frames, the figure, and the full precision of
/// numbers. Members with unknown names are passed over.
package enum ResultsReader {
  package struct Line: Sendable {
    package var report: RecordingReport
    /// The table of frames within the output folder, when one was written.
    package var anglesFile: String?
    /// The page within the output folder, when one was written.
    package var page: String?

    package init(report: RecordingReport, anglesFile: String?, page: String?) {
      self.report = report
      self.anglesFile = anglesFile
      self.page = page
    }
  }

  /// Reads one line, with or without its end. `range` is the part of the bytes that it takes up.
  /// The failure's column counts within the line.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(JSONFailure) -> Line {
    var json = JSONReader(bytes, in: range)
    var line = LineInTheMaking()
    try json.object { (json, key) throws(JSONFailure) in try line.take(key, &json) }
    try json.finish()
    guard let recording = line.recording, let person = line.person, let status = line.status else {
      let key = line.recording == nil ? "recording" : line.person == nil ? "person" : "status"
      throw json.failure("'\(key)' is missing")
    }
    line.report.recording = recording
    line.report.person = person
    line.report.status = status
    line.report.advice = line.advice.map { Advice($0, in: line.report.setFindings) }
    return Line(report: line.report, anglesFile: line.anglesFile, page: line.page)
  }
}

/// The members of a line that have been read.
private struct LineInTheMaking {
  var recording: String?
  var person: String?
  var status: RecordingReport.Status?
  var report = RecordingReport(recording: "", person: "", status: .ok)
  var advice: [FaultID] = []
  var anglesFile: String?
  var page: String?

  mutating func take(_ key: String, _ json: inout JSONReader) throws(JSONFailure) {
    switch key {
    case "recording": recording = try json.text()
    case "person": person = try json.text()
    case "status": status = try json.word("a status of a recording")
    case "error": report.error = try json.textOrNull()
    case "athlete": report.metadata.athlete = try json.textOrNull()
    case "date": report.metadata.date = try json.textOrNull()
    case "set": report.metadata.set = try json.textOrNull()
    case "load_kg": report.metadata.loadKilograms = try json.null() ? nil : json.number()
    case "style": report.metadata.style = try json.textOrNull()
    case "layout": report.layout = try json.textOrNull() ?? ""
    case "dimensions": report.dimensions = try json.integerOrNull() ?? 0
    case "units": report.units = try json.textOrNull() ?? ""
    case "fps": report.fps = try json.null() ? 0 : json.number()
    case "fps_source": report.fpsSource = try json.textOrNull() ?? ""
    case "view": report.view = try json.null() ? nil : View(&json)
    case "frames": report.accounts = try FrameAccounts(&json)
    case "warnings": report.warnings = try json.list(Warning.init)
    case "reps": report.reps = try json.list(RepReport.init)
    case "set_findings": report.setFindings = try json.list(SetFinding.init)
    case "advice": advice = try json.list { (json) throws(JSONFailure) in try json.word("a fault") }
    case "assessment": report.assessment = try BackSquatAssessment(&json)
    case "other_movements": report.others = try json.list(Segmentation.Movement.init)
    case "angles_file": anglesFile = try json.textOrNull()
    case "page": page = try json.textOrNull()
    default: try json.skip()
    }
  }
}

extension Advice {
  /// What the set's findings say about a mistake.
  fileprivate init(_ fault: FaultID, in set: [SetFinding]) {
    let finding = set.first { $0.fault == fault }
    self.init(fault, severity: finding?.severity ?? .mild, reps: finding?.reps ?? [])
  }
}

extension JSONReader {
  /// One of the words of an enumeration; `what` says of what kind.
  mutating func word<Word: RawRepresentable<String>>(_ what: String) throws(JSONFailure) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else { throw failure("'\(text)' is not \(what)") }
    return word
  }

  mutating func wordOrNull<Word: RawRepresentable<String>>(
    _ what: String
  ) throws(JSONFailure) -> Word? {
    try null() ? nil : word(what)
  }

  mutating func textOrNull() throws(JSONFailure) -> String? { try null() ? nil : text() }
  mutating func integerOrNull() throws(JSONFailure) -> Int? { try null() ? nil : integer() }
  /// NaN for null.
  mutating func measurement() throws(JSONFailure) -> Double { try null() ? .nan : number() }

  mutating func list<Element>(
    _ read: (inout JSONReader) throws(JSONFailure) -> Element
  ) throws(JSONFailure) -> [Element] {
    var elements: [Element] = []
    try array { (json) throws(JSONFailure) in elements.append(try read(&json)) }
    return elements
  }
}

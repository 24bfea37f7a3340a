internal import Pose
internal import Reports

/// Answers inputs one after another, each with the lines that a run over files writes for it.
struct Answers {
  private let analyze: AnalyzeRecording
  private let write: ([UInt8]) -> Bool
  private let receipts: Bool
  /// Inputs at the beginning that get no answer.
  private let skipped: Int
  private var inputs = 0
  /// Of the input that is being answered.
  private var lines = 0
  /// Nobody takes what is written.
  private(set) var isRefused = false

  /// `write` takes whole lines and returns false when it cannot.
  init(
    analyze: @escaping AnalyzeRecording, skipping skipped: Int, receipts: Bool,
    write: @escaping ([UInt8]) -> Bool
  ) {
    self.analyze = analyze
    self.skipped = skipped
    self.receipts = receipts
    self.write = write
  }

  /// Answers for one table of an input.
  mutating func add(_ file: InputFile, _ read: Result<[Recording], any Error>) {
    guard !isRefused, inputs >= skipped else { return }
    switch read {
    case .success(let recordings) where recordings.isEmpty:
      let name = PathText.text(file.name)
      refuse(name, because: "\(name): holds no recording")
    case .success(let recordings): add(recordings.map(analyze))
    case .failure(let error): refuse(PathText.text(file.name), because: "\(error)")
    }
  }

  /// Answers for something that cannot be read, in a sentence with its place.
  mutating func refuse(_ name: String, because sentence: String) {
    guard inputs >= skipped else { return }
    var report = RecordingReport(recording: name, person: "0", status: .rejected)
    report.error = sentence
    add([report])
  }

  /// Closes the answer to one input.
  mutating func close(_ name: String) {
    if lines == 0 { refuse(name, because: "\(name): holds no recording") }
    inputs += 1
    if receipts, inputs > skipped {
      var json = JSONWriter()
      json.object { json in
        json.field("input", inputs)
        json.field("lines", lines)
      }
      json.endLine()
      send(json.bytes)
    }
    lines = 0
  }

  private mutating func add(_ reports: [RecordingReport]) {
    var json = JSONWriter()
    for report in reports { ResultsWriter.write(report, to: &json) }
    lines += reports.count
    send(json.bytes)
  }

  private mutating func send(_ bytes: [UInt8]) {
    if !isRefused { isRefused = !write(bytes) }
  }
}

internal import Pose
internal import Reports

/// Answers inputs one after another, each with the lines that a run over files writes for it.
struct Answers {
  /// What an answer is made of.
  struct Form {
    /// Lines say of reps no more than their index and whether they are complete.
    var isBrief: Bool
    /// Behind each line stand its rows of tables.
    var tables: Bool
    /// A line that counts its lines closes it.
    var receipts: Bool
  }

  private let analyze: AnalyzeRecording
  private let write: ([UInt8]) -> Bool
  private let form: Form
  /// Inputs at the beginning that get no answer.
  private let skipped: Int
  private var inputs = 0
  /// Of the input that is being answered.
  private var lines = 0
  /// Nobody takes what is written.
  private(set) var isRefused = false

  /// `write` takes whole lines and rows, and returns false when it cannot.
  init(
    analyze: @escaping AnalyzeRecording, skipping skipped: Int, form: Form,
    write: @escaping ([UInt8]) -> Bool
  ) {
    self.analyze = analyze
    self.skipped = skipped
    self.form = form
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
    if form.receipts, inputs > skipped {
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
    var bytes: [UInt8] = []
    for report in reports {
      var json = JSONWriter()
      if form.isBrief {
        ResultsWriter.writeBriefly(report, to: &json)
      } else {
        ResultsWriter.write(report, to: &json)
      }
      bytes += json.bytes
      if form.tables { bytes += TableRows.render(report) }
    }
    lines += reports.count
    send(bytes)
  }

  private mutating func send(_ bytes: [UInt8]) {
    if !isRefused { isRefused = !write(bytes) }
  }
}

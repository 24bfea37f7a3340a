/// The first rows of a table as text: what the header is recognized from.
struct Sample {
  struct Row {
    var line: Int
    var cells: [String]
  }

  var rows: [Row] = []

  /// Rows that are looked at for a header, and for what the columns hold.
  static let rowCount = 64
}

/// Gathers a sample, and then stops the lane.
final class SampleSink: RowSink {
  private(set) var sample = Sample()
  private var cells: [String] = []
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  override func field(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard fieldsInRow <= limits.columns else {
      failure = PoseCSVError(
        .limit,
        "the row has more than the limit of \(limits.columns) columns\(Limits.Name.columns.hint)",
        line: line)
      return
    }
    guard !isDone else { return }
    cells.append(String(decoding: bytes, as: UTF8.self))
  }

  override func endRow() {
    if !isDone { sample.rows.append(Sample.Row(line: line, cells: cells)) }
    cells.removeAll(keepingCapacity: true)
    if sample.rows.count >= Sample.rowCount { isDone = true }
  }

  override var wantsRestOfBrokenRow: Bool { true }

  override func brokenRow(_ reason: PoseCSVError) {
    cells.removeAll(keepingCapacity: true)
  }
}

/// What the reps of a very long recording add to the shared outputs: kept in files without a name,
/// which the system takes back however the program ends.
struct Spill: Sendable {
  let results: SpillFile
  let reps: SpillFile
  let findings: SpillFile
  /// What stands in the line of results before the reps.
  var opening: [UInt8] = []

  init(in folder: OutputFolder?) throws(RunError) {
    results = try SpillFile(in: folder)
    reps = try SpillFile(in: folder)
    findings = try SpillFile(in: folder)
  }

  subscript(output: SharedOutput) -> SpillFile {
    switch output {
    case .results: results
    case .reps: reps
    case .findings: findings
    }
  }
}

/// Bytes that are written once, and read once when they are complete.
final class SpillFile: Sendable {
  private let file: Descriptor
  private let shown: String

  /// Bytes that are read at a time.
  private static let block = 1 << 20

  init(in folder: OutputFolder?) throws(RunError) {
    shown = folder?.shownWork ?? TemporaryFile.folder
    do throws(SystemError) {
      if let folder { file = try folder.openNameless() } else { file = try TemporaryFile.open() }
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  func append(_ bytes: [UInt8]) throws(RunError) {
    do {
      try file.write(bytes)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  /// Hands on all that was written, block by block.
  func forEachBlock(_ use: ([UInt8]) throws(RunError) -> Void) throws(RunError) {
    var place = 0
    while true {
      let block: [UInt8]
      do {
        block = try file.read(Self.block, at: place)
      } catch {
        throw .failed(path: shown, reason: error.description)
      }
      if block.isEmpty { return }
      try use(block)
      place += block.count
    }
  }
}

/// A table's cells as strict CSV gives them, without any reading of their meaning.
package enum CellDump {
  /// One row and the line on which it begins, from 1.
  package struct Row: Sendable, Equatable {
    package var line: Int
    package var cells: [[UInt8]]
  }

  /// The rows of strict RFC 4180 text, blanks kept and blank lines left out. Throws at the first
  /// stray quote. For tests that hold the reader against another.
  package static func rows(
    _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(PoseCSVError) -> [[[UInt8]]] {
    try table(bytes, delimiter: delimiter).map(\.cells)
  }

  /// The same rows, each with its line.
  package static func table(
    _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(PoseCSVError) -> [Row] {
    let sink = Sink()
    let lane = LibcsvLane(delimiter: delimiter, trimming: false, recovering: false)
    let result: Result<Void, PoseCSVError> = bytes.withUnsafeBufferPointer { bytes in
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      do throws(PoseCSVError) {
        _ = try lane.read(bytes, from: hasMark ? 3 : 0, into: sink)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return sink.all
  }

  /// The comma, semicolon or tab that the first line holds most of; a comma where none is.
  package static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    return zip(candidates, counts).max { $0.1 < $1.1 }?.0 ?? candidates[0]
  }

  private final class Sink: RowSink {
    private(set) var all: [Row] = []
    private var cells: [[UInt8]] = []

    override func field(_ bytes: UnsafeBufferPointer<UInt8>) { cells.append(Array(bytes)) }

    override func endRow() {
      all.append(Row(line: line, cells: cells))
      cells = []
    }
  }
}

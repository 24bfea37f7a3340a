/// A table's cells as strict CSV gives them, without any reading of their meaning.
package enum CellDump {
  /// The rows of strict RFC 4180 text, blanks kept and blank lines left out. Throws at the first
  /// stray quote. For tests that hold the reader against another.
  package static func rows(
    _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(PoseCSVError) -> [[[UInt8]]] {
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

  private final class Sink: RowSink {
    private(set) var all: [[[UInt8]]] = []
    private var row: [[UInt8]] = []

    override func field(_ bytes: UnsafeBufferPointer<UInt8>) { row.append(Array(bytes)) }

    override func endRow() {
      all.append(row)
      row = []
    }
  }
}

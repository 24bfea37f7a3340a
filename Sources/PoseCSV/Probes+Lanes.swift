extension Probes {
  /// Reads a table with the numeric lane and without it. Returns the rows that were read, and what
  /// the lanes do not agree on; values count as the same when their bits are.
  package static func lanes(_ bytes: [UInt8]) -> (rows: Int, difference: String?) {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(PoseCSVError) {
        let dialect = try Dialect.find(bytes)
        let lane = LibcsvLane(delimiter: dialect.delimiter, limits: Limits())
        let sampler = SampleSink(limits: Limits())
        _ = try lane.read(bytes, from: dialect.start, line: dialect.line, into: sampler)
        let plan = try HeaderReader.plan(sampler.sample, options: ReadOptions())
        let mark =
          try DecimalMark.find(
            sampler.sample.rows.dropFirst(plan.headerRows), delimiter: dialect.delimiter)
          ?? dialect.mark
        let fast = Reading(bytes, dialect, plan, mark, delimiter: dialect.delimiter)
        let plain = Reading(bytes, dialect, plan, mark, delimiter: nil)
        return (plain.table.count + plain.table.rejectedCount, plain.difference(to: fast))
      } catch {
        return (0, nil)
      }
    }
  }

  /// What becomes of a table's rows.
  private struct Reading {
    var table: RowTable
    var error: PoseCSVError?

    /// Without a delimiter, every row goes through libcsv.
    init(
      _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ plan: TablePlan, _ mark: UInt8,
      delimiter: UInt8?
    ) {
      let sink = TableSink(plan: plan, mark: mark, delimiter: delimiter, limits: Limits())
      var blank = 0
      do throws(PoseCSVError) {
        let lane = LibcsvLane(delimiter: dialect.delimiter, limits: Limits())
        let account = try lane.read(bytes, from: dialect.start, line: dialect.line, into: sink)
        blank = account.blankLines
      } catch let failure {
        error = failure
      }
      table = sink.finish(blank: blank)
    }

    func difference(to other: Reading) -> String? {
      let (a, b) = (table, other.table)
      if error != other.error { return "the error" }
      if a.count != b.count || a.ordinals != b.ordinals { return "the rows" }
      if a.slots.map(Self.bits) != b.slots.map(Self.bits) { return "the values" }
      if a.frames.map(\.bitPattern) != b.frames.map(\.bitPattern) { return "the frames" }
      if a.times.map(\.bitPattern) != b.times.map(\.bitPattern) { return "the times" }
      if a.rejected != b.rejected || a.rejectedCount != b.rejectedCount { return "the rejected" }
      if a.blank != b.blank || a.repeatedHeaders != b.repeatedHeaders { return "the lines" }
      return a.tail == b.tail ? nil : "the end"
    }

    private static func bits(_ values: [Float]) -> [UInt32] {
      values.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
    }
  }
}

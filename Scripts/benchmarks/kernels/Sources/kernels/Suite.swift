import CKernels

/// The kernels that most of an analysis is spent in, each with work like a recording's.
enum Suite {
  private static let frames = Benchmark.frames

  static let all = tables + columns + filters + robust

  // MARK: - Tables

  private static let tables = [
    Benchmark("rows", 86 * frames, "number") {
      let bytes = table() + [UInt8](repeating: 0, count: 128)
      let source = room(bytes.count) { bytes[$0] }
      let fields = room(86) {
        ck_field(
          column: UInt32(2 + $0 * 132 / 86), kind: UInt32(CK_COORDINATE),
          out: UnsafeMutableRawPointer(room(frames) { _ in Float(0) }))
      }
      let starts = room(134 + Int(CK_SPARE_STARTS)) { _ in UInt32(0) }
      return {
        var table = ck_table(
          fields: fields, field_count: 86, coordinates: 86, columns: 134,
          delimiter: UInt8(ascii: ","), mark: UInt8(ascii: "."))
        var consumed = 0
        var shortest = Int.max
        let taken = ck_rows(source, bytes.count, &table, 0, frames, starts, &consumed, &shortest)
        precondition(taken >= frames - 1, "plain rows are taken")
      }
    },
    Benchmark("count_byte", 1 << 16, "byte") {
      let bytes = room(1 << 16) { UInt8(truncatingIfNeeded: $0) }
      return { precondition(ck_count_byte(bytes, 1 << 16, 10) == 256) }
    },
  ]

  /// A table as an estimator of 33 keypoints writes it: 134 columns, of which 86 are needed.
  private static func table() -> [UInt8] {
    var noise = Noise()
    var text = ""
    for frame in 0..<frames {
      text += "\(frame),\(frame * 100 / 3)"
      for column in 0..<132 {
        let digits = String(Int(abs(noise.next()) * 999_999))
        let sign = column % 4 == 2 && noise.next() < 0 ? "-" : ""
        text += ",\(sign)0." + String(repeating: "0", count: 6 - digits.utf8.count) + digits
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  // MARK: - Columns

  private static let columns = [
    onColumns("difference") { ck_difference($0, $1, $2, frames) },
    onColumns("middle") { ck_middle($0, $1, $2, frames) },
    onColumns("length2") { ck_length2($0, $1, $2, frames) },
    onColumns("project") { ck_project($0, $1, nil, 0.6, 0.8, 0, $2, frames) },
    onColumns("atan2") { ck_atan2_degrees($0, $1, $2, frames) },
    Benchmark("side_costs", frames, "frame") {
      var points = (0..<4).map { ck_point(x: column($0), y: column($0 + 4), z: nil) }
      let costs = (0..<3).map { _ in column() }
      return {
        points.withUnsafeMutableBufferPointer { points in
          guard let first = points.baseAddress else { return }
          ck_side_costs(
            first, first + 1, first + 2, first + 3, frames - 1, costs[0], costs[1], costs[2])
        }
      }
    },
  ]

  private typealias Column = UnsafeMutablePointer<Float>

  private static func onColumns(
    _ name: String, _ call: @escaping @Sendable (Column, Column, Column) -> Void
  ) -> Benchmark {
    Benchmark(name, frames, "value") {
      let (x, y, out) = (column(), column(7), column())
      return { call(x, y, out) }
    }
  }

  // MARK: - Filters

  private static let filters = [
    onChannels("interleave8") { columns, _, work, _ in
      ck_interleave8(columns, 8, frames, pad, work)
    },
    onChannels("separate8") { columns, data, _, _ in
      var removed = [Float](repeating: 0, count: 8)
      let written = (0..<8).map { UnsafeMutablePointer(mutating: columns[$0]) }
      ck_separate8(data, 8, frames, pad, written, &removed)
    },
    onChannels("filter8") { _, _, work, filter in
      var filter = filter
      ck_filter8(work, frames + 2 * pad, &filter)
    },
    onChannels("residuals8", times: Int(CK_FILTERS)) { _, data, work, filter in
      var filters = Array(repeating: filter, count: Int(CK_FILTERS))
      var sums = Array(repeating: 0.0, count: filters.count)
      ck_residuals8(data, work, frames, pad, &filters, &sums)
      precondition(sums.allSatisfy { $0 > 0 })
    },
  ]

  /// A second of 30 frames is laid on at each end.
  private static let pad = 30

  private typealias Channels = UnsafeMutablePointer<Double>

  private static func onChannels(
    _ name: String, times: Int = 1,
    _ call:
      @escaping @Sendable (
        UnsafeMutablePointer<UnsafePointer<Float>?>, Channels, Channels, ck_biquad
      ) -> Void
  ) -> Benchmark {
    Benchmark(name, times * 8 * frames, "value") {
      let columns = room(8) { Optional(UnsafePointer(column($0))) }
      let data = room(8 * (frames + 2 * pad)) { _ in 0.0 }
      let work = room(times * 8 * (frames + 2 * pad)) { _ in 0.0 }
      ck_interleave8(columns, 8, frames, pad, data)
      // The second-order low-pass of 4 Hz at 30 frames a second.
      let filter = ck_biquad(b0: 0.1871, b1: 0.3742, b2: 0.1871, a1: -0.4629, a2: 0.2113)
      return { call(columns, data, work, filter) }
    }
  }

  // MARK: - Robust statistics

  private static let robust = [
    Benchmark("outliers7", frames, "value") {
      let x = column(0, frames + 6)
      let marks = room(frames) { _ in UInt8(0) }
      return { _ = ck_outliers7(x, 10, marks, frames) }
    },
    Benchmark("select", frames, "value") {
      let (given, values) = (column(), column())
      return {
        values.update(from: given, count: frames)
        _ = ck_select(values, frames, frames / 2)
      }
    },
    Benchmark("ranked", frames, "value") {
      let (values, space) = (column(), column())
      return { _ = ck_ranked(values, frames, frames / 2, frames, space) }
    },
  ]

  /// A column of numbers as coordinates are, not two alike.
  private static func column(_ seed: Int = 0, _ count: Int = frames) -> Column {
    var noise = Noise()
    for _ in 0..<seed { _ = noise.next() }
    return room(count) { _ in noise.next() }
  }
}

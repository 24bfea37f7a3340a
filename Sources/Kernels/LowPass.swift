internal import CKernels

/// A low-pass without delay: a second-order Butterworth run forwards and backwards, so of fourth
/// order in all.
package struct LowPass: Sendable, Equatable {
  /// Hz.
  package let cutoff: Double
  /// Hz.
  package let rate: Double
  private let b0: Double
  private let b2: Double
  private let a1: Double
  private let a2: Double

  /// A filter whose two passes together have their −3 dB point at `cutoff` Hz, for samples at
  /// `rate` Hz. The cut-off is held below 0.45 of the rate.
  ///
  /// Each pass is designed for cutoff / 0.802 (Winter 2009, two passes of second order).
  package init(cutoff: Double, rate: Double) {
    precondition(cutoff > 0 && rate > 0, "a cut-off and a rate above zero")
    self.rate = rate
    let pass = min(cutoff / 0.802, 0.45 * rate)
    self.cutoff = pass * 0.802
    let w = Elementary.tan(.pi * pass / rate)
    let norm = 1 / (1 + 1.4142135623730951 * w + w * w)
    b0 = w * w * norm
    b2 = b0
    a1 = 2 * (w * w - 1) * norm
    a2 = (1 - 1.4142135623730951 * w + w * w) * norm
  }

  /// By how much the filter lowers the standard deviation of white noise.
  ///
  /// From the power under |H|² of a fourth-order zero-lag Butterworth, about 1.05 of the cut-off.
  package var noiseGain: Double { min(1, (2.1 * cutoff / rate).squareRoot()) }

  /// Filters up to eight columns of one length in place. No value may be NaN. Returns for each
  /// column the sum of the absolute changes, added up in the order of its values.
  ///
  /// The ends are continued by one second of the signal turned around its end point, and the
  /// filter starts settled on the first value, so that a still start stays still.
  @discardableResult
  package func apply(_ columns: inout [[Float]]) -> [Float] {
    precondition(columns.count <= 8, "at most eight columns at once")
    var removed = [Float](repeating: 0, count: columns.count)
    guard let count = columns.first?.count, count > 1 else { return removed }
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    let pad = pad(count)
    var biquad = biquad
    Columns.lend(&columns) { columns in
      Interleaved.with(columns, count: count, pad: pad) { data in
        ck_filter8(data, count + 2 * pad, &biquad)
        ck_separate8(data, columns.count, count, pad, columns, &removed)
      }
    }
    return removed
  }

  /// For each of several cut-offs, asked for by index, the root mean square of what its filter takes
  /// away from up to eight columns of one length, over all of them. No value may be NaN.
  ///
  /// `body` may ask in any order and as seldom as it likes: the answers of a few neighboring filters
  /// are made at once, when the first of them is asked for.
  package static func residuals<Result>(
    _ columns: [[Float]], of filters: [LowPass], _ body: ((Int) -> Double) -> Result
  ) -> Result {
    precondition(columns.count <= 8, "at most eight columns at once")
    guard let count = columns.first?.count, count > 1, let first = filters.first else {
      return body { _ in 0 }
    }
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    precondition(filters.allSatisfy { $0.rate == first.rate }, "filters of one rate")
    let pad = first.pad(count)
    let atOnce = Int(CK_FILTERS)
    let values = Double(max(1, columns.count * count))
    var columns = columns
    return Columns.lend(&columns) { columns in
      Interleaved.with(columns, count: count, pad: pad) { data in
        Interleaved.lend(frames: atOnce * (count + 2 * pad)) { room in
          var known = [Double?](repeating: nil, count: filters.count)
          return body { index in
            if let answer = known[index] { return answer }
            let start = index / atOnce * atOnce
            let group = (start..<start + atOnce).map { min($0, filters.count - 1) }
            var biquads = group.map { filters[$0].biquad }
            var sums = [Double](repeating: 0, count: atOnce)
            ck_residuals8(data, room, count, pad, &biquads, &sums)
            for (index, sum) in zip(group, sums) { known[index] = (sum / values).squareRoot() }
            return known[index] ?? .nan
          }
        }
      }
    }
  }

  /// Values that the ends are continued by: a second of them.
  private func pad(_ count: Int) -> Int { min(count - 1, Int(rate.rounded(.up))) }

  private var biquad: ck_biquad { ck_biquad(b0: b0, b1: 2 * b0, b2: b2, a1: a1, a2: a2) }
}

/// Pointers to the values of several columns at once.
private enum Columns {
  static func lend<Result>(
    _ columns: inout [[Float]], _ body: ([UnsafeMutablePointer<Float>?]) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<Float>?] = []
    return columns.withUnsafeMutableBufferPointer { lend($0, &pointers, body) }
  }

  private static func lend<Result>(
    _ columns: UnsafeMutableBufferPointer<[Float]>,
    _ pointers: inout [UnsafeMutablePointer<Float>?],
    _ body: ([UnsafeMutablePointer<Float>?]) -> Result
  ) -> Result {
    guard pointers.count < columns.count else { return body(pointers) }
    return columns[pointers.count].withUnsafeMutableBufferPointer { column in
      pointers.append(column.baseAddress)
      return lend(columns, &pointers, body)
    }
  }
}

/// Eight channels side by side.
private enum Interleaved {
  static func with<Result>(
    _ columns: [UnsafeMutablePointer<Float>?], count: Int, pad: Int,
    _ body: (UnsafeMutablePointer<Double>?) -> Result
  ) -> Result {
    lend(frames: count + 2 * pad) { data in
      let read = columns.map { UnsafePointer($0) }
      ck_interleave8(read, columns.count, count, pad, data)
      return body(data)
    }
  }

  /// Room for eight channels of so many frames, each of which is one line of the cache.
  static func lend<Result>(
    frames: Int, _ body: (UnsafeMutablePointer<Double>?) -> Result
  ) -> Result {
    // A line more than is needed, and in it where a line begins: room that is asked for as aligned
    // leaves holes in the heap, and a batch keeps 6 % more memory.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 8 * (frames + 1)) { room in
      body(room.baseAddress?.alignedUp(toMultipleOf: 64))
    }
  }
}

extension UnsafeMutablePointer<Double> {
  fileprivate func alignedUp(toMultipleOf alignment: Int) -> Self {
    UnsafeMutableRawPointer(self).alignedUp(toMultipleOf: alignment)
      .assumingMemoryBound(to: Double.self)
  }
}

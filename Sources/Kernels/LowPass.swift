internal import CKernels

/// A low-pass without delay: a second-order Butterworth run forwards and backwards, so of fourth
/// order in all.
package struct LowPass: Sendable, Equatable {
  /// Hz.
  package let cutoff: Double
  /// Hz.
  package let rate: Double
  private let b0: Double
  private let b1: Double
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
    b1 = 2 * b0
    b2 = b0
    a1 = 2 * (w * w - 1) * norm
    a2 = (1 - 1.4142135623730951 * w + w * w) * norm
  }

  /// By how much the filter lowers the standard deviation of white noise.
  ///
  /// From the power under |H|² of a fourth-order zero-lag Butterworth, about 1.05 of the cut-off.
  package var noiseGain: Double { min(1, (2.1 * cutoff / rate).squareRoot()) }

  /// Filters up to eight columns of one length in place. No value may be NaN.
  ///
  /// The ends are continued by one second of the signal turned around its end point, and the
  /// filter starts settled on the first value, so that a still start stays still.
  package func apply(_ columns: inout [[Float]]) {
    precondition(columns.count <= 8, "at most eight columns at once")
    guard let count = columns.first?.count, count > 1 else { return }
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    let pad = min(count - 1, Int(rate.rounded(.up)))
    let total = count + 2 * pad
    var data = [Double](repeating: 0, count: total * 8)
    for (channel, column) in columns.enumerated() {
      let first = 2 * Double(column[0])
      let last = 2 * Double(column[count - 1])
      for i in 0..<pad { data[8 * i + channel] = first - Double(column[pad - i]) }
      for i in 0..<count { data[8 * (pad + i) + channel] = Double(column[i]) }
      for i in 0..<pad {
        data[8 * (pad + count + i) + channel] = last - Double(column[count - 2 - i])
      }
    }
    var state = settled(on: data, frame: 0)
    ck_biquad8(&data, total, b0, b1, b2, a1, a2, &state)
    state = settled(on: data, frame: total - 1)
    ck_biquad8_backward(&data, total, b0, b1, b2, a1, a2, &state)
    for channel in columns.indices {
      for i in 0..<count { columns[channel][i] = Float(data[8 * (pad + i) + channel]) }
    }
  }

  /// The filter's memory after it has seen the value at `frame` forever.
  private func settled(on data: [Double], frame: Int) -> [Double] {
    var state = [Double](repeating: 0, count: 16)
    for channel in 0..<8 {
      let x = data[8 * frame + channel]
      state[channel] = (1 - b0) * x
      state[8 + channel] = (b2 - a2) * x
    }
    return state
  }
}

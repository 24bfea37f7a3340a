import Kernels

/// Order statistics over columns with missing values.
enum Statistics {
  /// The value below which `share` of the finite values lie; nil where there is none.
  /// Of two neighbors the lower is taken. O(n) on average.
  static func quantile(_ values: some Sequence<Float>, _ share: Double) -> Float? {
    var finite = values.filter(\.isFinite)
    guard let last = finite.indices.last else { return nil }
    return Robust.select(&finite, rank: min(last, max(0, Int(share * Double(last)))))
  }

  static func median(_ values: some Sequence<Float>) -> Float? { quantile(values, 0.5) }

  static func median(_ values: some Sequence<Double>) -> Double? {
    let sorted = values.filter(\.isFinite).sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }
}

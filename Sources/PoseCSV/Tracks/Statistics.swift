import Kernels

/// Order statistics over columns with missing values.
enum Statistics {
  /// The value below which `share` of the values lie that are not missing; nil where there is none.
  /// Of two neighbors the lower is taken. O(n) on average.
  static func quantile(_ values: [Float], _ share: Double) -> Float? {
    Robust.value(of: values) { rank(share, of: $0) }
  }

  /// Where the value of a share stands among so many sorted ones; at least one.
  static func rank(_ share: Double, of count: Int) -> Int {
    min(count - 1, max(0, Int(share * Double(count - 1))))
  }

  static func median(_ values: [Float]) -> Float? { quantile(values, 0.5) }

  /// The middle one of the finite values, of two the upper.
  static func median(_ values: [Double]) -> Double? {
    var finite = values.filter(\.isFinite)
    return finite.isEmpty ? nil : Robust.select(&finite, rank: finite.count / 2)
  }
}

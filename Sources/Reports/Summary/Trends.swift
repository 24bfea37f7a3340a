internal import Faults

/// What is followed from set to set: the median over the complete reps of a few measures.
package struct Trends: Sendable, Equatable {
  package enum Kind: Int, Sendable, CaseIterable {
    case depth, lean, knees, descent

    var measure: MeasureID {
      switch self {
      case .depth: .thighElevation
      case .lean: .trunkInclination
      case .knees: .kneeSeparation
      case .descent: .descent
      }
    }

    /// The mistake whose limit applies to the measure; nil where its limit is another quantity's.
    var fault: FaultID? {
      switch self {
      case .depth: .insufficientDepth
      case .descent: .fastDescent
      case .lean, .knees: nil
      }
    }
  }

  /// One measure; NaN where it was not taken.
  package struct Point: Sendable, Equatable {
    package var value = Float.nan
    /// Of one rep.
    package var sd = Float.nan
    package var limit = Float.nan

    package init(value: Float = .nan, sd: Float = .nan, limit: Float = .nan) {
      self.value = value
      self.sd = sd
      self.limit = limit
    }
  }

  private var depth = Point()
  private var lean = Point()
  private var knees = Point()
  private var descent = Point()

  package subscript(kind: Kind) -> Point {
    get {
      switch kind {
      case .depth: depth
      case .lean: lean
      case .knees: knees
      case .descent: descent
      }
    }
    set {
      switch kind {
      case .depth: depth = newValue
      case .lean: lean = newValue
      case .knees: knees = newValue
      case .descent: descent = newValue
      }
    }
  }

  init(_ report: RecordingReport) {
    for kind in Kind.allCases { self[kind] = Self.point(kind, report) }
  }

  /// From numbers as the results write them, so that results read again give the same.
  private static func point(_ kind: Kind, _ report: RecordingReport) -> Point {
    let name = kind.measure.name
    let decimals = Precision.decimals(measure: name)
    let measures = report.reps.filter(\.complete).compactMap { rep in
      rep.measures.first { $0.name == name && $0.value.isFinite }
    }
    let limit = kind.fault.flatMap { fault in
      report.reps.lazy.compactMap { $0.finding(fault)?.limit }.first { $0.isFinite }
    }
    return Point(
      value: median(measures.map { Precision.rounded($0.value, decimals: decimals) }),
      sd: median(measures.map { Precision.rounded($0.sd, decimals: decimals) }),
      limit: limit ?? .nan)
  }

  private static func median(_ values: [Double]) -> Float {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return Float((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
  }
}

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
      case .descent: .lowering
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
    self.init(Samples(report.reps))
  }

  private init(_ samples: Samples) {
    for kind in Kind.allCases {
      let place = kind.rawValue
      self[kind] = Point(
        value: Self.median(samples.values[place]), sd: Self.median(samples.sds[place]),
        limit: samples.limits[place] ?? .nan)
    }
  }

  /// What trends are made from, rep by rep.
  package struct Samples: Sendable {
    fileprivate var values = [[Double]](repeating: [], count: Kind.allCases.count)
    fileprivate var sds = [[Double]](repeating: [], count: Kind.allCases.count)
    fileprivate var limits = [Float?](repeating: nil, count: Kind.allCases.count)

    package init(_ reps: [RepReport] = []) { add(reps) }

    /// From numbers as the results write them, so that results read again give the same.
    package mutating func add(_ reps: [RepReport]) {
      for kind in Kind.allCases {
        let place = kind.rawValue
        let name = kind.measure.name
        let decimals = Precision.decimals(measure: name)
        for rep in reps where rep.complete {
          guard let measure = rep.measures.first(where: { $0.name == name && $0.value.isFinite })
          else { continue }
          values[place].append(Precision.rounded(measure.value, decimals: decimals))
          sds[place].append(Precision.rounded(measure.sd, decimals: decimals))
        }
        if limits[place] == nil, let fault = kind.fault {
          limits[place] = reps.lazy.compactMap { $0.finding(fault)?.limit }.first { $0.isFinite }
        }
      }
    }

    package var trends: Trends { Trends(self) }
  }

  private static func median(_ values: [Double]) -> Float {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return Float((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
  }
}

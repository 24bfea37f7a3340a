import Faults

/// The limit on which judgements turned: which of a mistake's limits, and where it lay.
///
/// Results hold the limit's value and unit, not its name. The name is that of the mistake's only
/// limit in this unit, or of the only one that lies there for some style of squat.
struct JudgedLimit: Hashable {
  var fault: FaultID
  var name: String
  /// Where the mild limit lay.
  var mild: Double

  /// Nil where the name cannot be told.
  init?(_ finding: ResultLine.Finding) {
    guard let mild = finding.limit, let unit = finding.unit else { return nil }
    let sets = Limits()[finding.fault].filter { $0.unit.rawValue == unit }
    let there = sets.filter { set in
      Style.allCases.contains { Self.lies($0, finding.fault, set, at: mild) }
    }
    let candidates = sets.count == 1 ? sets : there
    guard candidates.count == 1, let set = candidates.first else { return nil }
    self.init(fault: finding.fault, name: set.name, mild: mild)
  }

  init(fault: FaultID, name: String, mild: Double) {
    (self.fault, self.name, self.mild) = (fault, name, mild)
  }

  /// The limits of this name by default.
  var usual: LimitSet { Limits()[fault, name] }

  /// The styles of squat whose limit lies here.
  var styles: [Style] {
    Style.allCases.filter { Self.lies($0, fault, usual, at: mild) }
  }

  private static func lies(
    _ style: Style, _ fault: FaultID, _ set: LimitSet, at mild: Double
  ) -> Bool {
    let distance = Double(Limits(style: style)[fault, set.name].mild) - mild
    return abs(distance) < rounding(set.unit)
  }

  /// More than half of the last decimal that results are written with.
  private static func rounding(_ unit: Unit) -> Double {
    unit == .degrees || unit == .percent ? 0.06 : 0.0006
  }
}

package import Faults
internal import Pose
package import Reports

/// Sets that are taken together: those of one athlete in a folder, or on a date.
package struct Group: Sendable {
  /// What it is called where it is shown.
  package var name: String
  package var reports: [RecordingReport]

  package init(name: String, reports: [RecordingReport]) {
    self.name = name
    self.reports = reports.filter { $0.status != .rejected }
  }

  package var completeReps: Int { reports.reduce(0) { $0 + $1.completeReps } }
  package var goodReps: Int { reports.reduce(0) { $0 + $1.goodReps } }

  /// Of the complete reps, in order.
  package func findings(_ fault: FaultID) -> [Finding] {
    reports.flatMap(\.reps).filter(\.complete).compactMap { $0.finding(fault) }
  }

  /// Every measure that was taken of a complete rep, by its name.
  package var measures: [String: Estimate] {
    var values: [String: [(value: Double, sd: Double)]] = [:]
    for rep in reports.flatMap(\.reps) where rep.complete {
      for measure in rep.measures where !measure.value.isNaN {
        values[measure.name, default: []].append((measure.value, measure.sd))
      }
    }
    return values.compactMapValues { Estimate($0) }
  }

  /// The mistakes that its sets show, by the number of reps.
  package var mistakes: [(fault: FaultID, present: Int, judged: Int)] {
    let shown = Set(
      reports.flatMap(\.setFindings).filter { $0.status == .present }.map(\.fault.rawValue))
    return FaultRegistry.all.map(\.id).filter { shown.contains($0.rawValue) }.map { fault in
      let judged = findings(fault).filter { $0.status != .notObservable }
      return (fault, judged.count { $0.status == .present }, judged.count)
    }.sorted { $0.present > $1.present }
  }
}

extension [RecordingReport] {
  /// The athletes they name, each once, in the order of their bytes; nil for the sets without one.
  package var athletes: [String?] {
    let named = Set(compactMap { $0.metadata.athlete.map(Bytes.init) }).map(\.text)
    let sorted = named.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.map { $0 } + (contains { $0.metadata.athlete == nil } ? [nil] : [])
  }

  package func of(_ athlete: String?) -> [RecordingReport] {
    filter { $0.metadata.athlete.map(Bytes.init) == athlete.map(Bytes.init) }
  }
}

/// A text that is only equal to one of the same bytes.
private struct Bytes: Hashable {
  var text: String

  init(_ text: String) { self.text = text }

  static func == (a: Bytes, b: Bytes) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
  func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
}

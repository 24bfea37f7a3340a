import Faults

/// A label beside what the program said of the same mistake in the same rep or set.
struct Pair: Sendable {
  var fault: FaultID
  /// The number of the recording; labels of one recording depend on each other.
  var recording: Int
  /// Nil for a whole set.
  var rep: Int?
  var isPresent: Bool
  var finding: ResultLine.Finding
}

/// A row of labels that has no result, and why.
package struct UnmatchedLabel: Sendable, Equatable {
  package var line: Int
  package var reason: String
}

/// Labels and results, brought together.
struct Pairing: Sendable {
  private(set) var pairs: [Pair] = []
  /// In the order of the table, a row once.
  private(set) var unmatched: [UnmatchedLabel] = []
  /// Recordings without any label, and reps left out of recordings labeled rep by rep.
  private(set) var unlabeled: [String] = []

  private struct Key: Hashable {
    var line: Int
    var rep: Int?
    var fault: FaultID
  }

  private enum Place {
    case line(Int)
    case nowhere(String)
  }

  init(_ labels: [Label], _ results: ResultsTable) {
    let lines = results.lines
    let byRecording = Dictionary(grouping: lines.indices) { lines[$0].recording }
    let matcher = RecordingMatcher(byRecording.keys.sorted())
    let numbers = byRecording.mapValues { $0[0] }
    var seen: [Key: Int] = [:]
    var labeled: [Int: Set<Int?>] = [:]
    for label in labels {
      let place: Int
      switch Self.place(of: label, matcher, byRecording, lines) {
      case .line(let line): place = line
      case .nowhere(let reason):
        miss(label, reason)
        continue
      }
      let key = Key(line: place, rep: label.rep, fault: label.fault)
      if let first = seen.updateValue(label.line, forKey: key) {
        seen[key] = first
        miss(label, "'\(label.fault.rawValue)' of the same rep or set is labeled in line \(first)")
        continue
      }
      let line = lines[place]
      switch Self.finding(label, in: line) {
      case .success(let finding):
        labeled[place, default: []].insert(label.rep)
        pairs.append(
          Pair(
            fault: label.fault, recording: numbers[line.recording] ?? place, rep: label.rep,
            isPresent: label.isPresent, finding: finding))
      case .failure(let missing): miss(label, missing.reason)
      }
    }
    unlabeled = lines.indices.compactMap { Self.unlabeled(lines[$0], labeled[$0]) }
  }

  private mutating func miss(_ label: Label, _ reason: String) {
    if let last = unmatched.last, last.line == label.line, last.reason == reason { return }
    unmatched.append(UnmatchedLabel(line: label.line, reason: reason))
  }

  // MARK: - Finding the result

  private struct Missing: Error { var reason: String }

  private static func place(
    of label: Label, _ matcher: RecordingMatcher, _ byRecording: [String: [Int]],
    _ lines: [ResultLine]
  ) -> Place {
    let recording: String
    switch matcher.find(label.recording) {
    case .one(let name): recording = name
    case .none: return .nowhere("no result is called '\(label.recording)'")
    case .several(let names):
      return .nowhere("'\(label.recording)' may be \(Wording.list(names, joinedBy: "or"))")
    }
    let people = byRecording[recording] ?? []
    guard let person = label.person else {
      if people.count == 1 { return .line(people[0]) }
      return .nowhere("'\(recording)' shows \(people.count) people; a column 'person' tells which")
    }
    let found = people.first { lines[$0].person == person }
    return found.map { .line($0) } ?? .nowhere("'\(recording)' has no person '\(person)'")
  }

  private static func finding(
    _ label: Label, in line: ResultLine
  ) -> Result<ResultLine.Finding, Missing> {
    let findings: [ResultLine.Finding]
    if let index = label.rep {
      guard let rep = line.reps.first(where: { $0.index == index }) else {
        let why = line.error == nil ? "" : ": it was rejected"
        return .failure(Missing(reason: "'\(line.recording)' has no rep \(index)\(why)"))
      }
      guard rep.complete else {
        return .failure(
          Missing(reason: "rep \(index) of '\(line.recording)' is cut off by the recording"))
      }
      findings = rep.findings
    } else {
      findings = line.setFindings
    }
    guard let finding = findings.first(where: { $0.fault == label.fault }) else {
      let reason = "the results of '\(line.recording)' do not judge '\(label.fault.rawValue)'"
      return .failure(Missing(reason: reason))
    }
    return .success(finding)
  }

  private static func unlabeled(_ line: ResultLine, _ labeled: Set<Int?>?) -> String? {
    guard let labeled else { return line.recording }
    if labeled.contains(nil) { return nil }
    let reps = line.reps.filter { $0.complete && !labeled.contains($0.index) }.map(\.index)
    return reps.isEmpty ? nil : "\(line.recording), \(Wording.reps(reps))"
  }
}

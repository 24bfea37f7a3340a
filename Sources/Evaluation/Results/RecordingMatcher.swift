/// Finds the recording that a label names by its whole path or by an end of it.
struct RecordingMatcher {
  enum Match: Equatable {
    case one(String)
    case none
    case several([String])
  }

  private let exact: Set<String>
  private var byLastName: [Substring: [String]] = [:]

  /// `recordings` are paths, each once.
  init(_ recordings: [String]) {
    exact = Set(recordings)
    for recording in recordings {
      guard let last = Self.components(recording).last else { continue }
      byLastName[last, default: []].append(recording)
    }
  }

  /// The recording of exactly this path; else the only one that shares all folders of the shorter
  /// of the two paths: `set1.csv` and `videos/monday/set1.csv` both find `monday/set1.csv`.
  func find(_ path: String) -> Match {
    if exact.contains(path) { return .one(path) }
    let wanted = Self.components(path)
    let found = (wanted.last.flatMap { byLastName[$0] } ?? []).filter { recording in
      zip(wanted.reversed(), Self.components(recording).reversed()).allSatisfy { $0 == $1 }
    }
    return found.count > 1 ? .several(found) : found.first.map { .one($0) } ?? .none
  }

  private static func components(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }
}

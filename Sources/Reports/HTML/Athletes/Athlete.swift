internal import Faults
internal import Pose

/// An athlete's sets of a run.
struct Athlete {
  let name: String
  /// By date, then by name.
  let sets: [SetSummary]

  /// The athletes that the sets name, in the order of their names.
  static func all(_ sets: [SetSummary]) -> [Athlete] {
    var named: [String: [SetSummary]] = [:]
    for set in sets {
      if let name = set.metadata.athlete, !name.isEmpty { named[name, default: []].append(set) }
    }
    return named.map { name, sets in
      Athlete(
        name: name,
        sets: sets.sorted { a, b in
          let (x, y) = (a.metadata.date ?? "", b.metadata.date ?? "")
          if x != y { return x < y }
          if a.recording == b.recording { return a.person < b.person }
          return a.recording.utf8.lexicographicallyPrecedes(b.recording.utf8)
        })
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Its page within the output folder: the readable part of the name and, since that may not be
  /// all of it, eight digits of the name's SHA-256.
  static func page(_ name: String) -> String { "athletes/\(file(name)).html" }

  static func file(_ name: String) -> String {
    var readable = ""
    for byte in name.utf8 where readable.utf8.count < 40 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        readable.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        readable.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      default: if !readable.isEmpty, !readable.hasSuffix("-") { readable += "-" }
      }
    }
    if !readable.hasSuffix("-"), !readable.isEmpty { readable += "-" }
    var digits = ByteSink()
    for byte in SHA256.digest(Array(name.utf8)).prefix(4) {
      digits.append(hexadecimal: UInt32(byte), digits: 2)
    }
    return readable + String(decoding: digits.bytes, as: UTF8.self)
  }

  var completeReps: Int { sets.reduce(0) { $0 + $1.completeReps } }
  var goodReps: Int { sets.reduce(0) { $0 + $1.goodReps } }

  /// What the sets' own advice comes to: the gravest first, then what most sets show; at most
  /// three things, each with the number of its sets.
  var work: [(fault: FaultID, severity: Severity, sets: Int)] {
    var work: [(fault: FaultID, severity: Severity, sets: Int)] = []
    for item in sets.flatMap(\.advice) {
      if let place = work.firstIndex(where: { $0.fault == item.fault }) {
        work[place].severity = max(work[place].severity, item.severity)
        work[place].sets += 1
      } else {
        work.append((item.fault, item.severity, 1))
      }
    }
    let ranked = work.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.severity != y.severity { return x.severity > y.severity }
      return x.sets == y.sets ? a.offset < b.offset : x.sets > y.sets
    }
    return ranked.prefix(Advice.most).map(\.element)
  }
}

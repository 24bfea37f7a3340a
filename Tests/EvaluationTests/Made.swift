import Evaluation

/// Results and labels made for a test.
enum Made {
  /// One rep of a recording as a line of results judges it.
  struct Rep {
    var status: String
    var value: Double?
    var limit = 0.9
  }

  /// A line of `results.ndjson` whose reps are judged for one mistake.
  static func line(
    _ recording: String, person: String = "0", fault: String = "knee_cave", unit: String = "ratio",
    set: String = "absent", reps: [Rep]
  ) -> String {
    let texts = reps.enumerated().map { index, rep in
      let value = rep.value.map { "\($0)" } ?? "null"
      return """
        {"index":\(index + 1),"complete":true,"findings":[{"fault":"\(fault)","status":\
        "\(rep.status)","value":\(value),"limit":\(rep.value == nil ? "null" : "\(rep.limit)"),\
        "unit":"\(unit)"}]}
        """
    }
    return """
      {"recording":"\(recording)","person":"\(person)","status":"ok","error":null,"reps":\
      [\(texts.joined(separator: ","))],"set_findings":[{"fault":"\(fault)","status":"\(set)",\
      "reps":[]}]}
      """
  }

  static func results(_ lines: String...) throws -> ResultsTable { try results(lines) }

  static func results(_ lines: [String]) throws -> ResultsTable {
    try ResultsTable(
      ndjson: Array(lines.map { $0 + "\n" }.joined().utf8), file: "results.ndjson")
  }

  static func labels(_ text: String) throws -> LabelTable {
    try LabelTable(Array(text.utf8), file: "labels.csv")
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

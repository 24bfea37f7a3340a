/// The rows of one report in `reps.csv` and `findings.csv`, written for programs.
package enum TableRows {
  /// A line such as {"reps":412,"findings":5321} with the bytes that follow, and the rows of the
  /// one table and of the other, without headers.
  package static func render(_ report: RecordingReport) -> [UInt8] {
    var reps = CSVWriter(for: .program)
    RepsTable.write(report, to: &reps)
    var findings = CSVWriter(for: .program)
    FindingsTable.write(report, to: &findings)
    var sizes = JSONWriter()
    sizes.object { json in
      json.field("reps", reps.bytes.count)
      json.field("findings", findings.bytes.count)
    }
    sizes.endLine()
    return sizes.bytes + reps.bytes + findings.bytes
  }
}

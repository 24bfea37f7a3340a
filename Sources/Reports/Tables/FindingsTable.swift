internal import Faults
internal import Pose

/// `findings.csv`: a row a finding, also of what was absent or could not be judged; the findings
/// of a set follow those of its reps, with no rep.
package enum FindingsTable {
  package static let columns: [String] = [
    "recording", "person", "athlete", "date", "set", "rep", "fault", "status", "severity",
    "confidence", "value", "sd", "limit", "unit", "frame", "time_s", "reps", "reason",
  ]

  package static func writeHeader(to csv: inout CSVWriter) { csv.header(columns) }

  package static func write(_ report: RecordingReport, to csv: inout CSVWriter) {
    var identity = CSVWriter(for: csv.reader)
    identity.identify(report)
    for rep in report.reps {
      for finding in rep.findings {
        let decimals = Precision.decimals(unit: finding.unit)
        csv.cells(identity)
        csv.number(rep.index)
        csv.text(finding.fault.rawValue)
        csv.text(finding.status.rawValue)
        csv.text(finding.severity?.rawValue)
        csv.number(Double(finding.confidence), decimals: Precision.confidence)
        csv.number(Double(finding.value), decimals: decimals)
        csv.number(Double(finding.sd), decimals: decimals)
        csv.number(Double(finding.limit), decimals: decimals)
        csv.text(finding.unit)
        csv.number(finding.frame)
        csv.number(
          finding.frame.flatMap { report.seconds(ofFrame: $0) }, decimals: Precision.seconds)
        csv.empty()
        csv.text(finding.reason)
        csv.endRow()
      }
    }
    for finding in report.setFindings {
      csv.cells(identity)
      csv.empty()
      csv.text(finding.fault.rawValue)
      csv.text(finding.status.rawValue)
      csv.text(finding.severity?.rawValue)
      for _ in 0..<7 { csv.empty() }
      csv.text(finding.reps.map(String.init).joined(separator: " "))
      csv.text(finding.reason)
      csv.endRow()
    }
  }
}

extension CSVWriter {
  /// The cells by which every table tells a recording.
  mutating func identify(_ report: RecordingReport) {
    text(report.recording)
    text(report.person)
    text(report.metadata.athlete)
    text(report.metadata.date)
    text(report.metadata.set)
  }
}

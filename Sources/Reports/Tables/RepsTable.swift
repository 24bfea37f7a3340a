internal import Faults
internal import Pose

/// `reps.csv`: a row a rep.
package enum RepsTable {
  package static let columns: [String] =
    [
      "recording", "person", "athlete", "date", "set", "load_kg", "rep", "complete", "start_frame",
      "bottom_frame", "end_frame", "start_s", "bottom_s", "end_s", "good", "present", "borderline",
    ] + MeasureCatalog.names.flatMap { [$0, MeasureCatalog.deviationName($0)] }

  package static func writeHeader(to csv: inout CSVWriter) { csv.header(columns) }

  package static func write(_ report: RecordingReport, to csv: inout CSVWriter) {
    for rep in report.reps {
      csv.identify(report)
      csv.number(report.metadata.loadKilograms, decimals: 3)
      csv.number(rep.index)
      csv.text(rep.complete ? "yes" : "no")
      csv.number(rep.startFrame)
      csv.number(rep.bottomFrame)
      csv.number(rep.endFrame)
      csv.number(rep.startSeconds, decimals: Precision.seconds)
      csv.number(rep.bottomSeconds, decimals: Precision.seconds)
      csv.number(rep.endSeconds, decimals: Precision.seconds)
      csv.text(rep.isGood ? "yes" : "no")
      csv.text(names(rep.findings, .present))
      csv.text(names(rep.findings, .borderline))
      for (place, name) in MeasureCatalog.names.enumerated() {
        let decimals = MeasureCatalog.decimals[place]
        // A rep's measures stand in this order, as a rule.
        let isInPlace = place < rep.measures.count && rep.measures[place].name == name
        let measure = isInPlace ? rep.measures[place] : rep.measures.first { $0.name == name }
        csv.number(measure?.value, decimals: decimals)
        csv.number(measure?.sd, decimals: decimals)
      }
      csv.endRow()
    }
  }

  private static func names(_ findings: [Finding], _ status: Status) -> String {
    findings.faults(status).map(\.rawValue).joined(separator: " ")
  }
}

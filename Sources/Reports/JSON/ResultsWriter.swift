internal import Faults
internal import Kinematics
internal import Pose
internal import Reps

/// `results.ndjson`: a line a recording and person.
package enum ResultsWriter {
  /// Appends the line of one report. `anglesFile` is the path of its table of frames within the
  /// output folder, when one was written; `page` that of its page, a member only where there is
  /// one.
  package static func write(
    _ report: RecordingReport, anglesFile: String? = nil, page: String? = nil,
    to json: inout JSONWriter
  ) {
    write(report, anglesFile: anglesFile, page: page, to: &json) { json in
      json.array("reps", report.reps) { json, rep in writeRep(rep, to: &json) }
    }
  }

  /// Appends the line of one report, which says of a rep its index and whether it is complete.
  package static func writeBriefly(_ report: RecordingReport, to json: inout JSONWriter) {
    write(report, anglesFile: nil, page: nil, to: &json) { json in
      json.array("reps", report.reps) { json, rep in
        json.object { json in
          json.field("index", rep.index)
          json.field("complete", rep.complete)
        }
      }
    }
  }

  /// Appends the objects of reps, with a comma before each but the first of the recording.
  package static func write(reps: [RepReport], following: Bool, to json: inout JSONWriter) {
    for (place, rep) in reps.enumerated() {
      if following || place > 0 { json.separate() }
      writeRep(rep, to: &json)
    }
  }

  /// The line of a report whose reps are written elsewhere: what stands before and behind them.
  package static func around(
    _ report: RecordingReport
  ) -> (before: [UInt8], behind: [UInt8]) {
    var json = JSONWriter()
    var place = 0
    write(report, anglesFile: nil, page: nil, to: &json) { json in
      json.array("reps", [] as [RepReport]) { _, _ in }
      place = json.bytes.count - 1
    }
    return (Array(json.bytes[..<place]), Array(json.bytes[place...]))
  }

  private static func write(
    _ report: RecordingReport, anglesFile: String?, page: String?, to json: inout JSONWriter,
    reps writeReps: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.field("recording", report.recording)
      json.field("person", report.person)
      json.field("status", report.status.rawValue)
      json.field("error", report.error)
      writeMetadata(report.metadata, to: &json)
      writeSource(report, to: &json)
      writeView(report, to: &json)
      json.object("frames") { json in
        json.field("read", report.accounts.read)
        json.field("used", report.accounts.used)
        json.field("filled", report.accounts.filled)
        json.field("rejected", report.accounts.rejected)
        json.field("blank", report.accounts.blank)
        json.field("lost", report.accounts.lost)
      }
      json.array("warnings", report.warnings) { json, warning in
        json.object { json in
          json.field("code", warning.code.rawValue)
          json.field("message", warning.message)
          json.field("frame", warning.frame)
        }
      }
      writeReps(&json)
      json.array("set_findings", report.setFindings) { json, finding in
        json.object { json in
          json.field("fault", finding.fault.rawValue)
          json.field("status", finding.status.rawValue)
          json.field("severity", finding.severity?.rawValue)
          json.field("reason", finding.reason)
          json.array("reps", finding.reps) { json, rep in json.element(rep) }
        }
      }
      json.array("advice", report.advice) { json, advice in json.element(advice.fault.rawValue) }
      json.array("assessment", report.assessment?.criteria ?? []) { json, criterion in
        json.object { json in
          json.field("criterion", criterion.name)
          json.field("result", criterion.result.rawValue)
          json.field("reason", criterion.reason)
        }
      }
      json.array("other_movements", report.others) { json, movement in
        json.object { json in
          json.field("start_frame", movement.start)
          json.field("end_frame", movement.end)
          json.field("what", movement.what)
        }
      }
      json.field("angles_file", anglesFile)
      if let page { json.field("page", page) }
    }
    json.endLine()
  }

  private static func writeMetadata(_ metadata: Metadata, to json: inout JSONWriter) {
    json.field("athlete", metadata.athlete)
    json.field("date", metadata.date)
    json.field("set", metadata.set)
    json.field("load_kg", metadata.loadKilograms, decimals: 3)
    json.field("style", metadata.style)
  }

  private static func writeSource(_ report: RecordingReport, to json: inout JSONWriter) {
    let isKnown = report.status != .rejected
    json.field("layout", isKnown ? report.layout : nil)
    json.field("dimensions", isKnown ? report.dimensions : nil)
    json.field("units", isKnown ? report.units : nil)
    json.field("fps", isKnown ? report.fps : nil, decimals: 3)
    json.field("fps_source", isKnown ? report.fpsSource : nil)
  }

  private static func writeView(_ report: RecordingReport, to json: inout JSONWriter) {
    guard let view = report.view else { return json.field("view", nil as String?) }
    json.object("view") { json in
      json.field("kind", view.kind.rawValue)
      json.field("facing", view.facing.rawValue)
      json.field("yaw_deg", Double(view.yaw), decimals: 1)
      json.field("yaw_sd_deg", Double(view.yawSD), decimals: 1)
      json.field("given", view.given)
    }
  }

  private static func writeRep(_ rep: RepReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("index", rep.index)
      json.field("complete", rep.complete)
      json.field("start_frame", rep.startFrame)
      json.field("bottom_frame", rep.bottomFrame)
      json.field("end_frame", rep.endFrame)
      json.field("start_s", rep.startSeconds, decimals: Precision.seconds)
      json.field("bottom_s", rep.bottomSeconds, decimals: Precision.seconds)
      json.field("end_s", rep.endSeconds, decimals: Precision.seconds)
      json.object("measures") { json in
        for (place, measure) in rep.measures.enumerated() {
          // Measures stand in the catalog's order, as a rule.
          let isInPlace =
            place < MeasureCatalog.names.count && MeasureCatalog.names[place] == measure.name
          let decimals =
            isInPlace
            ? MeasureCatalog.decimals[place] : Precision.decimals(measure: measure.name)
          json.object(named: measure.name) { json in
            json.field("value", measure.value, decimals: decimals)
            json.field("sd", measure.sd, decimals: decimals)
          }
        }
      }
      json.array("findings", rep.findings) { json, finding in writeFinding(finding, to: &json) }
    }
  }

  private static func writeFinding(_ finding: Finding, to json: inout JSONWriter) {
    let decimals = Precision.decimals(unit: finding.unit)
    json.object { json in
      json.field("fault", finding.fault.rawValue)
      json.field("status", finding.status.rawValue)
      json.field("severity", finding.severity?.rawValue)
      json.field("confidence", Double(finding.confidence), decimals: Precision.confidence)
      json.field("value", Double(finding.value), decimals: decimals)
      json.field("sd", Double(finding.sd), decimals: decimals)
      json.field("limit", Double(finding.limit), decimals: decimals)
      json.field("unit", finding.unit)
      json.field("frame", finding.frame)
      json.field("reason", finding.reason)
    }
  }
}

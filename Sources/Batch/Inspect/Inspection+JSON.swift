package import Reports
internal import Faults
internal import Kinematics
internal import Pose
internal import PoseCSV

extension Inspection {
  /// A line for machines.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("recording", name)
      json.field("error", failure)
      if let description {
        json.field("layout", description.layout)
        json.field("form", description.form)
        json.field("encoding", description.encoding)
        json.field("delimiter", description.delimiter)
        json.field("decimal_mark", description.decimalMark)
        json.field("columns", description.columns)
        json.field("rows", description.rows)
        if isBeginning { json.field("only_beginning", true) }
        json.field("dimensions", description.dimensions)
        json.field("units", description.units)
        json.field("units_reason", description.unitsReason)
        json.field("up", description.axes)
        json.field("fps", description.fps, decimals: 3)
        json.field("fps_source", description.fpsSource)
        json.array("joints", description.joints) { $0.element($1.words) }
        json.array("missing", description.missing) { $0.element($1.words) }
        json.array("unknown_names", description.unknownNames) { $0.element($1) }
        json.array("suggestions", description.suggestions) { $0.element($1) }
        json.array("passed_over", passedOver) { json, person in
          json.object { json in
            json.field("person", person.person)
            json.field("reason", person.reason)
          }
        }
        json.array("people", people) { json, person in write(person, to: &json) }
      }
    }
    json.endLine()
  }

  private func write(_ person: RecordingReport, to json: inout JSONWriter) {
    json.object { json in
      json.field("person", person.person)
      json.field("error", person.error)
      json.field("view", person.view?.kind.rawValue)
      json.field("facing", person.view?.facing.rawValue)
      json.field("yaw_deg", person.view.map { Double($0.yaw) }, decimals: 1)
      json.field("yaw_sd_deg", person.view.map { Double($0.yawSD) }, decimals: 1)
      json.object("rows") { json in
        json.field("read", person.accounts.read)
        json.field("used", person.accounts.used)
        json.field("rejected", person.accounts.rejected)
        json.field("blank", person.accounts.blank)
        json.field("filled", person.accounts.filled)
        json.field("lost", person.accounts.lost)
      }
      json.array("warnings", person.warnings) { json, warning in json.element(warning.message) }
      json.array("faults", person.setFindings) { json, finding in
        let isObservable = finding.status != .notObservable
        json.object { json in
          json.field("fault", finding.fault.rawValue)
          json.field("observable", isObservable)
          json.field("reason", isObservable ? nil : finding.reason)
        }
      }
    }
  }
}

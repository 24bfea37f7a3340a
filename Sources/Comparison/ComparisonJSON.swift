internal import Faults
internal import Reports

/// Comparisons and histories for machines, a line each.
package enum ComparisonJSON {
  package static func render(_ comparison: Comparison, of athlete: String?) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("athlete", athlete)
      json.object("first") { json in write(comparison.first, to: &json) }
      json.object("second") { json in write(comparison.second, to: &json) }
      json.array("faults", comparison.faults) { json, change in
        json.object { json in
          let decimals = Precision.decimals(unit: change.unit)
          json.field("fault", change.fault.rawValue)
          json.field("verdict", change.verdict.rawValue)
          json.field("reason", change.reason)
          json.field("quantity", change.quantity.isEmpty ? nil : change.quantity)
          json.field("unit", change.unit.isEmpty ? nil : change.unit)
          json.object("first") { json in write(change.first, decimals, to: &json) }
          json.object("second") { json in write(change.second, decimals, to: &json) }
          write(change.difference, decimals, to: &json)
        }
      }
      json.array("measures", comparison.measures) { json, change in
        json.object { json in
          let decimals = Precision.decimals(measure: change.name)
          json.field("measure", change.name)
          json.field(
            "change",
            change.difference.counts ? change.difference.value > 0 ? "higher" : "lower" : "same")
          json.object("first") { json in write(change.first, decimals, to: &json) }
          json.object("second") { json in write(change.second, decimals, to: &json) }
          write(change.difference, decimals, to: &json)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  package static func render(_ history: History) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("athlete", history.athlete)
      json.array("dates", history.days) { json, day in
        json.object { json in
          json.field("date", day.date)
          write(day.group, to: &json)
          json.array("faults", FaultRegistry.all) { json, rule in
            let findings = day.group.findings(rule.id)
            json.object { json in
              json.field("fault", rule.id.rawValue)
              json.field("judged_reps", findings.count { $0.status != .notObservable })
              json.field("present_reps", findings.count(.present))
              json.field("borderline_reps", findings.count(.borderline))
            }
          }
          let measures = day.group.measures
          json.object("measures") { json in
            for name in MeasureCatalog.names {
              guard let estimate = measures[name] else { continue }
              json.object(named: name) { json in
                write(estimate, Precision.decimals(measure: name), to: &json)
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ group: Group, to json: inout JSONWriter) {
    json.field("name", group.name)
    json.field("recordings", group.reports.count)
    json.field("complete_reps", group.completeReps)
    json.field("good_reps", group.goodReps)
  }

  private static func write(
    _ side: Comparison.Side, _ decimals: Int, to json: inout JSONWriter
  ) {
    json.field("judged_reps", side.judged)
    json.field("present_reps", side.present)
    json.field("borderline_reps", side.borderline)
    json.field("value", side.estimate?.mean, decimals: decimals)
    json.field("sd", side.estimate?.sd, decimals: decimals)
  }

  private static func write(_ estimate: Estimate, _ decimals: Int, to json: inout JSONWriter) {
    json.field("value", estimate.mean, decimals: decimals)
    json.field("sd", estimate.sd, decimals: decimals)
    json.field("reps", estimate.reps)
  }

  private static func write(
    _ difference: Difference?, _ decimals: Int, to json: inout JSONWriter
  ) {
    json.field("difference", difference?.value, decimals: decimals)
    json.field("detectable", difference?.detectable, decimals: decimals)
  }
}

import Faults
import Reports

/// An evaluation as one line of JSON.
package enum EvaluationJSON {
  package static func render(_ evaluation: Evaluation) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("labels", evaluation.labels)
      json.field("matched", evaluation.matched)
      json.field("recordings", evaluation.recordings)
      json.field("resamples", evaluation.bootstrap.resamples)
      json.array("faults", evaluation.faults) { json, fault in
        json.object { json in write(fault, to: &json) }
      }
      json.array("limits", evaluation.reviews) { json, review in
        json.object { json in write(review, to: &json) }
      }
      json.array("labels_without_result", evaluation.unmatched) { json, row in
        json.object { json in
          json.field("line", row.line)
          json.field("reason", row.reason)
        }
      }
      json.array("results_without_label", evaluation.unlabeled) { json, name in
        json.element(name)
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ fault: FaultAgreement, to json: inout JSONWriter) {
    let table = fault.table
    json.field("fault", fault.fault.rawValue)
    json.field("n", fault.labels)
    json.field("labeled_present", fault.labeledPresent)
    json.field("tp", table.truePositives)
    json.field("fp", table.falsePositives)
    json.field("fn", table.falseNegatives)
    json.field("tn", table.trueNegatives)
    json.field("borderline", fault.borderline)
    json.field("not_observable", fault.notObservable)
    write("precision", table.precision, fault.precision, to: &json)
    write("recall", table.recall, fault.recall, to: &json)
    write("f1", table.f1, fault.f1, to: &json)
    write("kappa", table.kappa, fault.kappa, to: &json)
  }

  private static func write(_ review: LimitReview, to json: inout JSONWriter) {
    json.field("fault", review.fault.rawValue)
    switch review.outcome {
    case .kept(let why):
      json.field("suggested", false)
      json.field("reason", why)
    case .better(let limit):
      json.field("suggested", true)
      json.field("limit", limit.name)
      json.field("unit", limit.unit.rawValue)
      json.field("old", limit.old, decimals: 4)
      json.field("new", limit.new, decimals: 4)
      json.field("reps", limit.reps)
      json.field("labeled_present", limit.labeledPresent)
      json.field("recordings", limit.recordings)
      json.field("kappa_before", limit.kappaBefore, decimals: 4)
      write("kappa_after", limit.kappaAfter, limit.interval, to: &json)
      json.field("kappa_left_out", limit.kappaLeftOut, decimals: 4)
    }
  }

  /// A quantity with its interval; nulls where they are not defined.
  private static func write(
    _ name: StaticString, _ value: Double?, _ interval: Interval?, to json: inout JSONWriter
  ) {
    json.object(name) { json in
      json.field("value", value, decimals: 4)
      json.field("low", interval?.low, decimals: 4)
      json.field("high", interval?.high, decimals: 4)
    }
  }
}

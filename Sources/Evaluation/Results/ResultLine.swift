import Faults

/// What of a line of `results.ndjson` labels are compared with.
struct ResultLine: Decodable, Sendable {
  struct Rep: Decodable, Sendable {
    var index: Int
    var complete: Bool
    var findings: [Finding]
  }

  /// A judgement; value, limit and unit only of a rep, and only where it was measured.
  struct Finding: Decodable, Sendable {
    var fault: FaultID
    var status: Status
    var value: Double?
    var limit: Double?
    var unit: String?
  }

  var recording: String
  var person: String
  var error: String?
  var reps: [Rep]
  var setFindings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case recording, person, error, reps
    case setFindings = "set_findings"
  }
}

extension FaultID: Decodable {}
extension Status: Decodable {}

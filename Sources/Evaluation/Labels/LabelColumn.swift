import Faults

/// What a column of a table of labels holds.
enum LabelColumn: Equatable {
  case recording, person, rep
  /// The long form: a row a mistake.
  case fault, present
  /// The wide form: a column a mistake.
  case verdict(FaultID)
  /// For people; passed over.
  case remark

  static let remarks = ["note", "notes", "comment", "coach", "date"]

  /// Every name that a header may hold.
  static let names =
    ["recording", "person", "rep", "fault", "present"] + remarks + FaultID.allCases.map(\.rawValue)

  init?(_ name: String) {
    switch name {
    case "recording": self = .recording
    case "person": self = .person
    case "rep": self = .rep
    case "fault": self = .fault
    case "present": self = .present
    default:
      if let fault = FaultID(rawValue: name) {
        self = .verdict(fault)
      } else if Self.remarks.contains(name) {
        self = .remark
      } else {
        return nil
      }
    }
  }

  var isVerdict: Bool { if case .verdict = self { true } else { false } }

  /// What may have been meant, as the end of a sentence: "; did you mean 'rep'?".
  static func hint(_ found: String, among known: [String]) -> String {
    Spelling.nearest(to: found, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}

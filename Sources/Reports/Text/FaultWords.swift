internal import Faults

/// What a coach calls a mistake.
enum FaultWords {
  static func title(_ fault: FaultID) -> String {
    fault.rawValue.split(separator: "_").joined(separator: " ")
  }
}

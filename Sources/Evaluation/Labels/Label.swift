package import Faults

/// What a coach says of one mistake in one rep, or in a whole set.
package struct Label: Sendable, Equatable {
  /// The recording's path, whole or its end.
  package var recording: String
  /// The person within the recording; nil where there is only one.
  package var person: String?
  /// The rep's index, from 1; nil for the whole set.
  package var rep: Int?
  package var fault: FaultID
  package var isPresent: Bool
  /// The line of the table, from 1.
  package var line: Int

  package init(
    recording: String, person: String? = nil, rep: Int? = nil, fault: FaultID, isPresent: Bool,
    line: Int
  ) {
    self.recording = recording
    self.person = person
    self.rep = rep
    self.fault = fault
    self.isPresent = isPresent
    self.line = line
  }
}

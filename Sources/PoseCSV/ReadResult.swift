package import Pose

/// What became of one file.
package struct ReadResult: Sendable {
  /// One a person, in the order of the file.
  package var recordings: [Recording]
  /// People who are in the file and were not read, and why.
  package var passedOver: [PassedOver]
  /// Empty unless asked for.
  package var description: InputDescription
  /// Rows that were not used, at most a thousand of them; the recordings' accounts have them all.
  package var rejected: [RejectedRow]
}

/// A person in a file who was not read.
package struct PassedOver: Sendable, Equatable {
  package var person: String
  /// A sentence.
  package var reason: String
}

/// What a file was taken for, and why.
package struct InputDescription: Sendable, Equatable {
  package var encoding = ""
  package var delimiter = ""
  package var decimalMark = ""
  package var form = ""
  package var layout = ""
  package var layoutTitle = ""
  /// Lines before the header that were passed over.
  package var preambleLines = 0
  package var columns = 0
  package var rows = 0
  package var dimensions = 0
  package var units = ""
  /// Why these units.
  package var unitsReason = ""
  package var axes = ""
  package var fps = 0.0
  package var fpsSource = ""
  package var people: [String] = []
  package var joints: [Joint] = []
  /// Joints that the layout has and the file has not, or has without ever seeing them.
  package var missing: [Joint] = []
  /// Keypoint names that nothing explains.
  package var unknownNames: [String] = []
  /// What such a name was probably meant for, in sentences.
  package var suggestions: [String] = []
}

/// Why a file, or one of its rows, cannot be used: a sentence with a place.
///
/// `description` reads `set1.csv:412:9: 'left_knee_x' is not a number ("1,3")`. Lines and columns
/// count from 1; a column is a field of the table, not a byte.
package struct PoseCSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure, for those who count them.
  package enum Kind: String, Sendable {
    case unreadable, notRegularFile, changedWhileReading, empty, otherFormat, encoding
    case limit, quote, duplicateColumn, notKeypoints, missingJoint, noUsableFrame, tooManyRejected
    case decimalMark, fieldCount, number, text, layout, mapping, person, sidecar, time
  }

  package var kind: Kind
  package var file: String
  package var line: Int?
  package var column: Int?
  /// What was expected, what was found and what to do, without the place.
  package var message: String

  package init(
    _ kind: Kind, _ message: String, file: String = "", line: Int? = nil, column: Int? = nil
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column`, as far as it is known.
  package var place: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place
  }

  package var description: String { place.isEmpty ? message : "\(place): \(message)" }

  /// The same error in a file of this name.
  package func inFile(_ name: String) -> PoseCSVError {
    var error = self
    if error.file.isEmpty { error.file = name }
    return error
  }
}

/// Why a file of labels or of results cannot be used: a sentence with its place.
package struct EvaluationError: Error, Sendable, Equatable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int
  /// A field of the table, from 1; nil where the whole line is meant.
  package var column: Int?
  /// What was found and what was expected.
  package var message: String

  package init(file: String, line: Int, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String {
    "\(file):\(line):" + (column.map { "\($0):" } ?? "") + " \(message)"
  }
}

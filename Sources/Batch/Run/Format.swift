/// A kind of output.
package enum Format: String, Sendable, CaseIterable {
  case csv, json
}

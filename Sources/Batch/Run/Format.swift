/// A kind of output.
package enum Format: String, Sendable, CaseIterable {
  /// `index.html` and a page a recording.
  case html
  /// `reps.csv` and `findings.csv`.
  case csv
  /// `results.ndjson`.
  case json
  /// `formcheck.sqlite`.
  case sqlite
}

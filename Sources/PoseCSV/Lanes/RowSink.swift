/// Where a lane puts what it reads: fields in order, then the end of their row.
///
/// Lanes differ in how they find fields, never in what they tell: the same bytes give the same
/// calls. The bytes of a field are lent for the call only. A sink that has seen enough, or that
/// cannot go on, sets `failure` or `isDone`, and the lane stops at the end of the line.
class RowSink {
  /// The line on which the current row began, from 1.
  final var line = 1
  /// Fields of the current row so far.
  final var fieldsInRow = 0
  /// Rows ended so far, broken ones included.
  final var rows = 0
  final var failure: PoseCSVError?
  final var isDone = false
  /// The row now ending is the file's last and has no line end.
  final var rowIsUnterminated = false

  /// Takes rows that need no parser of CSV, from the beginning of a line on, each one line long.
  /// Returns how many rows and bytes were taken; the lane gives the rest field by field.
  func takePlainRows(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> (rows: Int, bytes: Int) { (0, 0) }

  func field(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func endRow() {}
  /// Where a broken row is the last one, the fields behind the quote are given as a row too: for
  /// who looks for words rather than counts rows.
  var wantsRestOfBrokenRow: Bool { false }

  /// The row cannot be split into fields: a quote stands where none may.
  func brokenRow(_ reason: PoseCSVError) {}
}

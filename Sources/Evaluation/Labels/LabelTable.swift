import Faults
import PoseCSV

/// A coach's labels as a table.
///
/// The long form has the columns `recording`, `fault`, `present`; the wide form `recording` and a
/// column for each mistake, named by its id. In both `rep` is the rep's index, and without it, or
/// where it is empty, the whole set is meant; `person` tells people of one recording apart. The
/// columns `note`, `notes`, `comment`, `coach` and `date` are passed over, any other is an error.
/// Answers are yes, no, true, false, 1 or 0; an empty cell of the wide form is no label. Fields
/// are separated by commas, semicolons or tabs.
package struct LabelTable: Sendable {
  package private(set) var labels: [Label] = []

  private let file: String
  private var columns: [LabelColumn] = []

  /// Reads a table. `file` is the name that errors show.
  package init(_ bytes: [UInt8], file: String) throws(EvaluationError) {
    self.file = file
    let rows: [CellDump.Row]
    do throws(PoseCSVError) {
      rows = try CellDump.table(bytes, delimiter: CellDump.delimiter(bytes))
    } catch {
      throw EvaluationError(
        file: file, line: error.line ?? 1, column: error.column, message: error.message)
    }
    guard let header = rows.first else {
      throw EvaluationError(file: file, line: 1, message: "there is no header")
    }
    columns = try header.cells.enumerated().map { index, cell throws(EvaluationError) in
      let name = Self.text(cell).lowercased()
      guard let column = LabelColumn(name) else {
        throw failure(
          header, index,
          "unknown column '\(name)'" + LabelColumn.hint(name, among: LabelColumn.names))
      }
      return column
    }
    try checkColumns(header)
    for row in rows.dropFirst() { try read(row) }
  }

  // MARK: - Header

  private func checkColumns(_ header: CellDump.Row) throws(EvaluationError) {
    for (index, column) in columns.enumerated() {
      if column != .remark, columns[..<index].contains(column) {
        throw failure(header, index, "the column '\(Self.text(header.cells[index]))' stands twice")
      }
    }
    let isLong = columns.contains(.fault) || columns.contains(.present)
    let wanted: [(String, LabelColumn)] =
      [("recording", .recording)] + (isLong ? [("fault", .fault), ("present", .present)] : [])
    for (name, column) in wanted where !columns.contains(column) {
      throw EvaluationError(
        file: file, line: header.line, message: "expected a column named '\(name)'")
    }
    let verdict = columns.firstIndex(where: \.isVerdict)
    if isLong, let verdict {
      throw failure(
        header, verdict, "a column for one mistake beside 'fault' and 'present'; expected either")
    }
    if !isLong, verdict == nil {
      throw EvaluationError(
        file: file, line: header.line,
        message: "expected the columns 'fault' and 'present', or a column for each mistake")
    }
  }

  // MARK: - Rows

  private mutating func read(_ row: CellDump.Row) throws(EvaluationError) {
    guard row.cells.count <= columns.count else {
      throw failure(
        row, columns.count, "a row of \(row.cells.count) fields; the header has \(columns.count)")
    }
    guard let recording = cell(.recording, row) else {
      throw EvaluationError(file: file, line: row.line, message: "the row names no recording")
    }
    let rep = try rep(row)
    let person = cell(.person, row)?.text
    for (index, column) in columns.enumerated() {
      let fault: FaultID
      switch column {
      case .verdict(let one) where row.cells.indices.contains(index):
        if Self.text(row.cells[index]).isEmpty { continue }
        fault = one
      case .present: fault = try self.fault(row)
      default: continue
      }
      labels.append(
        Label(
          recording: recording.text, person: person, rep: rep, fault: fault,
          isPresent: try answer(row, index), line: row.line))
    }
  }

  private func rep(_ row: CellDump.Row) throws(EvaluationError) -> Int? {
    guard let (index, text) = cell(.rep, row) else { return nil }
    guard let rep = Int(text), rep > 0 else {
      throw failure(row, index, "'\(text)' is not the index of a rep; expected 1, 2, 3 …")
    }
    return rep
  }

  private func fault(_ row: CellDump.Row) throws(EvaluationError) -> FaultID {
    guard let (index, text) = cell(.fault, row) else {
      throw EvaluationError(file: file, line: row.line, message: "the row names no mistake")
    }
    guard let fault = FaultID(rawValue: text.lowercased()) else {
      let known = FaultID.allCases.map(\.rawValue)
      throw failure(row, index, "unknown mistake '\(text)'" + LabelColumn.hint(text, among: known))
    }
    return fault
  }

  private func answer(_ row: CellDump.Row, _ index: Int) throws(EvaluationError) -> Bool {
    let text = row.cells.indices.contains(index) ? Self.text(row.cells[index]) : ""
    switch text.lowercased() {
    case "yes", "true", "1": return true
    case "no", "false", "0": return false
    default:
      throw failure(row, index, "'\(text)' is no answer; expected yes, no, 1, 0, true or false")
    }
  }

  /// The place and text of a row's cell; nil where it is empty or missing.
  private func cell(_ column: LabelColumn, _ row: CellDump.Row) -> (index: Int, text: String)? {
    guard let index = columns.firstIndex(of: column), row.cells.indices.contains(index) else {
      return nil
    }
    let text = Self.text(row.cells[index])
    return text.isEmpty ? nil : (index, text)
  }

  // MARK: - Cells

  private func failure(_ row: CellDump.Row, _ index: Int, _ message: String) -> EvaluationError {
    EvaluationError(file: file, line: row.line, column: index + 1, message: message)
  }

  private static func text(_ cell: [UInt8]) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let trimmed = cell.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }
}

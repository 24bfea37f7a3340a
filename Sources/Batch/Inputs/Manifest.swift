internal import PoseCSV

/// A table of what is known of many recordings: a row a file, found by its path.
package struct Manifest: Sendable {
  /// Why a manifest cannot be used: a sentence with its place.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package var description: String
  }

  private struct Row {
    var line: Int
    var cells: [[UInt8]]
    var given: ReadOptions.Given
  }

  private var rows: [[UInt8]: Row] = [:]
  /// Stands for the rows whose paths lead into a folder or an archive, by its path.
  private var below: [[UInt8]: UInt64] = [:]
  private var columnNames: [[UInt8]] = []
  private let name: String
  /// A sentence on the columns that were passed over; nil where every one was known.
  package private(set) var note: String?

  /// Reads a CSV whose header names `path` and any of the other columns; columns of other names
  /// are passed over. Fields are separated by commas, semicolons or tabs; but beside commas, a
  /// number's decimal mark may be one.
  package init(path: [UInt8]) throws(Failure) {
    let name = PathText.text(path)
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      throw Failure(description: "\(error)")
    }
    try self.init(Array(text.utf8), name: name)
  }

  /// Reads such a CSV from its bytes; `name` is how errors call it.
  init(_ bytes: [UInt8], name: String) throws(Failure) {
    self.name = name
    let delimiter = CellDump.delimiter(bytes)
    let table: [CellDump.Row]
    do {
      table = try CellDump.table(bytes, delimiter: delimiter)
    } catch {
      throw Failure(description: "\(error.inFile(name))")
    }
    let columns = try ManifestColumns(
      table.first?.cells ?? [], of: name, delimiter: delimiter)
    note = RecordedWords.unknown(columns.unknown, kind: "column").map { "\(name):1: \($0)" }
    for row in table.dropFirst() {
      let (path, given) = try columns.read(row.cells, line: row.line)
      guard rows[path] == nil else {
        throw Failure(
          description: "\(name):\(row.line): '\(PathText.text(path))' stands here twice")
      }
      rows[path] = Row(line: row.line, cells: row.cells, given: given)
      let digest = Digest(parts: row.cells).low
      for slash in path.indices where path[slash] == PathText.slash {
        below[Array(path[..<slash]), default: 0] &+= digest
      }
    }
    columnNames = table.first?.cells ?? []
  }

  /// Everything that stands here about a file and what may lie in it, as bytes.
  func facts(about file: InputFile) -> [UInt8] {
    var record = RecordWriter()
    record.list(columnNames) { $0.bytes($1) }
    for path in [file.name, file.path] {
      record.optional(rows[path]) { record, row in record.list(row.cells) { $0.bytes($1) } }
      record.number64(below[path] ?? 0)
    }
    return record.bytes
  }

  /// What stands in the row of a file, by its name in the results or its path as given.
  func given(_ file: InputFile) -> ReadOptions.Given? {
    (rows[file.name] ?? rows[file.path])?.given
  }

  /// A sentence for each row that no input has the path of, in the order of the table. What an
  /// archive holds is not known before it is read, so a path that leads into a file is no failure.
  package func unmatched(_ discovery: Discovery) -> [String] {
    let known = Set(discovery.files.flatMap { [$0.name, $0.path] })
    return rows.filter { row in
      !known.contains(row.key)
        && !row.key.indices.contains { index in
          row.key[index] == PathText.slash && known.contains(Array(row.key[..<index]))
        }
    }.sorted { $0.value.line < $1.value.line }.map {
      "\(name):\($0.value.line): no input is called '\(PathText.text($0.key))'"
    }
  }
}

internal import PoseCSV

/// A table of what is known of many recordings: a row a file, found by its path.
package struct Manifest: Sendable {
  /// Why a manifest cannot be used: a sentence with its place.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    package var description: String
  }

  private static let columns = [
    "path", "athlete", "date", "set", "load_kg", "style", "fps", "width", "height", "view",
  ]

  private var rows: [[UInt8]: (line: Int, given: ReadOptions.Given)] = [:]
  private let name: String

  /// Reads a CSV whose header names `path` and any of the other columns; columns of other names
  /// are passed over.
  package init(path: [UInt8]) throws(Failure) {
    name = PathText.text(path)
    let table: [[[UInt8]]]
    do {
      table = try CellDump.rows(Array(try TextFile.read(path).utf8))
    } catch {
      throw Failure(description: "\(error)")
    }
    guard let header = table.first?.map({ Self.text($0).lowercased() }),
      let pathColumn = header.firstIndex(of: "path")
    else { throw Failure(description: "\(name):1: expected a column named 'path'") }
    if let twice = Self.columns.first(where: { column in header.count { $0 == column } > 1 }) {
      throw Failure(description: "\(name):1: two columns are named '\(twice)'")
    }
    for (index, cells) in table.enumerated().dropFirst() {
      let line = index + 1
      guard cells.indices.contains(pathColumn), !cells[pathColumn].isEmpty else {
        throw Failure(description: "\(name):\(line): the row has no path")
      }
      guard rows[cells[pathColumn]] == nil else {
        throw Failure(
          description: "\(name):\(line): '\(Self.text(cells[pathColumn]))' stands here twice")
      }
      rows[cells[pathColumn]] = (line, try given(cells, header, line: line))
    }
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

  private func given(
    _ cells: [[UInt8]], _ header: [String], line: Int
  ) throws(Failure) -> ReadOptions.Given {
    var given = ReadOptions.Given()
    for (column, cell) in zip(header, cells) {
      let text = Self.text(cell)
      guard !text.isEmpty else { continue }
      switch column {
      case "athlete": given.athlete = text
      case "date": given.date = text
      case "set": given.set = text
      case "style": given.style = text
      case "view": given.view = text == "auto" ? nil : text
      case "load_kg": given.loadKilograms = try number(text, column, in: 0...2000, line: line)
      case "fps": given.fps = try number(text, column, in: 1...10_000, line: line)
      case "width": given.width = try number(text, column, in: 1...100_000, line: line)
      case "height": given.height = try number(text, column, in: 1...100_000, line: line)
      default: continue
      }
    }
    return given
  }

  private func number(
    _ text: String, _ column: String, in range: ClosedRange<Double>, line: Int
  ) throws(Failure) -> Double {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }
    guard isPlain, let number = Double(text), range.contains(number) else {
      throw Failure(
        description: "\(name):\(line): '\(column)' is \"\(text)\"; expected a number from "
          + "\(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    return number
  }

  private static func text(_ cell: [UInt8]) -> String {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let trimmed = cell.drop(while: blank).reversed().drop(while: blank).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }
}

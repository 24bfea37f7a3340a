internal import Pose
internal import PoseCSV

/// The columns of a manifest, as its header names them: what a row says of a recording.
struct ManifestColumns: Sendable {
  private static let known = ["path"] + RecordedWords.keys

  private let names: [String]
  private let path: Int
  private let table: String
  private let takesDecimalCommas: Bool

  /// Reads the header of a table of this name, whose fields the delimiter separates; throws when
  /// it does not name `path`, or names a column twice.
  init(
    _ header: [[UInt8]], of table: String, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(Manifest.Failure) {
    let names = header.map { Self.text($0).lowercased() }
    guard let path = names.firstIndex(of: "path") else {
      throw Manifest.Failure(description: "\(table):1: expected a column named 'path'")
    }
    if let twice = Self.known.first(where: { column in names.count { $0 == column } > 1 }) {
      throw Manifest.Failure(description: "\(table):1: two columns are named '\(twice)'")
    }
    self.names = names
    self.path = path
    self.table = table
    takesDecimalCommas = delimiter != UInt8(ascii: ",")
  }

  /// The names of columns that mean nothing here, in their order.
  var unknown: [String] { names.filter { !$0.isEmpty && !Self.known.contains($0) } }

  /// The path in a row's cells; nil where there is none.
  func path(_ cells: [[UInt8]]) -> [UInt8]? {
    cells.indices.contains(path) && !cells[path].isEmpty ? cells[path] : nil
  }

  /// The path in a row, and what the row says of the recording there.
  func read(
    _ cells: [[UInt8]], line: Int
  ) throws(Manifest.Failure) -> (path: [UInt8], given: ReadOptions.Given) {
    guard let path = path(cells) else {
      throw Manifest.Failure(description: "\(table):\(line): the row has no path")
    }
    var given = ReadOptions.Given()
    for (column, cell) in zip(names, cells) {
      let text = Self.text(cell)
      guard !text.isEmpty else { continue }
      switch column {
      case "athlete": given.athlete = text
      case "date": given.date = text
      case "set": given.set = text
      case "style": given.style = try word(text, column, of: RecordedWords.styles, line: line)
      case "view":
        given.view = GivenView(try word(text, column, of: GivenView.words, line: line))?.given
      case "units":
        given.units = Units(rawValue: try word(text, column, of: RecordedWords.units, line: line))
      case "load_kg": given.loadKilograms = try number(text, column, in: 0...2000, line: line)
      case "fps": given.fps = try number(text, column, in: 1...10_000, line: line)
      case "width": given.width = try number(text, column, in: 1...100_000, line: line)
      case "height": given.height = try number(text, column, in: 1...100_000, line: line)
      default: continue
      }
    }
    return (path, given)
  }

  private func number(
    _ text: String, _ column: String, in range: ClosedRange<Double>, line: Int
  ) throws(Manifest.Failure) -> Double {
    let digits = takesDecimalCommas ? text.replacing(",", with: ".") : text
    let isPlain = digits.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }
    guard isPlain, let number = Double(digits), range.contains(number) else {
      throw Manifest.Failure(
        description: "\(table):\(line): '\(column)' is \"\(text)\"; expected a number from "
          + "\(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    return number
  }

  private func word(
    _ text: String, _ column: String, of known: [String], line: Int
  ) throws(Manifest.Failure) -> String {
    guard known.contains(text) else {
      throw Manifest.Failure(
        description: "\(table):\(line): '\(column)' is \"\(text)\"; expected one of "
          + known.joined(separator: ", "))
    }
    return text
  }

  private static func text(_ cell: [UInt8]) -> String {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let trimmed = cell.drop(while: blank).reversed().drop(while: blank).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }
}

import PoseCSV
import Reports

/// What a text from elsewhere must not become in an output.
package enum Sinks {
  /// A cell that a spreadsheet would run, or that is not the text any more.
  package static func violation(ofCell text: String) -> String? {
    var writer = CSVWriter()
    writer.text("a")
    writer.text(text)
    writer.text("b")
    writer.endRow()
    guard let rows = try? CellDump.rows(writer.bytes), rows.count == 1, rows[0].count == 3 else {
      return "the text leaves its cell"
    }
    let cell = String(decoding: rows[0][1], as: UTF8.self)
    // Where the list separator is another, the cell may be cut there.
    for piece in cell.unicodeScalars.split(whereSeparator: { ";\t\r\n".unicodeScalars.contains($0) }
    ) {
      let first = piece.drop { $0 == " " }.first
      if let first, formulaStarts.contains(first) { return "the text is run as a formula" }
    }
    return SpreadsheetText.rearm(cell) == text ? nil : "the text cannot be had back"
  }

  private static let formulaStarts = Set<Unicode.Scalar>([
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\0",
  ])

  /// Text that a browser would take for markup, in content or in a quoted attribute.
  package static func violation(ofMarkup text: String) -> String? {
    let html = Escape.html(text)
    if html.utf8.contains(where: { "<>\"'`\0".utf8.contains($0) }) { return "the text is markup" }
    for piece in html.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let names = ["lt;", "gt;", "amp;", "quot;", "#39;", "#96;"]
      if !names.contains(where: { piece.utf8.starts(with: $0.utf8) }) {
        return "an ampersand stands for itself"
      }
    }
    return nil
  }

  /// Text that a terminal would obey, or that would begin a new line.
  package static func violation(onTerminal text: String) -> String? {
    for scalar in Terminal.visible(text).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        return "a terminal obeys U+\(String(scalar.value, radix: 16))"
      default: continue
      }
    }
    return nil
  }

  /// A line of JSON that is not one line, or does not hold the text.
  package static func violation(ofJSON text: String) -> String? {
    var writer = JSONWriter()
    writer.object { $0.field("text", text) }
    writer.endLine()
    if writer.bytes.dropLast().contains(where: { $0 < 0x20 }) { return "the line is not one" }
    guard let value = try? JSONValue(Array(writer.bytes.dropLast())) else { return "is no JSON" }
    return value["text"] == .text(text) ? nil : "the text is another in JSON"
  }
}

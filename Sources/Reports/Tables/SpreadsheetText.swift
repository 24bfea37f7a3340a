/// Text that a spreadsheet program takes for text.
///
/// Such programs run a cell that begins with `=`, `+`, `-`, `@` or their full-width forms, also
/// after blanks; and where the list separator is `;`, a text that holds one is cut into cells of
/// its own. The mark is an apostrophe before the character, which spreadsheets hide.
package enum SpreadsheetText {
  /// The text with a mark before each character that would start a formula.
  ///
  /// Reversible: where the text already has apostrophes in that place, one more is put there.
  package static func disarm(_ text: String) -> String {
    guard mayStartFormula(text) else { return text }
    return rewrite(text) { apostrophes in apostrophes + 1 }
  }

  /// The text that was disarmed.
  package static func rearm(_ text: String) -> String {
    rewrite(text) { apostrophes in max(0, apostrophes - 1) }
  }

  /// Whether a trigger's first byte stands where a cell begins, behind blanks and apostrophes; the
  /// quick way past harmless texts.
  private static func mayStartFormula(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var isCellStart = true
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: " "), UInt8(ascii: "'"): continue
      case UInt8(ascii: ";"): isCellStart = true
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0xEF:
        if isCellStart { return true }
      case 0..<0x20: return true
      default: isCellStart = false
      }
    }
    return false
  }

  private static func rewrite(_ text: String, marks: (Int) -> Int) -> String {
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var isCellStart = true
    while index < scalars.endIndex {
      if isCellStart {
        isCellStart = false
        let start = index
        while index < scalars.endIndex, scalars[index] == " " {
          index = scalars.index(after: index)
        }
        result.append(contentsOf: scalars[start..<index])
        var apostrophes = 0
        while index < scalars.endIndex, scalars[index] == "'" {
          apostrophes += 1
          index = scalars.index(after: index)
        }
        let starts = index < scalars.endIndex && startsFormula(scalars[index])
        for _ in 0..<(starts ? marks(apostrophes) : apostrophes) { result.append("'") }
        continue
      }
      isCellStart = endsCell(scalars[index])
      result.append(scalars[index])
      index = scalars.index(after: index)
    }
    return String(result)
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    case "\t", "\r", "\n", "\0": true
    default: false
    }
  }

  private static func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "\t" || scalar == "\r" || scalar == "\n"
  }
}

/// Decides the decimal mark from the first rows.
enum DecimalMark {
  /// `,` when fields look like `1,25` and none like `1.25`; only where the delimiter is no comma.
  /// Throws when both marks stand in numbers.
  static func find(
    _ rows: some Sequence<Sample.Row>, delimiter: UInt8
  ) throws(PoseCSVError) -> UInt8 {
    guard delimiter != UInt8(ascii: ",") else { return UInt8(ascii: ".") }
    var points: Sample.Row?
    var commas: Sample.Row?
    for row in rows {
      for cell in row.cells {
        if points == nil, isDecimal(cell, mark: ".") { points = row }
        if commas == nil, isDecimal(cell, mark: ",") { commas = row }
      }
    }
    if let points, let commas {
      throw PoseCSVError(
        .decimalMark,
        "numbers have decimal points in line \(points.line) and decimal commas in line "
          + "\(commas.line); use one mark throughout", line: max(points.line, commas.line))
    }
    return commas == nil ? UInt8(ascii: ".") : UInt8(ascii: ",")
  }

  private static func isDecimal(_ cell: String, mark: Character) -> Bool {
    let parts = cell.drop { $0 == "-" || $0 == "+" || $0 == " " }
      .split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return parts[0].allSatisfy(isDigit) && parts[1].prefix(while: isDigit).count > 0
      && parts[1].drop(while: isDigit).allSatisfy { "eE+- 0123456789".contains($0) }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

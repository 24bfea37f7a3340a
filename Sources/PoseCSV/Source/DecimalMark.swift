/// Decides the decimal mark from the first rows.
enum DecimalMark {
  /// `,` when fields look like `1,25` and none like `1.25`; nil where all numbers are whole.
  ///
  /// Between commas, where such a field stands in quotes, `1,250` may be a thousand: only when all
  /// are of that kind, and other numbers of their columns have no comma, the comma is no mark.
  /// Throws when both marks stand in numbers that something else separates.
  static func find(
    _ rows: some Sequence<Sample.Row>, delimiter: UInt8
  ) throws(PoseCSVError) -> UInt8? {
    let isBetweenCommas = delimiter == UInt8(ascii: ",")
    // Few files have quoted commas, and to take every cell apart takes longer than to read them.
    if isBetweenCommas,
      !rows.contains(where: { $0.cells.contains { $0.utf8.contains(UInt8(ascii: ",")) } })
    {
      return UInt8(ascii: ".")
    }
    var points: Sample.Row?
    var commas: Sample.Row?
    var thousands = Set<Int>()
    var others = Set<Int>()
    var isPlain = true
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        if points == nil, isDecimal(cell, mark: ".") { points = row }
        guard isDecimal(cell, mark: ",") else {
          if isBetweenCommas, cell.first.map(isDigit) == true { others.insert(column) }
          continue
        }
        if commas == nil { commas = row }
        if isThousands(cell) { thousands.insert(column) } else { isPlain = false }
      }
    }
    guard let commas else { return points == nil ? nil : UInt8(ascii: ".") }
    if isBetweenCommas {
      let isAmbiguous = isPlain && !thousands.isDisjoint(with: others)
      return points == nil && !isAmbiguous ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }
    if let points {
      throw PoseCSVError(
        .decimalMark,
        "numbers have decimal points in line \(points.line) and decimal commas in line "
          + "\(commas.line); use one mark throughout", line: max(points.line, commas.line))
    }
    return UInt8(ascii: ",")
  }

  /// The mark that stands first between two digits of the rows, for tables whose numbers are whole
  /// for longer than a sample; `.` where there is none, or where commas separate the fields.
  static func first(in rows: RowBytes) -> UInt8 {
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    guard rows.delimiter != comma, let place = rows.first(comma, betweenDigitsBefore: .max) else {
      return point
    }
    return rows.first(point, betweenDigitsBefore: place) == nil ? comma : point
  }

  private static func isDecimal(_ cell: String, mark: Character) -> Bool {
    guard let byte = mark.asciiValue, cell.utf8.contains(byte) else { return false }
    let parts = cell.drop { $0 == "-" || $0 == "+" || $0 == " " }
      .split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return parts[0].allSatisfy(isDigit) && parts[1].prefix(while: isDigit).count > 0
      && parts[1].drop(while: isDigit).allSatisfy { "eE+- 0123456789".contains($0) }
  }

  /// `1,250` and `12,000`, not `0,250`.
  private static func isThousands(_ cell: String) -> Bool {
    let parts = cell.split(separator: ",")
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[0].first != "0"
      && parts[1].count == 3
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

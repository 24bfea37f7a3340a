import PoseCSV

extension FuzzTarget {
  /// Bytes → rows: whatever is read, written again with every field in quotes, is read the same.
  package static let rows = FuzzTarget(name: "rows") { bytes in
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
      guard let rows = try? CellDump.table(bytes, delimiter: delimiter) else { continue }
      let lines = zip(rows, rows.dropFirst())
      guard lines.allSatisfy({ $0.line < $1.line }) else { return "lines do not grow" }
      guard rows.allSatisfy({ !$0.cells.isEmpty }) else { return "a row has no field" }
      let cells = rows.map(\.cells)
      guard let again = try? CellDump.rows(quoted(cells, delimiter), delimiter: delimiter) else {
        return "what was read cannot be read again"
      }
      if again != cells { return "what was read is read differently the second time" }
    }
    return nil
  }

  private static func quoted(_ rows: [[[UInt8]]], _ delimiter: UInt8) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(delimiter) }
        bytes.append(quote)
        for byte in cell { bytes += byte == quote ? [quote, quote] : [byte] }
        bytes.append(quote)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The dialect lies within the bytes and is the same whenever it is looked for.
  package static let dialect = FuzzTarget(name: "dialect") { bytes in
    guard let found = try? Probes.dialect(bytes) else { return nil }
    let again = try? Probes.dialect(bytes)
    if again.map({ $0 == found }) != true { return "the dialect changes" }
    if !(0...bytes.count).contains(found.start) { return "the table begins outside the file" }
    let ends = bytes[..<found.start].count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    // A last line needs no end.
    let most = ends + (found.start == bytes.count ? 2 : 1)
    if !(1...most).contains(found.line) { return "the table begins in no line" }
    return nil
  }
}

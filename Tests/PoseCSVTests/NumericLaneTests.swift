import Testing

@testable import PoseCSV

/// The numeric lane and libcsv tell the same of every table: values to the bit, rows and faults.
@Suite struct NumericLaneTests {
  /// What becomes of a table's rows when it is read in blocks of lines, with the lane or without.
  private static func table(
    _ text: [UInt8], _ plan: TablePlan, delimiter: Character, mark: Character, lane: Bool
  ) -> (table: RowTable, error: PoseCSVError?) {
    let separator = delimiter.asciiValue ?? 0x2C
    let sink = TableSink(
      plan: plan, mark: mark.asciiValue ?? 0x2E, delimiter: lane ? separator : nil,
      limits: Limits())
    var error: PoseCSVError?
    var blank = 0
    text.withUnsafeBufferPointer { bytes in
      do throws(PoseCSVError) {
        blank = try LibcsvLane(delimiter: separator).read(bytes, into: sink).blankLines
      } catch let failure {
        error = failure
      }
    }
    return (sink.finish(blank: blank), error)
  }

  private static func expectEqual(
    _ text: String, columns: Int = 5, delimiter: Character = ",", mark: Character = ".",
    _ place: SourceLocation = #_sourceLocation
  ) {
    let plan = plan(columns: columns)
    let header = plan.names.joined(separator: String(delimiter)) + "\n"
    let bytes = Array((header + text).utf8)
    let fast = table(bytes, plan, delimiter: delimiter, mark: mark, lane: true)
    let plain = table(bytes, plan, delimiter: delimiter, mark: mark, lane: false)
    #expect(fast.error == plain.error, sourceLocation: place)
    let (a, b) = (fast.table, plain.table)
    #expect(a.count == b.count, sourceLocation: place)
    #expect(a.slots.map(bits) == b.slots.map(bits), sourceLocation: place)
    #expect(a.frames.map(\.bitPattern) == b.frames.map(\.bitPattern), sourceLocation: place)
    #expect(a.times.map(\.bitPattern) == b.times.map(\.bitPattern), sourceLocation: place)
    #expect(a.ordinals == b.ordinals && a.tail == b.tail, sourceLocation: place)
    #expect(a.rejected == b.rejected, sourceLocation: place)
    #expect(a.rejectedCount == b.rejectedCount && a.blank == b.blank, sourceLocation: place)
    #expect(a.repeatedHeaders == b.repeatedHeaders, sourceLocation: place)
  }

  private static func bits(_ values: [Float]) -> [UInt32] {
    values.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
  }

  /// A frame, a time, an ignored column, and coordinates in the others.
  private static func plan(columns: Int) -> TablePlan {
    var roles: [TablePlan.Role] = [.frame, .time, .ignored]
    for slot in 0..<(columns - 3) { roles.append(.value(slot)) }
    var plan = TablePlan(form: .wide, roles: roles, names: (0..<columns).map { "name_\($0)" })
    plan.slots = columns - 3
    return plan
  }

  @Test(arguments: UInt64(1)...40) func randomTables(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let delimiter: Character = [",", ";", "\t", "|"][Int(seed % 4)]
    let mark: Character = delimiter == ";" && seed % 8 > 3 ? "," : "."
    let columns = [5, 8, 40, 70, 134][Int(seed % 5)]
    let end = ["\n", "\r\n", "\r", "\r\r\n"][seed % 7 == 0 ? Int(seed % 4) : Int(seed % 2)]
    var text = ""
    for row in 0..<300 {
      var cells = ["\(row)", "\(Double(row) / 30)", "note"]
      while cells.count < columns { cells.append(Self.cell(&generator)) }
      if generator.next() % 50 == 0 { cells.removeLast() }
      if generator.next() % 50 == 0 { cells.append("") }
      if generator.next() % 50 == 0 { cells[0] = ["x", "1.5", "12.0", "", "-3"][row % 5] }
      if generator.next() % 90 == 0 { cells[2] = "\"a \"\"quoted\"\" \(delimiter) note\"" }
      let line = cells.joined(separator: String(delimiter))
      text += (mark == "," ? line.replacing(".", with: ",") : line) + end
      if generator.next() % 80 == 0 { text += end }
    }
    if seed % 3 == 0 { text.removeLast(Int(seed % 9)) }
    Self.expectEqual(text, columns: columns, delimiter: delimiter, mark: mark)
  }

  /// A field as estimators write them, now and then one that is no number.
  private static func cell(_ generator: inout SplitMix64) -> String {
    let value = Double(generator.next() % 2_000_000) / 1000 - 1000
    switch generator.next() % 40 {
    case 0: return ""
    case 1:
      return ["nan", "NaN", " ", "-", "1e-05", "+5", ".5", "5.", "-0.0", "-.25"].randomElement(
        using: &generator) ?? ""
    case 2: return "\(value / 1e9)"
    case 3: return "\(value / 7)"
    case 4: return "0." + (0..<18).map { _ in "\(generator.next() % 10)" }.joined()
    case 5: return "\(generator.next() >> 12).\(generator.next() % 1000)"
    case 6 where generator.next() % 20 == 0:
      return ["1.2.3", "12px", "--1", "1e", "0x10", "1e400", "12345678", "1 2", "1,5"]
        .randomElement(using: &generator) ?? ""
    case 7: return " \(value) "
    default: return "\((value * 1000).rounded() / 1_000_000)"
    }
  }

  /// Digits of every length on either side of the mark: rounding is that of the C library.
  @Test(arguments: 0...19, 0...19) func everyLength(whole: Int, fraction: Int) {
    var generator = SplitMix64(state: UInt64(whole * 31 + fraction))
    var text = ""
    for row in 0..<20 {
      let number = [whole, fraction].map { count in
        (0..<count).map { _ in "\(generator.next() % 10)" }.joined()
      }.joined(separator: ".")
      text +=
        "\(row),\(number),,\(row % 2 == 0 ? "-" : "")0.\(number.replacing(".", with: "")),\(number)\n"
    }
    Self.expectEqual(text)
  }

  /// A fault at any place of a row, and at any distance from the ends of the text.
  @Test(arguments: ["\"", "\r", "a", " ", "\0", "\"\"", "\n"])
  func oddBytesAnywhere(odd: String) {
    let row = "12,0.4,,0.123456,-7.25\n"
    for place in 0..<row.count {
      var broken = row
      broken.insert(contentsOf: odd, at: broken.index(broken.startIndex, offsetBy: place))
      Self.expectEqual(row + broken + row + row + row + row + row + row)
    }
  }

  @Test func tablesOfEveryLength() {
    for rows in 0..<12 {
      for tail in ["", "7,0.2,,0.5,0.", "7,0.2,,0.5,0.25"] {
        let text = (0..<rows).map { "\($0),\($0).5,x,0.\($0)1,2.5\n" }.joined()
        Self.expectEqual(text + tail)
      }
    }
  }
}

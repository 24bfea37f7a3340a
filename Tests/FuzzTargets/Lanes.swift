import PoseCSV
package import Synchronization

extension FuzzTarget {
  /// Plain rows through the numeric lane, all rows through libcsv: the same tables to the bit.
  package static let lanes = FuzzTarget(name: "lanes") { bytes in
    guard let first = bytes.first else { return nil }
    let table = first % 2 == 0 ? Headers.completed(Array(bytes.dropFirst())) : Cells.table(bytes)
    let (rows, difference) = Probes.lanes(table)
    rowsCompared.add(rows, ordering: .relaxed)
    return difference.map { "the lanes differ in \($0)" }
  }

  /// Rows that `lanes` has compared in this process.
  package static let rowsCompared = Atomic<Int>(0)
}

/// Tables of numbers as estimators write them, with all that goes wrong in them now and then.
private enum Cells {
  private static let odd = [
    "", " ", "nan", "NaN", "-", "+5", ".5", "5.", "-0.0", "-.25", "1e-05", "1E5", "1e400", "1.2.3",
    "12px", "--1", "1e", "0x10", "1 2", "1,5", "\"1\"", "\"a \"\"b\"\" c\"", "\"", "é", "\0",
    "9007199254740993", "0.30000000000000004", "123456789012345678901234567890", "inf", "#N/A",
    "99999999", "\t7", "7 ", "00012.500", "1e-320", "-1e-7",
  ]

  static func table(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes.dropFirst()
    func next() -> Int { rest.popFirst().map(Int.init) ?? 0 }
    let delimiter = [",", ";", "\t", "|"][next() % 4]
    let end = ["\n", "\n", "\r\n", "\r"][next() % 4]
    let joints = ["left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle"]
    let names = ["frame", "time", "note"] + joints.flatMap { ["\($0)_x", "\($0)_y"] }
    var text = names.joined(separator: delimiter) + end
    var row = 0
    while !rest.isEmpty {
      var cells = ["\(row)", "\(Double(row) / 32)", "n"]
      while cells.count < names.count { cells.append(cell(next)) }
      switch next() {
      case 0: cells.removeLast()
      case 1: cells.append("")
      case 2: cells[2] = "\"a\(delimiter)\(end)b\""
      case 3: cells[0] = odd[next() % odd.count]
      case 4: text += end
      default: break
      }
      text += cells.joined(separator: delimiter)
      if !rest.isEmpty || next() % 2 == 0 { text += end }
      row += 1
    }
    return Array(text.utf8)
  }

  private static func cell(_ next: () -> Int) -> String {
    let kind = next()
    switch kind {
    case 0..<8: return odd[next() % odd.count]
    case 8..<16: return "\(next() << 16 | next() << 8 | next()).\(next())\(next())\(next())"
    case 16..<128: return "\(kind - 60).\(next())"
    default: return "0.\(kind)\(next() % 100)"
    }
  }
}

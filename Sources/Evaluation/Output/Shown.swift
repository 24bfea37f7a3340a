import Reports

/// Numbers as tables show them.
enum Shown {
  /// "–" where it is not defined.
  static func number(_ value: Double?, decimals: Int, keeping: Int? = nil) -> String {
    var sink = ByteSink()
    guard let value, sink.append(value, decimals: decimals, keeping: keeping) else { return "–" }
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  /// "0.83 (0.61 to 0.97)".
  static func quantity(_ value: Double?, _ interval: Interval?) -> String {
    let text = number(value, decimals: 2)
    guard let interval, value != nil else { return text }
    return
      "\(text) (\(number(interval.low, decimals: 2)) to \(number(interval.high, decimals: 2)))"
  }

  /// Rows as columns two spaces apart; those after the first `leading` are set to the right.
  static func columns(_ rows: [[String]], leading: Int) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column < leading ? text + space : space + text
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

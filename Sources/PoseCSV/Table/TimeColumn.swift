/// Decides which of several columns of times is read.
enum TimeColumn {
  /// A column whose first row cannot be read as a time gives its role to another one that is named
  /// as such and can; without one, it may be a film's timecode; else the table is read as if it had
  /// no times.
  static func settle(_ plan: inout TablePlan, _ rows: RowBytes, mark: UInt8) {
    guard let column = plan.roles.firstIndex(of: .time),
      !isTime(rows, column, NumberParser(mark: mark))
    else { return }
    plan.roles[column] = .ignored
    plan.timeUnit = nil
    for (other, name) in plan.names.enumerated() where other != column {
      guard plan.roles[other] == .ignored, case .time(let unit) = KeyColumns.kind(Words.of(name)),
        isTime(rows, other, NumberParser(mark: mark))
      else { continue }
      plan.roles[other] = .time
      plan.timeUnit = unit
      return
    }
    guard let timecode = Timecode(rows, column) else { return }
    plan.roles[column] = .time
    plan.timeUnit = .seconds
    plan.timecode = timecode
  }

  /// Whether the first row has a time there, or none; also where quotes hide it.
  private static func isTime(_ rows: RowBytes, _ column: Int, _ parser: NumberParser) -> Bool {
    var isTime = true
    _ = rows.forEach(column) { field in
      if Clock.seconds(field, parser) == nil, case .invalid = parser.parse(field) { isTime = false }
      return false
    }
    return isTime
  }
}

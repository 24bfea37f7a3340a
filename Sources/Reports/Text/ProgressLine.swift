/// The line that says how far a run is: a bar, the count, the rate, and the time that is left.
package struct ProgressLine: Sendable {
  package var isShown = false
  private var start: ContinuousClock.Instant?
  private var shown: ContinuousClock.Instant?

  private static let interval = Duration.milliseconds(100)
  private static let longestBar = 30

  package init() {}

  /// What to show after so many files of all, within so many columns; nil when it is too soon for
  /// another line, and nothing at the end, where the line makes way.
  package mutating func text(
    _ done: Int, of all: Int, at now: ContinuousClock.Instant, width: Int
  ) -> String? {
    let begun = start ?? now
    start = begun
    if done >= all {
      defer { isShown = false }
      return isShown ? "" : nil
    }
    if let shown, shown.duration(to: now) < Self.interval { return nil }
    shown = now
    isShown = true
    return Self.line(done, of: all, after: begun.duration(to: now), width: width)
  }

  /// "[=====     ] 12 of 40, 5 a second, 6 s left", with as much of it as there is room for.
  package static func line(_ done: Int, of all: Int, after spent: Duration, width: Int) -> String {
    let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
    var text = "\(done) of \(all)"
    if done > 0, seconds > 0.5 {
      let rate = Double(done) / seconds
      text += rate < 1 ? ", \(Int((60 * rate).rounded())) a minute" : ", \(Int(rate)) a second"
      text += ", \(time(Double(all - done) / rate)) left"
    }
    if text.utf8.count >= width { return "\(done) of \(all)" }
    let room = min(width - text.utf8.count - 4, longestBar)
    guard room >= 8 else { return text }
    let full = room * done / max(all, 1)
    return "[" + String(repeating: "=", count: full)
      + String(repeating: " ", count: room - full) + "] " + text
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 90 { return "\(whole) s" }
    if whole < 5400 { return "\((whole + 30) / 60) min" }
    return "\((whole + 1800) / 3600) h"
  }
}

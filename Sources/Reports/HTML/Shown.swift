internal import Faults

/// Numbers and verdicts in the words of the pages.
enum Shown {
  /// A number with so many decimals and a true minus sign; "–" when it is missing.
  static func number(_ value: Double, decimals: Int) -> String {
    var out = ByteSink()
    guard out.append(value, decimals: decimals) else { return "–" }
    let text = String(decoding: out.bytes, as: UTF8.self)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A value in its unit: whole degrees and percent, two decimals of the rest.
  static func quantity(_ value: Double, _ unit: String) -> String {
    guard value.isFinite else { return "–" }
    return number(value, decimals: decimals(unit)) + suffix(unit)
  }

  /// A value with its error: "121° ± 6°".
  static func quantity(_ value: Double, sd: Double, _ unit: String) -> String {
    guard value.isFinite else { return "–" }
    guard sd.isFinite, sd > 0 else { return quantity(value, unit) }
    return "\(quantity(value, unit)) ± \(quantity(sd, unit))"
  }

  static func seconds(_ value: Double) -> String { number(value, decimals: 1) + " s" }

  private static func decimals(_ unit: String) -> Int { unit == "deg" || unit == "%" ? 0 : 2 }

  private static func suffix(_ unit: String) -> String {
    switch unit {
    case "deg": "°"
    case "ratio": ""
    default: " " + unit
    }
  }

  /// "1 rep", "2 reps".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The sign of a verdict: what color says is said by form and word as well.
  static func symbol(_ status: Status, _ severity: Severity?) -> String {
    switch (status, severity) {
    case (.present, .severe): "▲▲▲"
    case (.present, .moderate): "▲▲"
    case (.present, _): "▲"
    case (.absent, _): "✓"
    case (.borderline, _): "≈"
    case (.notObservable, _): "–"
    }
  }

  static func word(_ status: Status, _ severity: Severity?) -> String {
    switch status {
    case .present: severity?.rawValue ?? "there"
    case .absent: "fine"
    case .borderline: "close"
    case .notObservable: "not seen"
    }
  }

  /// The class that gives a verdict its color.
  static func kind(_ status: Status) -> String {
    switch status {
    case .present: "present"
    case .absent: "absent"
    case .borderline: "borderline"
    case .notObservable: "unseen"
    }
  }
}

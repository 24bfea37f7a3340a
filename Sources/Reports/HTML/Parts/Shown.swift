internal import Faults

/// Numbers and verdicts in the words of the pages.
///
/// A number is rounded as the results write it before it is rounded for reading, so that a page
/// made from the results says the same as one made with them.
enum Shown {
  /// A number with so many decimals and a true minus sign; "–" when it is missing.
  static func number(_ value: Double, decimals: Int, keeping: Int? = nil) -> String {
    var out = MarkupWriter()
    out.number(value, decimals: decimals, keeping: keeping ?? decimals)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// A value in its unit: whole degrees and percent, two decimals of the rest.
  static func quantity(_ value: Double, _ unit: String) -> String {
    var out = MarkupWriter()
    out.quantity(value, unit)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// A value with its error: "121° ± 6°".
  static func quantity(_ value: Double, sd: Double, _ unit: String) -> String {
    var out = MarkupWriter()
    out.quantity(value, sd: sd, unit)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  static func seconds(_ value: Double) -> String {
    number(Precision.shown(value, written: Precision.seconds, decimals: 1), decimals: 1) + " s"
  }

  static func kilograms(_ value: Double) -> String {
    number(Precision.shown(value, written: 3, decimals: 1), decimals: 1, keeping: 0) + " kg"
  }

  /// "1 rep", "2 reps".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// In how many of a set's reps a mistake is: "2 of 3"; one of no rep is of the whole set.
  static func share(_ reps: Int, of complete: Int) -> String {
    reps == 0 ? "over the set" : "\(reps) of \(complete)"
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

extension MarkupWriter {
  /// A value in its unit: whole degrees and percent, two decimals of the rest.
  mutating func quantity(_ value: Double, _ unit: String) {
    guard value.isFinite else { return tag("–") }
    let decimals = unit == "deg" || unit == "%" ? 0 : 2
    let written = Precision.decimals(unit: unit)
    number(
      Precision.shown(value, written: written, decimals: decimals), decimals: decimals,
      keeping: decimals)
    switch unit {
    case "deg": tag("°")
    case "ratio", "": break
    default:
      tag(" ")
      text(unit)
    }
  }

  /// A value with its error: "121° ± 6°".
  mutating func quantity(_ value: Double, sd: Double, _ unit: String) {
    quantity(value, unit)
    guard value.isFinite, sd.isFinite, sd > 0 else { return }
    tag(" ± ")
    quantity(sd, unit)
  }

  /// "▲▲ moderate".
  mutating func verdict(_ status: Status, _ severity: Severity?) {
    text(Shown.symbol(status, severity))
    tag(" ")
    text(Shown.word(status, severity))
  }
}

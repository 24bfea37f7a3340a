import Faults
import Reports

/// Limits that would agree better, as settings to try: YAML that `--config` reads.
///
/// The moderate and severe limits move along with the mild one. A style of squat whose limit lay
/// elsewhere keeps it.
package enum SettingsToTry {
  private struct Line {
    var fault: FaultID
    var name: String
    var values: [Double]
    var remark: String
  }

  package static func yaml(_ evaluation: Evaluation) -> [UInt8] {
    let limits = evaluation.betterLimits
    var text = """
      # Limits to try: a suggestion from \(evaluation.matched) labels of \
      \(evaluation.recordings) recordings.
      # They fit the labels they were chosen on; check them on other lifters before using them.
      # Nothing here is in force until the file is given to --config.

      """
    if limits.isEmpty { text += "# No limit is suggested.\n" }
    let base = limits.filter(isForEveryone).reduce(into: [BetterLimit]()) { base, limit in
      // Results of several runs may have turned on the same limit in several places.
      guard let other = base.firstIndex(where: { $0.fault == limit.fault && $0.name == limit.name })
      else { return base.append(limit) }
      if limit.reps > base[other].reps { base[other] = limit }
    }
    if !base.isEmpty {
      text += "limits:\n" + block(base.map { line($0, of: Limits()) }, indent: "  ")
    }
    let styles = Style.allCases.map { style in (style: style, lines: lines(style, limits)) }
      .filter { !$0.lines.isEmpty }
    if !styles.isEmpty { text += "styles:\n" }
    for (style, lines) in styles {
      text += "  \(style.rawValue):\n" + block(lines, indent: "    ")
    }
    return Array(text.utf8)
  }

  /// Limits of styles that have none of their own are those of everyone.
  private static func isForEveryone(_ limit: BetterLimit) -> Bool {
    let styles = judged(limit).styles
    return styles.isEmpty || styles.contains(.unknown)
  }

  private static func judged(_ limit: BetterLimit) -> JudgedLimit {
    JudgedLimit(fault: limit.fault, name: limit.name, mild: limit.old)
  }

  /// What a style changes, or keeps where everyone's limit changes.
  private static func lines(_ style: Style, _ limits: [BetterLimit]) -> [Line] {
    let own = limits.filter { !isForEveryone($0) && judged($0).styles.contains(style) }
    let limitsOfStyle = Limits(style: style)
    let kept = limits.filter { limit in
      let styles = judged(limit).styles
      return isForEveryone(limit) && !styles.isEmpty && !styles.contains(style)
        && !own.contains { $0.fault == limit.fault && $0.name == limit.name }
    }
    return own.map { line($0, of: limitsOfStyle) }
      + kept.map { limit in
        Line(
          fault: limit.fault, name: limit.name,
          values: limitsOfStyle[limit.fault, limit.name].values.map { Double($0) },
          remark: "as before")
      }
  }

  private static func line(_ limit: BetterLimit, of limits: Limits) -> Line {
    let set = limits[limit.fault, limit.name]
    let values = set.values.map { limit.new + Double($0 - set.mild) }
    let before = Shown.number(limit.kappaBefore, decimals: 2)
    var remark = "mild was \(Shown.number(limit.old, decimals: 4, keeping: 0)); "
    remark += "\(limit.labeledPresent) of \(limit.reps) reps labeled present; kappa \(before) to "
    remark += Shown.quantity(limit.kappaAfter, limit.interval)
    if let leftOut = limit.kappaLeftOut {
      remark += ", on recordings left out \(Shown.number(leftOut, decimals: 2))"
    }
    return Line(fault: limit.fault, name: limit.name, values: values, remark: remark)
  }

  private static func block(_ lines: [Line], indent: String) -> String {
    let faults = FaultID.allCases.filter { fault in lines.contains { $0.fault == fault } }
    return faults.map { fault in
      "\(indent)\(fault.rawValue):\n"
        + lines.filter { $0.fault == fault }.map { line in
          let values = line.values.map { Shown.number($0, decimals: 4, keeping: 0) }
          return "\(indent)  # \(line.remark)\n\(indent)  \(line.name): "
            + "[\(values.joined(separator: ", "))]\n"
        }.joined()
    }.joined()
  }
}

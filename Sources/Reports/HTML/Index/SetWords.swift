internal import Pose

/// What a set is called beside its athlete.
enum SetWords {
  /// File, date, set, load and person, as far as they are known.
  static func details(_ summary: SetSummary) -> String {
    let more = [
      summary.metadata.date, summary.metadata.set.map { "set \($0)" },
      summary.metadata.loadKilograms.map(Shown.kilograms),
      summary.person == "0" ? nil : "person \(summary.person)",
      summary.metadata.athlete == nil ? nil : summary.recording,
    ].compactMap { $0 }
    return Terminal.visible(more.joined(separator: " · "))
  }
}

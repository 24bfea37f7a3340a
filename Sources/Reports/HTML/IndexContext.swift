internal import Faults

/// What the index page shows, under the names that its template uses.
struct IndexContext {
  let values: [String: Any]

  init(_ summaries: [SetSummary], run: Pages.Run) {
    let used = summaries.filter { $0.status != .rejected }
    let unusable = summaries.filter { $0.status == .rejected }
    let accounts = run.accounts
    let facts = [
      ("Recordings", "\(accounts.recordings)"),
      ("Reps", "\(accounts.completeReps)"),
      ("Good reps", "\(accounts.goodReps)"),
      ("Files not usable", "\(accounts.unusable)"),
    ]
    let unseen = Self.unseen(used)
    values = [
      "title": "Squat form report",
      "isWide": true,
      "heading": Self.heading(used, accounts),
      "facts": facts.map { ["label": $0.0, "value": $0.1] },
      "hasSets": !used.isEmpty,
      "grid": used.isEmpty ? Markup.none : IndexGrid.draw(used.worstFirst),
      "hasUnseen": !unseen.isEmpty,
      "unseen": unseen,
      "hasUnusable": !unusable.isEmpty,
      "unusable": unusable.map { summary in
        ["name": Terminal.visible(summary.recording), "reason": summary.error ?? ""]
      },
      "settings": run.settings.map { ["label": $0.name, "value": $0.value] },
      "limits": LimitsTable.draw(),
    ]
  }

  private static func heading(_ used: [SetSummary], _ accounts: RunAccounts) -> String {
    if used.isEmpty { return "Nothing could be analyzed" }
    if accounts.completeReps == 0 { return "No complete squat was found" }
    let share = "\(accounts.goodReps) of \(Shown.count(accounts.completeReps, "rep"))"
    return "\(share) with nothing to work on"
  }

  /// The mistakes that no set of the run could be judged on, by the reason that is given first.
  private static func unseen(_ summaries: [SetSummary]) -> [[String: Any]] {
    Unseen.grouped { fault in
      summaries.compactMap { $0.cells[fault] }.map { ($0.status, $0.reason) }
    }
  }
}

/// Small grammar.
enum Sentence {
  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

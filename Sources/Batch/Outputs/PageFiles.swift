internal import Reports

/// The pages about a whole run, as files of its folder.
struct PageFiles {
  let pages: Pages
  let folder: OutputFolder

  /// Writes the index, the athletes' pages and what all pages share. Pages of athletes whom no set
  /// names any more go, and what was printed of earlier ones.
  /// - Returns: The names of the pages in the folder itself.
  func write(
    _ summaries: [SetSummary], judged: Judged, run: Pages.Run
  ) throws(RunError) -> [String] {
    try folder.write(Assets.script, to: Assets.scriptName, in: .assets)
    let athletes = pages.athletes(summaries)
    for athlete in athletes {
      try folder.write(athlete.page, to: athlete.file, in: .athletes)
    }
    try Self.removeAthletes(from: folder, except: Set(athletes.map(\.file)))
    if let sets = pages.sets(summaries) {
      try folder.write(sets, to: Assets.setsName, in: .assets)
    } else {
      try folder.remove(Assets.setsName, in: .assets)
    }
    try folder.remove(Printing.name)
    try folder.write(pages.index(summaries, judged: judged, run: run), to: "index.html")
    guard let all = pages.allAthletes(summaries) else {
      try folder.remove("athletes.html")
      return ["index.html"]
    }
    try folder.write(all, to: "athletes.html")
    return ["index.html", "athletes.html"]
  }

  /// Takes away what `write` wrote in subfolders in an earlier run, and what was printed.
  static func remove(from folder: OutputFolder) throws(RunError) {
    try folder.remove(Printing.name)
    try folder.remove(Assets.scriptName, in: .assets)
    try folder.remove(Assets.setsName, in: .assets)
    try removeAthletes(from: folder, except: [])
  }

  private static func removeAthletes(
    from folder: OutputFolder, except current: Set<String>
  ) throws(RunError) {
    for name in folder.names(in: .athletes)
    where Pages.isAthletes(name) && !current.contains(name) {
      try folder.remove(name, in: .athletes)
    }
  }
}

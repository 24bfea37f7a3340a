/// Reads `run.json` back: the other way of `RunWriter`.
package enum RunReader {
  /// The settings and counts of a run; nil for a file that `RunWriter` did not write.
  package static func read(_ bytes: [UInt8]) -> Pages.Run? {
    guard let value = try? JSONValue(bytes), case .object(let settings)? = value["settings"],
      let files = value["files"], let rows = value["rows"], let results = value["results"]
    else { return nil }
    var accounts = RunAccounts()
    accounts.files = count(files["in"])
    accounts.ok = count(files["ok"])
    accounts.warned = count(files["warned"])
    accounts.rejected = count(files["rejected"])
    accounts.reused = count(files["reused"])
    accounts.unusable = count(files["unusable"])
    accounts.passedOver = count(files["passed_over"])
    accounts.rowsRead = count(rows["read"])
    accounts.rowsUsed = count(rows["used"])
    accounts.rowsRejected = count(rows["rejected"])
    accounts.rowsBlank = count(rows["blank"])
    accounts.recordings = count(results["recordings"])
    accounts.reps = count(results["reps"])
    accounts.completeReps = count(results["complete_reps"])
    accounts.goodReps = count(results["good_reps"])
    accounts.findingsPresent = count(results["findings_present"])
    return Pages.Run(
      settings: settings.compactMap { member in
        guard case .text(let text) = member.value else { return nil }
        return (member.key, text)
      }, accounts: accounts)
  }

  private static func count(_ value: JSONValue?) -> Int {
    guard case .number(let number)? = value, number >= 0, number < 1e15 else { return 0 }
    return Int(number)
  }
}

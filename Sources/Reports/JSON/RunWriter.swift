/// What a whole run did, in numbers that must balance.
package struct RunAccounts: Sendable, Equatable {
  /// Input files, a member of an archive being one: `files = ok + warned + rejected + reused`.
  package var files = 0
  package var ok = 0
  package var warned = 0
  package var rejected = 0
  /// Files that an earlier run has finished and that are still the same.
  package var reused = 0
  /// Rejected files, now or in the earlier run that they are taken over from.
  package var unusable = 0
  /// Files that are no inputs: hidden ones and sidecars.
  package var passedOver = 0
  package var recordings = 0
  package var reps = 0
  package var completeReps = 0
  package var goodReps = 0
  package var findingsPresent = 0
  /// Rows of the input files: `read = used + rejected + blank`.
  package var rowsRead = 0
  package var rowsUsed = 0
  package var rowsRejected = 0
  package var rowsBlank = 0

  package init() {}

  /// Both sums are right.
  package var balances: Bool {
    files == ok + warned + rejected + reused && rowsRead == rowsUsed + rowsRejected + rowsBlank
  }
}

/// `run.json`: version, settings and counts; written last, so that it says the run finished.
package enum RunWriter {
  /// The file's bytes. `settings` are all that shaped the results, by option name; `outputs` the
  /// names in the output folder.
  package static func render(
    version: String, settings: [(name: String, value: String)], accounts: RunAccounts,
    outputs: [String]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formcheck", version)
      json.object("settings") { json in
        for setting in settings { json.field(named: setting.name, setting.value) }
      }
      json.object("files") { json in
        json.field("in", accounts.files)
        json.field("ok", accounts.ok)
        json.field("warned", accounts.warned)
        json.field("rejected", accounts.rejected)
        json.field("reused", accounts.reused)
        json.field("unusable", accounts.unusable)
        json.field("passed_over", accounts.passedOver)
      }
      json.object("rows") { json in
        json.field("read", accounts.rowsRead)
        json.field("used", accounts.rowsUsed)
        json.field("rejected", accounts.rowsRejected)
        json.field("blank", accounts.rowsBlank)
      }
      json.object("results") { json in
        json.field("recordings", accounts.recordings)
        json.field("reps", accounts.reps)
        json.field("complete_reps", accounts.completeReps)
        json.field("good_reps", accounts.goodReps)
        json.field("findings_present", accounts.findingsPresent)
      }
      json.array("outputs", outputs) { json, name in json.element(name) }
    }
    json.endLine()
    return json.bytes
  }
}

import Database
import Faults
import Foundation
import Reports
import Testing

/// The page, the tables, the lines and the database of a run say the same.
@Suite struct OutputsAgreeTests {
  private struct Totals: Equatable {
    var recordings: Int
    var reps: Int
    var complete: Int
    var good: Int
    var present: Int

    init(recordings: Int, reps: Int, complete: Int, good: Int, present: Int) {
      self.recordings = recordings
      self.reps = reps
      self.complete = complete
      self.good = good
      self.present = present
    }

    init(_ reports: [RecordingReport]) {
      let used = reports.filter { $0.status != .rejected }
      let reps = used.flatMap(\.reps)
      self.init(
        recordings: used.count, reps: reps.count, complete: reps.count { $0.complete },
        good: reps.count { $0.isGood },
        present: reps.flatMap(\.findings).count { $0.status == .present })
    }
  }

  private static let demo = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/demo").path

  private func database(_ program: Program, _ name: String) throws -> [RecordingReport] {
    var reader = try DatabaseReader(path: program.folder.appending(path: name).path)
    var reports: [RecordingReport] = []
    while let line = try reader.next() { reports.append(line.report) }
    return reports
  }

  /// Rows by column name; the fields asked for hold no commas.
  private func rows(_ table: String) -> [[String: String]] {
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  @Test func totalsAgree() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("frame,nothing\n1,2\n", to: "in/broken.csv")
    try program.write(Program.set(), to: "in/front.csv")
    let ending = try program.run("analyze", "in", Self.demo, "-o", "out", "-q")
    #expect(ending.code == 2)

    let lines = try program.read("out/results.ndjson").split(separator: "\n").map {
      try ResultsReader.read(Array($0.utf8)).report
    }
    let totals = Totals(lines)
    #expect(totals.recordings == 11 && totals.present > 0 && totals.good > 0)

    #expect(Totals(try database(program, "out/formcheck.sqlite")) == totals)

    let run = try program.read("out/run.json")
    #expect(
      run.contains(
        #""recordings":\#(totals.recordings),"reps":\#(totals.reps),"#
          + #""complete_reps":\#(totals.complete),"good_reps":\#(totals.good),"#
          + #""findings_present":\#(totals.present)"#))

    let reps = rows(try program.read("out/reps.csv"))
    let findings = rows(try program.read("out/findings.csv"))
    #expect(
      Totals(
        recordings: Set(findings.compactMap { $0["recording"] }).count, reps: reps.count,
        complete: reps.count { $0["complete"] == "yes" }, good: reps.count { $0["good"] == "yes" },
        present: findings.count { $0["status"] == "present" && $0["rep"] != "" }) == totals)

    let page = try program.read("out/index.html")
    #expect(page.contains("\(totals.good) of \(totals.complete) reps"))
  }

  @Test func aSecondRunUpdatesTheDatabase() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(), to: "in/a.csv")
    try program.write(Program.set(reps: 3), to: "in/b.csv")
    _ = try program.run("analyze", "in", "-o", "out", "-q")
    let first = try Data(contentsOf: program.folder.appending(path: "out/formcheck.sqlite"))
    // What a program that looked at it left behind is not the new one's.
    try program.write("x", to: "out/formcheck.sqlite-wal")
    _ = try program.run("analyze", "in", "-o", "out", "-q")
    let second = try Data(contentsOf: program.folder.appending(path: "out/formcheck.sqlite"))
    #expect(first == second)
    #expect(!program.exists("out/formcheck.sqlite-wal"))

    try program.write(Program.set(reps: 4), to: "in/b.csv")
    _ = try program.run("analyze", "in", "-o", "out", "-q")
    #expect(try database(program, "out/formcheck.sqlite").map(\.completeReps) == [2, 4])
    _ = try program.run("analyze", "in", "-o", "new", "-q", "-j", "4")
    let new = try Data(contentsOf: program.folder.appending(path: "new/formcheck.sqlite"))
    #expect(
      try Data(contentsOf: program.folder.appending(path: "out/formcheck.sqlite")) == new)
  }

  @Test func theDatabaseNeedsNoOtherFormat() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Program.set(), to: "in/a.csv")
    for _ in 0..<2 {
      _ = try program.run("analyze", "in", "-o", "out", "-q", "--formats", "sqlite")
      #expect(!program.exists("out/results.ndjson"))
      #expect(try database(program, "out/formcheck.sqlite").count == 1)
    }
  }
}

import Foundation
import Testing

/// The demo's results as they were last looked at and found right.
///
/// With RECORD=1 in the environment the files are written anew and the test fails, so that a
/// recording run can never pass for a check.
@Suite struct Golden {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["results.ndjson", "reps.csv", "findings.csv"])
  func demoIsAsRecorded(name: String) throws {
    let program = try Program()
    defer { program.remove() }
    let demo = Self.root.appending(path: "Fixtures/demo").path
    let ending = try program.run("analyze", demo, "-o", "report", "--formats", "csv,json", "-q")
    #expect(ending.code == 0)
    let now = try program.read("report/\(name)")
    let golden = Self.root.appending(path: "Fixtures/golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try now.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded anew; look at its changes and run without RECORD")
      return
    }
    let then = try String(contentsOf: golden, encoding: .utf8)
    let lines = zip(now.split(separator: "\n"), then.split(separator: "\n"))
    let different = lines.enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      now == then,
      "\(name) differs from line \((different?.offset ?? 0) + 1); RECORD=1 records it anew")
  }
}

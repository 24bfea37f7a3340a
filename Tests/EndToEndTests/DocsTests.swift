import Foundation
import Testing

/// The manual page and the completions are made from the program, and are what their readers take.
@Suite struct DocsTests {
  private static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scripts/make-docs").path

  /// Runs a program found on PATH; nil when there is none.
  private func run(_ words: String...) throws -> (code: Int32, messages: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let messages = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 127 ? nil : (process.terminationStatus, messages)
  }

  @Test func areMadeAndParse() throws {
    let program = try Program()
    defer { program.remove() }
    guard try run("python3", "--version") != nil else { return }
    let docs = program.folder.appending(path: "docs").path
    let built = Bundle.main.bundleURL.appending(path: "formcheck").path
    let made = try #require(try run("python3", Self.script, "-o", docs, built))
    #expect(made.code == 0, "\(made.messages)")
    for (shell, file) in [
      ("bash", "bash/formcheck"), ("zsh", "zsh/_formcheck"), ("fish", "fish/formcheck.fish"),
    ] {
      #expect(try program.read("docs/\(file)").contains("history"))
      guard let parsed = try run(shell, "-n", "\(docs)/\(file)") else { continue }
      #expect(parsed.code == 0, "\(shell): \(parsed.messages)")
    }
    let page = try program.read("docs/man1/formcheck.1")
    for command in ["analyze", "compare", "history", "report", "inspect", "explain"] {
      #expect(page.contains("\n.SS \(command)\n"))
    }
    #expect(page.contains("\\fB\\-\\-formats\\fR"))
    if let shown = try run("man", "--warnings", "-l", "\(docs)/man1/formcheck.1") {
      #expect(shown.code == 0 && shown.messages == "", "\(shown.messages)")
    }
  }
}

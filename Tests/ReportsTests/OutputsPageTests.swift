import Foundation
import Reports
import Testing

/// The page that says what the tables hold names every column, and none that is not there.
@Suite struct OutputsPageTests {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Batch/Documentation.docc/Outputs.md")

  /// The names in the first column of the tables below a heading.
  private func names(below heading: String) throws -> [String] {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) })
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").map(String.init)
        .filter { !$0.trimmingCharacters(in: [" ", ","]).isEmpty }
    }
  }

  /// Columns without those of the standard deviations, which are not listed.
  private func values(_ columns: [String]) -> [String] {
    columns.filter { !$0.contains("_sd_") && !$0.hasSuffix("_sd") }.sorted()
  }

  @Test func listsTheColumns() throws {
    #expect(try names(below: "reps.csv").sorted() == values(RepsTable.columns))
    #expect(try names(below: "findings.csv").sorted() == FindingsTable.columns.sorted())
    let table = try #require(AnglesTable.render(Sample.report()))
    let header = String(decoding: table.prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(try names(below: "angles/").sorted() == values(header.components(separatedBy: ",")))
  }
}

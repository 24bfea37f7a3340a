internal import Mustache

/// The pages of a report: pure functions of the results.
package struct Pages: Sendable {
  /// What every page says about the run.
  package struct Run: Sendable {
    package var settings: [(name: String, value: String)]
    package var accounts: RunAccounts

    package init(settings: [(name: String, value: String)], accounts: RunAccounts) {
      self.settings = settings
      self.accounts = accounts
    }
  }

  private let version: String

  package init(version: String) { self.version = version }

  /// `index.html`. Rejected recordings are those that could not be used.
  package func index(_ summaries: [SetSummary], run: Run) -> [UInt8] {
    render("index", IndexContext(summaries, run: run).values)
  }

  /// `recordings/NAME.html`.
  package func recording(_ report: RecordingReport) -> [UInt8] {
    render("recording", RecordingContext(report).values)
  }

  private func render(_ template: String, _ values: [String: Any]) -> [UInt8] {
    var values = values
    values["version"] = version
    values["policy"] = PagePolicy.markup
    values["style"] = Self.style
    values["script"] = Self.script
    return Array((Templates.compiled.render(values, withTemplate: template) ?? "").utf8)
  }

  private static let style: Markup = {
    var writer = MarkupWriter()
    writer.tag(.init(stringLiteral: Style.sheet))
    return writer.markup
  }()

  private static let script: Markup = {
    var writer = MarkupWriter()
    writer.tag(.init(stringLiteral: Script.source))
    return writer.markup
  }()
}

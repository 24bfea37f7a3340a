import ArgumentParser
import Batch
import Faults

/// What is written, and where.
struct OutputOptions: ParsableArguments {
  /// The folder that is written into when none is named.
  static let defaultFolder = "formcheck-report"

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder to write into; made where needed. (default: \(defaultFolder))", valueName: "dir"))
  var folder: String?

  @Option(
    name: .customLong("formats"),
    help: "The kinds of output, separated by commas: html, csv, json, sqlite. (default: all)",
    transform: Self.formats)
  var formats: Set<Format> = Set(Format.allCases)

  @Flag(help: "Also write a table of the angles of every frame for each recording.")
  var angles = false

  @Flag(help: "Also print the athletes' pages as athletes.pdf, an A4 page each; needs Chromium.")
  var pdf = false

  @Option(
    help: ArgumentHelp(
      "With '-', write a line of JSON for each recording to standard output; then a folder is "
        + "written only where --output names one.", valueName: "-"))
  var json: String?

  @Option(
    name: .customLong("fail-on"),
    help: "Exit with code 1 when a set shows a mistake of this degree or worse.")
  var failOn: FailOn = .never

  var writesResults: Bool { json != nil }

  /// The folder to write into; nil when results go to standard output only.
  var folderPath: [UInt8]? {
    if let folder { return Arguments.bytes(of: [folder]).first }
    return writesResults ? nil : Array(Self.defaultFolder.utf8)
  }

  /// What to open first, as a person would type it.
  var shownReport: String? {
    guard folderPath != nil else { return nil }
    return (folder ?? Self.defaultFolder) + (formats.contains(.html) ? "/index.html" : "")
  }

  /// What shaped the results, for `run.json`.
  var settings: [(name: String, value: String)] {
    let names = Format.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
    return [
      ("formats", names),
      ("angles", angles ? "yes" : "no"),
    ]
  }

  func validate() throws {
    if folder?.isEmpty == true {
      throw ValidationError("'--output' names no folder; perhaps a variable is not set.")
    }
    if pdf, !formats.contains(.html) || folderPath == nil {
      throw ValidationError(
        "'--pdf' prints pages, so it needs 'html' among '--formats', and a folder.")
    }
    if let json, json != "-" {
      throw ValidationError("'--json' takes only '-', for standard output.")
    }
  }

  private static func formats(_ text: String) throws -> Set<Format> {
    let names = text.split(separator: ",").map(String.init)
    let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
    let formats = try names.map { name in
      if name == "parquet" {
        throw ValidationError(
          "Parquet is written by Scripts/spark/analyze, with the rows of csv and sqlite; "
            + "'--formats' has \(known).")
      }
      guard let format = Format(rawValue: name) else {
        throw ValidationError("'\(name)' is not a format of '--formats'; there are \(known).")
      }
      return format
    }
    if formats.isEmpty { throw ValidationError("'--formats' needs at least one of \(known).") }
    return Set(formats)
  }
}

/// The degree of mistake that `--fail-on` waits for.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case mild, moderate, severe, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

internal import Database
internal import Faults
internal import Glibc
package import Reports

/// The results of runs, for what is told across them.
package enum EarlierResults {
  /// All reports of an output folder, from its database or, where there is none, from
  /// `results.ndjson`; or of either file itself. What says why a rep was judged as it was is left
  /// out: many runs fit into memory. The error is a sentence.
  package static func reports(at path: [UInt8]) throws(TextFileError) -> [RecordingReport] {
    let name = Array("formcheck.sqlite".utf8)
    if (try? FileKind(path: path, followingLinks: true)) == .folder {
      let inside = PathText.joined(path, name)
      if (try? FileKind(path: inside, followingLinks: true)) == .regular {
        return try database(inside)
      }
    } else if PathText.ending(path) == "sqlite" {
      return try database(path)
    }
    var file = try ResultsFile(path)
    var reports: [RecordingReport] = []
    while let line = try file.next() { reports.append(line.report.withoutReasons) }
    return reports
  }

  private static func database(_ path: [UInt8]) throws(TextFileError) -> [RecordingReport] {
    do {
      let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      try file.requireFile()
      // SQLite takes paths as UTF-8, which those of the system need not be.
      var reader = try DatabaseReader(path: "/proc/self/fd/\(file.number)")
      var reports: [RecordingReport] = []
      while let line = try reader.next() { reports.append(line.report.withoutReasons) }
      return reports
    } catch {
      throw TextFileError(description: "\(PathText.text(path)): \(error)")
    }
  }
}

extension RecordingReport {
  fileprivate var withoutReasons: RecordingReport {
    var report = self
    for rep in report.reps.indices {
      for finding in report.reps[rep].findings.indices {
        report.reps[rep].findings[finding].reason = ""
      }
    }
    report.warnings = []
    report.assessment = nil
    return report
  }
}

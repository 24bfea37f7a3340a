import FoundationEssentials

/// The results of a run, as `results.ndjson` holds them.
package struct ResultsTable: Sendable {
  let lines: [ResultLine]

  /// Reads the lines of the file; blank ones are passed over. `file` is the name that errors show.
  package init(ndjson bytes: [UInt8], file: String) throws(EvaluationError) {
    let decoder = JSONDecoder()
    var lines: [ResultLine] = []
    let texts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() where !text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      do {
        lines.append(try decoder.decode(ResultLine.self, from: Data(text)))
      } catch {
        throw EvaluationError(file: file, line: index + 1, message: Self.sentence(error))
      }
    }
    self.lines = lines
  }

  private static func sentence(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "cannot be read" }
    switch error {
    case .keyNotFound(let key, let context):
      return "'\(name(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "'\(name(context.codingPath))' is of another kind than expected"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "is no JSON object" : "'\(name(context.codingPath))' holds an unknown word"
    @unknown default: return "cannot be read"
    }
  }

  /// "reps[0].findings[3].status".
  private static func name(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { name, key in
      if let index = key.intValue {
        name += "[\(index)]"
      } else {
        name += (name.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

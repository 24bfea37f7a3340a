import Faults
import PoseCSV
import Reports

extension FuzzTarget {
  /// Files that people write: settings, mappings, sidecars. Each is understood, or refused in a
  /// sentence.
  package static let settings = FuzzTarget(name: "settings") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let config = try Config(yaml: text, file: "fuzz.yml")
      for words in config.words where words.name.isEmpty { return "a setting without a name" }
    } catch {
      if "\(error)".isEmpty { return "an error without a sentence" }
    }
    do throws(PoseCSVError) {
      _ = try Mapping(yaml: text, file: "fuzz.yml")
    } catch {
      if error.message.isEmpty { return "an error without a sentence" }
    }
    do throws(JSONFailure) {
      _ = try JSONValue(bytes)
    } catch {
      if error.message.isEmpty { return "an error without a sentence" }
    }
    return nil
  }

  /// Texts from elsewhere, in every kind of output: still texts.
  package static let texts = FuzzTarget(name: "texts") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    return Sinks.violation(ofCell: text) ?? Sinks.violation(ofMarkup: text)
      ?? Sinks.violation(onTerminal: text) ?? Sinks.violation(ofJSON: text)
  }
}

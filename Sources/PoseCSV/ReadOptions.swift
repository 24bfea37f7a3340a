package import Pose

/// What is known of a file besides its bytes.
///
/// Where several say the same thing, an option beats the sidecar, the sidecar the manifest, and
/// each of them a guess from the file.
package struct ReadOptions: Sendable {
  /// Values that a person gave beside the file.
  package struct Given: Sendable, Equatable {
    /// Frames a second.
    package var fps: Double?
    /// Pixels.
    package var width: Double?
    package var height: Double?
    package var view: String?
    package var athlete: String?
    package var date: String?
    package var set: String?
    package var loadKilograms: Double?
    package var style: String?
    package var units: Units?

    package init() {}
  }

  /// Which people of a file are read.
  package enum Person: Sendable, Equatable {
    /// Those who squat; the one who is most there where none does.
    case squatting
    case all
    /// The largest of those who squat.
    case main
    case id(String)
  }

  /// From the command line.
  package var option = Given()
  /// From `NAME.json` beside the recording.
  package var sidecar = Given()
  /// From the manifest's row.
  package var manifest = Given()
  /// From the command line, or found by an earlier stretch of the same recording.
  package var units: Units?
  /// The layout or mapping that the file is to be read with.
  package var layout: LayoutChoice?
  package var person = Person.squatting
  package var limits = Limits()
  /// The result says what the file was taken for, and why: for people who ask.
  package var isDescribed = true
  /// What is remembered from file to file; no result depends on it.
  package var headers = HeaderMemory()
  /// Warnings from before the reading, such as an unreadable sidecar.
  package var warnings: [Warning] = []
  /// Where in a long recording the rows lie; nil for a recording as a whole.
  var place: StretchPlace?

  package init() {}

  /// The first value given, and by whom.
  package func given<Value>(
    _ value: KeyPath<Given, Value?> & Sendable
  ) -> (value: Value, by: ImageSize.Source)? {
    if let found = option[keyPath: value] { return (found, .option) }
    if let found = sidecar[keyPath: value] { return (found, .sidecar) }
    if let found = manifest[keyPath: value] { return (found, .manifest) }
    return nil
  }
}

extension ReadOptions {
  /// The unit that a person gave, and how.
  var statedUnits: (units: Units, reason: String)? {
    if let units { return (units, "given by --units") }
    guard let given = given(\.units) else { return nil }
    return (given.value, given.by == .manifest ? "given by the manifest" : "given by the sidecar")
  }
}

/// How `--layout` is to be understood.
package enum LayoutChoice: Sendable {
  case layout(Layout)
  case mapping(Mapping)
}

/// What one file may ask of the reader. A file that goes beyond is refused, naming the limit.
package struct Limits: Sendable, Equatable {
  /// Bytes of a row, all of its lines included.
  package var rowBytes = 1 << 20
  /// Bytes of a text field.
  package var fieldBytes = 64 << 10
  package var columns = 4096
  package var rows = 10_000_000
  /// People or keypoint names in one file.
  package var names = 4096
  /// The share of rows that may be rejected before the file is.
  package var rejectedShare = 0.10
  /// Bytes that come out of one archive or compressed file.
  package var expandedBytes = 1 << 30
  /// How many times its size an archive may expand to.
  package var expansion = 200
  /// Bytes that an archive may expand to whatever its size.
  package var freelyExpandedBytes = 16 << 20
  /// Members of one archive.
  package var members = 10_000
  /// Bytes of a file that is taken as a whole; a longer recording is read in stretches, and so is
  /// one of more than `stretchBytes` that comes through a pipe, whose length nobody knows.
  package var wholeBytes = 32 << 20
  /// Bytes that a stretch adds to those that it shares with the one before, and how many the two
  /// share: at 30 frames a second and 1,700 bytes a row, about 140 seconds and one minute.
  package var stretchBytes = 7 << 20
  package var sharedBytes = 3 << 20

  package init() {}

  /// Bytes of a number.
  static let numberBytes = 64
  /// Coordinates at or beyond this magnitude are no coordinates.
  static let coordinate = 1e7
}

extension Limits {
  /// The limits that a person may set, as `--limit` spells them.
  package enum Name: String, Sendable, CaseIterable {
    case line, field, columns, rows, names, rejected, expanded, expansion, members, whole

    /// What may be set.
    package var range: ClosedRange<Int> {
      switch self {
      case .line, .field: 64...1 << 30
      case .columns, .names, .expansion, .members: 1...1 << 20
      case .rows: 1...1 << 30
      case .rejected: 0...100
      case .expanded: 1...1 << 40
      case .whole: 1 << 20...1 << 32
      }
    }

    /// What is counted, in words.
    package var meaning: String {
      switch self {
      case .line: "bytes of a row"
      case .field: "bytes of a text field"
      case .columns: "columns"
      case .rows: "rows of a file that is taken as a whole"
      case .names: "people or keypoints of a file"
      case .rejected: "rows in a hundred that may be unusable"
      case .expanded: "bytes that come out of a compressed file"
      case .expansion: "times its size that a compressed file may expand to"
      case .members: "members of an archive"
      case .whole: "bytes of a file that is taken as a whole, not in stretches"
      }
    }

    /// How a person lets more pass.
    var hint: String { "; --limit \(rawValue)=N sets another" }
  }

  package subscript(name: Name) -> Int {
    get {
      switch name {
      case .line: rowBytes
      case .field: fieldBytes
      case .columns: columns
      case .rows: rows
      case .names: names
      case .rejected: Int((rejectedShare * 100).rounded())
      case .expanded: expandedBytes
      case .expansion: expansion
      case .members: members
      case .whole: wholeBytes
      }
    }
    set {
      switch name {
      case .line: rowBytes = newValue
      case .field: fieldBytes = newValue
      case .columns: columns = newValue
      case .rows: rows = newValue
      case .names: names = newValue
      case .rejected: rejectedShare = Double(newValue) / 100
      case .expanded: expandedBytes = newValue
      case .expansion: expansion = newValue
      case .members: members = newValue
      case .whole: wholeBytes = newValue
      }
    }
  }

  /// Why a row is refused.
  var longRow: String {
    "the row is longer than the limit of \(rowBytes) bytes\(Name.line.hint)"
  }
}

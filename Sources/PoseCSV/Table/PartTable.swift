/// Tells the recordings of one table apart, by the texts of all columns that name them.
struct PartTable {
  /// One recording of a table.
  struct Part {
    /// The texts of the columns that differ, between slashes.
    var id: String
    var athlete: String?
  }

  /// The columns, from left to right.
  let columns: [Int]
  private let athlete: Int?
  /// The text of each column in this row. An empty cell stands for the one above it, as in sheets
  /// that name a set in its first row only.
  private var texts: [[UInt8]]
  private var names = NameTable()
  private var key: [UInt8] = []
  // No control below the blank: the ends of names are trimmed.
  private static let separator = UInt8(0x7F)

  init(_ roles: [TablePlan.Role]) {
    columns = roles.indices.filter { roles[$0] == .recording || roles[$0] == .athlete }
    athlete = columns.firstIndex { roles[$0] == .athlete }
    texts = columns.map { _ in [] }
  }

  var isUsed: Bool { !columns.isEmpty }

  /// Takes a row's text in one of the columns.
  mutating func take(_ field: UnsafeBufferPointer<UInt8>, _ column: Int) {
    guard let place = columns.firstIndex(of: column),
      field.contains(where: { $0 > UInt8(ascii: " ") }), !texts[place].elementsEqual(field)
    else { return }
    texts[place] = Array(field)
  }

  /// The number of the recording that the row is of; nil when there are `limit` already.
  mutating func code(limit: Int) -> Int32? {
    key.removeAll(keepingCapacity: true)
    for text in texts {
      for byte in text where byte != Self.separator { key.append(byte) }
      key.append(Self.separator)
    }
    return key.withUnsafeBufferPointer { names.code($0, limit: limit) }
  }

  var hasInvalidText: Bool { names.hasInvalidText }

  /// The recordings in the order of their numbers.
  var parts: [Part] {
    let all = names.strings.map { name in
      name.unicodeScalars.split(
        separator: Unicode.Scalar(Self.separator), omittingEmptySubsequences: false
      ).prefix(columns.count).map { String($0).trimmed }
    }
    let differing = columns.indices.filter { place in
      Set(all.map { $0.indices.contains(place) ? $0[place] : "" }).count > 1
    }
    return all.map { texts in
      let athlete = athlete.flatMap { texts.indices.contains($0) ? texts[$0] : nil }
      return Part(
        id: differing.compactMap { texts.indices.contains($0) ? texts[$0] : nil }
          .filter { !$0.isEmpty }.joined(separator: "/"),
        athlete: athlete.flatMap { $0.isEmpty ? nil : $0 })
    }
  }
}

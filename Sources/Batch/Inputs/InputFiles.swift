/// Many files that were found, in about twice the bytes of their names: a run keeps them to its end.
package struct InputFiles: RandomAccessCollection, Sendable {
  /// All names, one behind another.
  private var names: [UInt8] = []
  private var places: [[UInt8]] = []
  private var entries: [Entry] = []
  /// Few files have one.
  private var obstacles: [Int: String] = [:]

  private struct Entry {
    /// Where the name ends.
    var end: Int
    var place: UInt32
    var isPlaceFolder: Bool
    var isNamed: Bool
  }

  init(_ files: [InputFile] = []) {
    entries.reserveCapacity(files.count)
    names.reserveCapacity(files.reduce(0) { $0 + $1.name.count })
    for (index, file) in files.enumerated() {
      precondition(!file.isMember, "members are found when their archive is read")
      // Files of one folder follow each other, as a rule.
      if places.last != file.place { places.append(file.place) }
      names += file.name
      entries.append(
        Entry(
          end: names.count, place: UInt32(places.count - 1), isPlaceFolder: file.isPlaceFolder,
          isNamed: file.isNamed))
      if let obstacle = file.obstacle { obstacles[index] = obstacle }
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> InputFile {
    let entry = entries[index]
    let start = index == 0 ? 0 : entries[index - 1].end
    return InputFile(
      at: places[Int(entry.place)], isFolder: entry.isPlaceFolder,
      name: Array(names[start..<entry.end]), isNamed: entry.isNamed, obstacle: obstacles[index])
  }
}

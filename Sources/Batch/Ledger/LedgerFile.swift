internal import Glibc

/// The form of a ledger: records one after another, each behind its length and its checksum, so
/// that one which was cut off, or is not what was written, shows.
///
/// The first record says what the run was told, an entry follows for every file, and the last
/// names the outputs of the run as a whole.
enum LedgerFile {
  enum Kind: UInt8 { case beginning = 1, entry, end }

  /// Changes when a reader of old ledgers would misread new ones.
  static let form = "formcheck ledger 1"
  /// Bytes before a record: four of its length, eight of its checksum.
  static let prefix = 12
  /// Bytes of the longest record.
  static let longest = 1 << 28

  static func framed(_ kind: Kind, _ record: RecordWriter) -> [UInt8] {
    let body = [kind.rawValue] + record.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(prefix + body.count)
    bytes.append(littleEndian: UInt64(body.count), bytes: 4)
    bytes.append(littleEndian: Checksum.of(body), bytes: 8)
    return bytes + body
  }

  /// Walks through the records from the beginning of a file, until `take` returns false or one is
  /// damaged. A record is at `place` and `count` bytes long, without its prefix.
  static func walk(
    _ file: borrowing Descriptor, _ take: (Kind, _ body: [UInt8], _ place: Int) -> Bool
  ) {
    var place = 0
    while let prefix = try? file.read(prefix, at: place), prefix.count == Self.prefix {
      let count = Int(truncatingIfNeeded: prefix.littleEndian(at: 0, bytes: 4))
      guard (1...longest).contains(count),
        let body = body(of: file, at: place + Self.prefix, count: count, prefix),
        let kind = Kind(rawValue: body[0])
      else { return }
      guard take(kind, body, place) else { return }
      place += Self.prefix + count
    }
  }

  /// The record at a place found in a walk; nil when it is no more what it was.
  static func record(_ file: borrowing Descriptor, at place: Int) -> RecordReader? {
    guard let prefix = try? file.read(prefix, at: place), prefix.count == Self.prefix else {
      return nil
    }
    let count = Int(truncatingIfNeeded: prefix.littleEndian(at: 0, bytes: 4))
    guard (1...longest).contains(count),
      let body = body(of: file, at: place + Self.prefix, count: count, prefix)
    else { return nil }
    return RecordReader(body, from: 1)
  }

  private static func body(
    of file: borrowing Descriptor, at place: Int, count: Int, _ prefix: [UInt8]
  ) -> [UInt8]? {
    guard let body = try? file.read(count, at: place), body.count == count,
      Checksum.of(body) == prefix.littleEndian(at: 4, bytes: 8)
    else { return nil }
    return body
  }
}

/// Writes the ledger of a run, file by file.
struct LedgerWriter: ~Copyable {
  private var file: OutputFile?

  init(into folder: OutputFolder, settings: Digest) throws(RunError) {
    var file = try folder.openShared(OutputFolder.ledgerName)
    var record = RecordWriter()
    record.text(LedgerFile.form)
    record.digest(settings)
    try file.append(LedgerFile.framed(.beginning, record))
    self.file = consume file
  }

  mutating func add(_ entry: LedgerEntry) throws(RunError) {
    var record = RecordWriter()
    entry.write(to: &record)
    try file?.append(LedgerFile.framed(.entry, record))
  }

  /// Hands what was added to the system, which keeps it when this process dies.
  mutating func flush() throws(RunError) { try file?.flush() }

  /// Ends it with the outputs of the whole run.
  mutating func finish(_ outputs: [String], in folder: OutputFolder) throws(RunError) {
    guard var file = file.take() else { return }
    var record = RecordWriter()
    record.list(outputs) { $0.text($1) }
    try file.append(LedgerFile.framed(.end, record))
    try folder.take(file)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: UInt64, bytes: UInt64) {
    for byte in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }

  fileprivate func littleEndian(at place: Int, bytes: Int) -> UInt64 {
    (0..<bytes).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64(8 * $1) }
  }
}

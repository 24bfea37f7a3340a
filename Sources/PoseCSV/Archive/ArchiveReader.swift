import CLibarchive
import Glibc

/// One walk through an archive, member after member; a compressed file is an archive of one
/// nameless member.
///
/// Only the formats and compressions named here are known to the library, so that no table is
/// ever taken for a listing. What comes out is counted, also what is passed over, and the walk
/// ends where it becomes too much.
struct ArchiveReader: ~Copyable {
  /// What the bytes turned out to be.
  enum Form { case table, tar, zip, empty }

  /// Why the walk, or a member, could not go on.
  struct Failure: Error {
    var message: String
    /// Nothing more can be read from this walk.
    var isFinal = true
    /// The bytes end too early; those before are as they were.
    var isCut = false
    var kind = PoseCSVError.Kind.otherFormat
  }

  /// What a member is.
  enum Kind { case file, folder, link, special }

  struct Member {
    /// As it stands in the archive; never a path to open.
    var name: [UInt8]
    var kind: Kind
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let limits: Limits
  /// Bytes of the archive itself; nil where they come one after another.
  private let size: Int?
  /// Bytes that came out of it.
  private var expanded = 0
  private var members = 0
  /// The current member is done with.
  private var isLeft = true
  private var block = [UInt8](repeating: 0, count: 64 << 10)

  /// Begins a walk; the bytes must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) throws(Failure) {
    archive = try Self.open(
      [
        archive_read_support_format_tar, archive_read_support_format_zip,
        archive_read_support_format_raw, archive_read_support_format_empty,
      ]
    ) { archive_read_open_memory($0, bytes.baseAddress, bytes.count) }
    self.limits = limits
    size = bytes.count
  }

  /// Begins a walk through the tar archives that a descriptor gives, one behind another.
  init(tarsFrom descriptor: Int32, limits: Limits) throws(Failure) {
    archive = try Self.open([archive_read_support_format_tar, archive_read_support_format_empty]) {
      archive in
      _ = archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
      return archive_read_open_fd(archive, descriptor, 64 << 10)
    }
    self.limits = limits
    size = nil
  }

  deinit { archive_read_free(archive) }

  /// Known after the first call of `next`.
  var form: Form {
    switch archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK {
    case ARCHIVE_FORMAT_TAR: .tar
    case ARCHIVE_FORMAT_ZIP: .zip
    case ARCHIVE_FORMAT_EMPTY: .empty
    default: .table
    }
  }

  /// How many compressions lie on top of each other.
  var compressions: Int { Int(archive_filter_count(archive)) - 1 }

  /// The next member; what is left of the one before is passed over. Nil at the end.
  mutating func next() throws(Failure) -> Member? {
    if !isLeft { try skip() }
    // Names are converted to the thread's character set: without this one, others are lost.
    let before = uselocale(Self.locale)
    defer { uselocale(before) }
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
      throw failure(isFinal: true)
    }
    guard compressions <= 1 else {
      throw Failure(message: "is compressed more than once; unpack it first", kind: .limit)
    }
    members += 1
    isLeft = false
    guard members <= limits.members else {
      throw Failure(
        message: "holds more than \(limits.members) members, the limit of members in an archive; "
          + "unpack it\(Limits.Name.members.hint)", kind: .limit)
    }
    let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    return Member(
      name: name.map { Array(UnsafeBufferPointer(rebasing: bytes(of: $0))) } ?? [],
      kind: Self.kind(entry), isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// Appends the member's next bytes; false when it has no more.
  mutating func read(into bytes: inout [UInt8]) throws(Failure) -> Bool {
    let taken = try readBlock()
    bytes += block[..<taken]
    return taken > 0
  }

  /// Lets the current member be: `next` goes on behind it without unpacking it where the format
  /// can. For members that a walk before has counted.
  mutating func leave() { isLeft = true }

  private mutating func skip() throws(Failure) {
    do {
      while try readBlock() > 0 {}
    } catch {
      if error.isFinal { throw error }
    }
  }

  private mutating func readBlock() throws(Failure) -> Int {
    let archive = archive
    let taken = block.withUnsafeMutableBytes {
      archive_read_data(archive, $0.baseAddress, $0.count)
    }
    guard taken >= 0 else { throw failure(isFinal: taken == Int(ARCHIVE_FATAL)) }
    expanded += taken
    guard expanded <= limits.expandedBytes else {
      throw Failure(
        message: "unpacks to more than \(limits.expandedBytes) bytes, the limit of expanded bytes; "
          + "split it, or unpack it\(Limits.Name.expanded.hint)", kind: .limit)
    }
    guard expanded <= limits.freelyExpandedBytes || expanded / limits.expansion <= packed else {
      throw Failure(
        message: "unpacks to more than \(limits.expansion) times its size, the limit of expansion; "
          + "unpack it if it can be trusted\(Limits.Name.expansion.hint)", kind: .limit)
    }
    return taken
  }

  /// Bytes of the archive as far as it was read.
  private var packed: Int { size ?? Int(archive_filter_bytes(archive, -1)) }

  private static func open(
    _ formats: [(OpaquePointer?) -> Int32], from source: (OpaquePointer) -> Int32
  ) throws(Failure) -> OpaquePointer {
    guard let archive = archive_read_new() else {
      throw Failure(message: "there is no memory to unpack it", kind: .limit)
    }
    for enable in [
      archive_read_support_filter_gzip, archive_read_support_filter_zstd,
      archive_read_support_filter_xz, archive_read_support_filter_bzip2,
    ] + formats { _ = enable(archive) }
    if source(archive) != ARCHIVE_OK {
      let failure = failure(of: archive, isFinal: true)
      archive_read_free(archive)
      throw failure
    }
    return archive
  }

  private func failure(isFinal: Bool) -> Failure { Self.failure(of: archive, isFinal: isFinal) }

  private static func failure(of archive: OpaquePointer, isFinal: Bool) -> Failure {
    let said = archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    let isCut = said.lowercased().contains("truncated") || said.contains("Unexpected end")
    return Failure(message: said, isFinal: isFinal, isCut: isCut)
  }

  private static func kind(_ entry: OpaquePointer) -> Kind {
    if archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil { return .link }
    switch archive_entry_filetype(entry) & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    case S_IFREG, 0: return .file
    default: return .special
    }
  }

  nonisolated(unsafe) private static let locale = newlocale(
    1 << LC_CTYPE, "C.UTF-8", nil)
}

private func bytes(of text: UnsafePointer<CChar>) -> Slice<UnsafeBufferPointer<UInt8>> {
  let count = strlen(text)
  return text.withMemoryRebound(to: UInt8.self, capacity: count) {
    UnsafeBufferPointer(start: $0, count: count)[...]
  }
}

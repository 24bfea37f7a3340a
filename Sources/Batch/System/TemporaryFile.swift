internal import Glibc
internal import Synchronization

/// Files for what is too much for memory, where no output folder is at hand.
enum TemporaryFile {
  /// The system's folder for them.
  static let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

  private static let counter = Atomic<Int>(0)

  /// A file without a name in there, to be written and read.
  static func open() throws(SystemError) -> Descriptor {
    let place = try Descriptor(Array(folder.utf8), flags: O_RDONLY | O_DIRECTORY)
    let number = counter.add(1, ordering: .relaxed).newValue
    return try open(in: place.number, name: "formcheck-\(getpid())-\(number)")
  }

  /// A file in a folder, whose name is taken away at once.
  static func open(in folder: Int32, name: String) throws(SystemError) -> Descriptor {
    let name = Array(name.utf8)
    let file = try Descriptor(
      name, in: folder, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
    _ = name.withCString { unlinkat(folder, $0, 0) }
    return file
  }
}

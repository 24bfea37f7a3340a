internal import Glibc

/// The names in a folder, byte for byte as the system has them.
enum Folder {
  struct Entry: Sendable {
    var name: [UInt8]
    var kind: FileKind
  }

  /// Everything in a folder but itself and its parent, sorted by the bytes of the names.
  static func entries(_ path: [UInt8]) throws(SystemError) -> [Entry] {
    try entries(
      readingFrom: retrying {
        path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      })
  }

  /// The same of a folder that is open.
  static func entries(of folder: Int32) throws(SystemError) -> [Entry] {
    try entries(readingFrom: retrying { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Takes the descriptor over.
  private static func entries(readingFrom descriptor: Int32) throws(SystemError) -> [Entry] {
    guard let stream = fdopendir(descriptor) else {
      let error = SystemError.last
      close(descriptor)
      throw error
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        break
      }
      let name = name(of: entry)
      if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
      entries.append(Entry(name: name, kind: kind(of: entry, named: name, in: descriptor)))
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return entries
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }

  private static func kind(
    of entry: UnsafeMutablePointer<dirent>, named name: [UInt8], in folder: Int32
  ) -> FileKind {
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): return .regular
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      var status = stat()
      let result = name.withCString { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
      return result == 0 ? FileKind(status) : .other
    default: return .other
    }
  }
}

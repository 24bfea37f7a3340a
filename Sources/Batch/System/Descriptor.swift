internal import CLinux
internal import Glibc

/// An open file or folder; closed when it goes.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Opens a path, relative to `folder` when one is given.
  init(
    _ path: [UInt8], in folder: Int32 = AT_FDCWD, flags: Int32, mode: mode_t = 0o666
  ) throws(SystemError) {
    number = try retrying {
      path.withCString { openat(folder, $0, flags | O_CLOEXEC, mode) }
    }
  }

  deinit { _ = Glibc.close(number) }

  func status() throws(SystemError) -> stat {
    var status = stat()
    _ = try retrying { fstat(number, &status) }
    return status
  }

  /// Throws where it is a folder, or something else than a file with an end.
  func requireFile() throws(SystemError) {
    switch FileKind(try status()) {
    case .regular: return
    case .folder: throw SystemError(code: EISDIR)
    case .link, .other: throw .noFile
    }
  }

  /// Writes all of it.
  func write(_ bytes: borrowing [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.count - done
      done += try retrying {
        bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress.map { $0 + done }, count) }
      }
    }
  }

  /// Reads from where it stands to the end, but no more than `limit` bytes.
  func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while bytes.count < limit {
      let room = min(block.count, limit - bytes.count)
      let taken = try retrying {
        block.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, room) }
      }
      if taken == 0 { break }
      bytes += block[..<taken]
    }
    return bytes
  }

  /// Reads so many bytes from a place; fewer where the file ends before.
  func read(_ count: Int, at place: Int) throws(SystemError) -> [UInt8] {
    guard count > 0, place >= 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let taken = try retrying {
        bytes.withUnsafeMutableBytes {
          pread(number, $0.baseAddress.map { $0 + done }, count - done, off_t(place + done))
        }
      }
      if taken == 0 { break }
      done += taken
    }
    bytes.removeLast(count - done)
    return bytes
  }

  /// Waits until it is on the disk.
  func synchronize() throws(SystemError) { _ = try retrying { fsync(number) } }

  /// Asks the disk to begin with what was written; waits for nothing, and is only a hint.
  func startWriting() { _ = sync_file_range(number, 0, 0, linux_start_writing) }

  /// Closes it and reports what `close` says; an error of a delayed write appears only here.
  consuming func close() throws(SystemError) {
    let number = self.number
    discard self
    // After EINTR the descriptor is gone on Linux: closing again could close another's.
    if Glibc.close(number) != 0, errno != EINTR { throw .last }
  }
}

extension [UInt8] {
  /// Lends the bytes as a C string. A path never holds NUL, since it came from the system.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(map { CChar(bitPattern: $0) } + [0])
  }
}

/// What a path leads to, by device and inode.
struct FileIdentity: Hashable, Sendable {
  var device: UInt
  var inode: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  init?(path: [UInt8]) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }
}

/// The kinds of things that a folder can hold.
enum FileKind: Sendable {
  case regular, folder, link, other

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  /// What a path is, itself or what it links to; an error when it is nothing.
  init(path: [UInt8], followingLinks: Bool) throws(SystemError) {
    var status = stat()
    _ = try retrying {
      path.withCString { followingLinks ? stat($0, &status) : lstat($0, &status) }
    }
    self.init(status)
  }
}

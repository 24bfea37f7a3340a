import Glibc

/// A regular file's bytes in memory.
///
/// The file is opened without waiting, must be regular, and must be the same file, of the same
/// size and age, when the reading is done. Bytes are copied rather than mapped: a mapped file that
/// shrinks while it is read ends the process.
final class FileBytes {
  private let descriptor: Int32
  private let opened: stat
  private let buffer: UnsafeMutableRawPointer?
  private let count: Int

  /// Bytes of the largest file that is read.
  private static let limit = 4 << 30

  /// Opens and reads the file at a path in the system's bytes; a symbolic link at its end is an
  /// error unless it is to be followed.
  init(path: [UInt8], followingLink: Bool) throws(PoseCSVError) {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followingLink ? 0 : O_NOFOLLOW)
    let name = path.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(name, flags)
    guard descriptor >= 0 else {
      throw PoseCSVError(.unreadable, "cannot be opened: \(Self.reason(errno))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = errno
      close(descriptor)
      throw PoseCSVError(.unreadable, "cannot be examined: \(Self.reason(error))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw PoseCSVError(
        .notRegularFile, "is \(Self.kind(status.st_mode)); expected a regular file")
    }
    let size = Int(status.st_size)
    guard size <= Self.limit else {
      close(descriptor)
      throw PoseCSVError(
        .limit, "has \(size) bytes, more than the limit of \(Self.limit); split the recording")
    }
    guard let buffer = malloc(max(size, 1)) else {
      close(descriptor)
      throw PoseCSVError(.limit, "has \(size) bytes, more than there is memory for")
    }
    var count = 0
    while count < size {
      let taken = Glibc.read(descriptor, buffer + count, size - count)
      if taken > 0 {
        count += taken
      } else if taken == 0 {
        break
      } else if errno != EINTR {
        let error = errno
        free(buffer)
        close(descriptor)
        throw PoseCSVError(.unreadable, "cannot be read: \(Self.reason(error))")
      }
    }
    self.descriptor = descriptor
    self.opened = status
    self.buffer = buffer
    self.count = count
  }

  deinit {
    free(buffer)
    close(descriptor)
  }

  /// Lends the bytes.
  func withBytes<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(PoseCSVError) -> R
  ) throws(PoseCSVError) -> R {
    let start = buffer.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Throws when the file has changed since it was opened.
  func checkUnchanged() throws(PoseCSVError) {
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == opened.st_size,
      now.st_ino == opened.st_ino, now.st_mtim.tv_sec == opened.st_mtim.tv_sec,
      now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    else {
      throw PoseCSVError(
        .changedWhileReading, "was changed while it was being read; analyze it again")
    }
  }

  private static func reason(_ error: Int32) -> String {
    switch error {
    case ENOENT: "no such file"
    case EACCES, EPERM: "no permission"
    case ELOOP: "it is a symbolic link"
    case EMFILE, ENFILE: "too many open files"
    default: String(cString: strerror(error))
    }
  }

  private static func kind(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "no regular file"
    }
  }
}

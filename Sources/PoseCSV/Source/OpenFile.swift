import Glibc

/// A regular file that is being read; closed when it goes.
///
/// It is opened without waiting, must be regular, and must be the same file, of the same size and
/// age, when the reading is done.
final class OpenFile {
  private let descriptor: Int32
  private let opened: stat

  /// Bytes it had when it was opened.
  var size: Int { Int(opened.st_size) }

  /// Opens the file at a path in the system's bytes; a symbolic link at its end is an error unless
  /// it is to be followed.
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
    guard Self.waitForTick(&status, descriptor) else {
      close(descriptor)
      throw Self.changed
    }
    self.descriptor = descriptor
    self.opened = status
  }

  /// The time of a file moves in ticks: two changes within one leave the same time, and the second
  /// could not be seen. So a file that was just written is read when its tick is over; from then on
  /// every change moves its time. False for a file that is written all the time.
  private static func waitForTick(_ status: inout stat, _ descriptor: Int32) -> Bool {
    // Ticks are 10 ms at most; twice that outlasts most pauses of whoever is still writing, too.
    let tick = 20_000_000
    for _ in 0..<10 {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      let seconds = now.tv_sec - status.st_mtim.tv_sec
      guard abs(seconds) <= 1 else { return true }
      let age = seconds * 1_000_000_000 + now.tv_nsec - status.st_mtim.tv_nsec
      guard abs(age) < tick else { return true }
      var pause = timespec(tv_sec: 0, tv_nsec: min(tick - age, tick))
      nanosleep(&pause, nil)
      guard fstat(descriptor, &status) == 0 else { return false }
    }
    return false
  }

  deinit { close(descriptor) }

  /// Takes the next bytes into the room; fewer only where the file ends.
  func read(into room: UnsafeMutableRawBufferPointer) throws(PoseCSVError) -> Int {
    var count = 0
    while count < room.count {
      let taken = Glibc.read(descriptor, room.baseAddress.map { $0 + count }, room.count - count)
      if taken > 0 {
        count += taken
      } else if taken == 0 {
        break
      } else if errno != EINTR {
        throw PoseCSVError(.unreadable, "cannot be read: \(Self.reason(errno))")
      }
    }
    return count
  }

  /// Takes the next bytes, at most so many; fewer only where the file ends.
  func read(atMost count: Int) throws(PoseCSVError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let taken = try bytes.withUnsafeMutableBufferPointer { (room) throws(PoseCSVError) in
      try read(into: UnsafeMutableRawBufferPointer(room))
    }
    bytes.removeLast(count - taken)
    return bytes
  }

  /// Begins anew with the first byte.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  /// Throws when the file has changed since it was opened.
  func checkUnchanged() throws(PoseCSVError) {
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == opened.st_size,
      now.st_ino == opened.st_ino, now.st_mtim.tv_sec == opened.st_mtim.tv_sec,
      now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    else { throw Self.changed }
  }

  private static let changed = PoseCSVError(
    .changedWhileReading, "was changed while it was being read; analyze it again")

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

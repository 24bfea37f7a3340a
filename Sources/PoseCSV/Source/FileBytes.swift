import Glibc

/// A regular file's bytes in memory.
///
/// Bytes are copied rather than mapped: a mapped file that shrinks while it is read ends the
/// process.
final class FileBytes {
  private let file: OpenFile
  private let buffer: UnsafeMutableRawPointer?
  private let count: Int

  /// Bytes of the largest file that is taken into memory.
  private static let limit = 4 << 30

  /// Opens and reads the file at a path in the system's bytes; a symbolic link at its end is an
  /// error unless it is to be followed.
  convenience init(path: [UInt8], followingLink: Bool) throws(PoseCSVError) {
    try self.init(OpenFile(path: path, followingLink: followingLink))
  }

  /// Reads a file of which nothing was read yet.
  init(_ file: OpenFile) throws(PoseCSVError) {
    let size = file.size
    guard size <= Self.limit else {
      throw PoseCSVError(
        .limit, "has \(size) bytes, more than the limit of \(Self.limit); split the recording")
    }
    guard let buffer = malloc(max(size, 1)) else {
      throw PoseCSVError(.limit, "has \(size) bytes, more than there is memory for")
    }
    do {
      count = try file.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
    } catch {
      free(buffer)
      throw error
    }
    self.file = file
    self.buffer = buffer
  }

  deinit { free(buffer) }

  /// Lends the bytes.
  func withBytes<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(PoseCSVError) -> R
  ) throws(PoseCSVError) -> R {
    let start = buffer.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Throws when the file has changed since it was opened.
  func checkUnchanged() throws(PoseCSVError) { try file.checkUnchanged() }
}

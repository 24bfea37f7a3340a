internal import Glibc

/// An output in the making, under a temporary name.
package struct OutputFile: ~Copyable, Sendable {
  /// The folder and name that it is written under.
  private let work: Int32
  private let temporary: [UInt8]
  /// The folder and name that it gets when it is complete.
  private let folder: Int32
  private let name: [UInt8]
  let shown: String
  /// What was written of it stays when it is never completed.
  private let remains: Bool
  private var descriptor: Descriptor?
  private var pending = [UInt8]()
  /// Bytes that the system holds and was not yet asked to write.
  private var unwritten = 0

  /// The disk begins with so many bytes while more are made, so that the end has less to wait for.
  private static let writtenAhead = 2 << 20

  init(
    work: Int32, temporary: [UInt8], folder: Int32, name: [UInt8], shown: String,
    remains: Bool = false
  ) throws(RunError) {
    self.work = work
    self.temporary = temporary
    self.folder = folder
    self.name = name
    self.shown = shown
    self.remains = remains
    do {
      descriptor = try Descriptor(
        temporary, in: work, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  deinit {
    if descriptor != nil, !remains { _ = temporary.withCString { unlinkat(work, $0, 0) } }
  }

  /// Leads to the file while its folder is open, whatever the names of the folders above and
  /// wherever they are moved; for libraries that write into files by path.
  var temporaryPath: String {
    "/proc/self/fd/\(work)/\(String(decoding: temporary, as: UTF8.self))"
  }

  package mutating func append(_ bytes: [UInt8]) throws(RunError) {
    pending += bytes
    if pending.count >= 1 << 18 { try flush() }
  }

  /// Hands what was appended to the system.
  package mutating func flush() throws(RunError) {
    guard !pending.isEmpty else { return }
    do {
      try descriptor?.write(pending)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
    unwritten += pending.count
    if unwritten >= Self.writtenAhead {
      descriptor?.startWriting()
      unwritten = 0
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Ends the writing; the file is still to be put on the disk and under its name.
  consuming func complete() throws(RunError) -> WrittenFile {
    try flush()
    do throws(SystemError) {
      try descriptor.take()?.close()
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
    return WrittenFile(
      work: work, temporary: temporary, folder: folder, name: name, shown: shown)
  }

  /// Puts the file on the disk and under its name.
  package consuming func commit() throws(RunError) {
    let written = try complete()
    do {
      try WrittenFile.settle([written])
    } catch {
      written.remove()
      throw error
    }
  }
}

/// A file that is written and not yet under its final name.
struct WrittenFile: Sendable {
  fileprivate let work: Int32
  fileprivate let temporary: [UInt8]
  fileprivate let folder: Int32
  fileprivate let name: [UInt8]
  fileprivate let shown: String

  /// Puts files on the disk, then under their names, in this order.
  ///
  /// The disk is asked to write all of them before any is waited for, so that many files cost
  /// little more than one: their metadata go to the file system's journal together.
  static func settle(_ files: [WrittenFile]) throws(RunError) {
    if files.count > 1 {
      for file in files { try file.withDescriptor { $0.startWriting() } }
    }
    for file in files {
      try file.withDescriptor { file throws(SystemError) in try file.synchronize() }
    }
    for file in files { try file.rename() }
  }

  /// Takes it away.
  func remove() { _ = temporary.withCString { unlinkat(work, $0, 0) } }

  private func withDescriptor(
    _ use: (borrowing Descriptor) throws(SystemError) -> Void
  ) throws(RunError) {
    do throws(SystemError) {
      let file = try Descriptor(temporary, in: work, flags: O_RDONLY | O_NOFOLLOW)
      try use(file)
      try file.close()
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  private func rename() throws(RunError) {
    do throws(SystemError) {
      _ = try retrying {
        temporary.withCString { from in name.withCString { renameat(work, from, folder, $0) } }
      }
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }
}

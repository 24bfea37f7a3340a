internal import Glibc
internal import Synchronization

/// The folder that a run writes into, and nobody else while the run lasts.
///
/// A file appears under its final name only when it is complete and on the disk: it is written
/// under a temporary name, synchronized, then renamed. Names are those of this program, never
/// data, and are opened relative to the folder without following links.
package final class OutputFolder: Sendable {
  /// The subfolders for outputs that exist once a recording.
  package enum Section: String, Sendable, CaseIterable { case recordings, angles }

  static let temporaryPrefix = Array(".formcheck-".utf8)

  private let path: String
  private let folder: Descriptor
  private let sections: Mutex<[Section: Int32]>
  private let counter = Atomic<Int>(0)

  /// Makes the folder where needed and locks it; the kernel lets go of the lock however the
  /// program ends. Takes away what an interrupted run left behind, and `run.json`, which says
  /// that a run has finished.
  package init(_ path: [UInt8]) throws(RunError) {
    let text = PathText.text(path)
    self.path = text
    do {
      try Self.make(path)
      folder = try Descriptor(path, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw .failed(path: text, reason: error.description)
    }
    sections = Mutex([:])
    if flock(folder.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { throw .inUse(folder: text) }
      throw .failed(path: text, reason: SystemError.last.description)
    }
    removeTemporaries(in: path)
    for section in Section.allCases {
      removeTemporaries(in: PathText.joined(path, Array(section.rawValue.utf8)))
    }
    if unlinkat(folder.number, "run.json", 0) != 0, errno != ENOENT {
      throw .failed(path: text + "/run.json", reason: SystemError.last.description)
    }
  }

  deinit {
    sections.withLock { for descriptor in $0.values { close(descriptor) } }
  }

  /// Writes a whole file.
  package func write(
    _ bytes: [UInt8], to name: String, in section: Section? = nil
  ) throws(RunError) {
    var file = try open(name, in: section)
    try file.append(bytes)
    try file.commit()
  }

  /// Opens a file to be written bit by bit; it appears when it is committed.
  package func open(_ name: String, in section: Section? = nil) throws(RunError) -> OutputFile {
    let number = counter.add(1, ordering: .relaxed).newValue
    let place = try descriptor(of: section)
    let shown = [path, section?.rawValue, name].compactMap { $0 }.joined(separator: "/")
    return try OutputFile(
      folder: place, temporary: Self.temporaryPrefix + Array("\(number).tmp".utf8),
      name: Array(name.utf8), shown: shown)
  }

  /// Makes the names of all files written so far outlast a loss of power.
  package func synchronize() throws(RunError) {
    let descriptors = sections.withLock { Array($0.values) } + [folder.number]
    for descriptor in descriptors where fsync(descriptor) != 0 {
      throw .failed(path: path, reason: SystemError.last.description)
    }
  }

  // MARK: - Parts

  private func descriptor(of section: Section?) throws(RunError) -> Int32 {
    guard let section else { return folder.number }
    let opened: Result<Int32, SystemError> = sections.withLock { sections in
      if let descriptor = sections[section] { return .success(descriptor) }
      if mkdirat(folder.number, section.rawValue, 0o777) != 0, errno != EEXIST {
        return .failure(.last)
      }
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let descriptor = openat(folder.number, section.rawValue, flags)
      guard descriptor >= 0 else { return .failure(.last) }
      sections[section] = descriptor
      return .success(descriptor)
    }
    switch opened {
    case .success(let descriptor): return descriptor
    case .failure(let error):
      throw .failed(path: "\(path)/\(section.rawValue)", reason: error.description)
    }
  }

  private func removeTemporaries(in place: [UInt8]) {
    for entry in (try? Folder.entries(place)) ?? []
    where entry.kind == .regular && entry.name.starts(with: Self.temporaryPrefix) {
      _ = PathText.joined(place, entry.name).withCString { unlink($0) }
    }
  }

  /// Makes the folder and those that it lies in.
  private static func make(_ path: [UInt8]) throws(SystemError) {
    if path.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: PathText.slash), slash > 0 else {
      throw .last
    }
    try make(Array(path[..<slash]))
    if path.withCString({ mkdir($0, 0o777) }) != 0, errno != EEXIST { throw .last }
  }
}

/// An output in the making; without `commit` nothing of it remains.
package struct OutputFile: ~Copyable, Sendable {
  private let folder: Int32
  private let temporary: [UInt8]
  private let name: [UInt8]
  private let shown: String
  private var descriptor: Descriptor?
  private var pending = [UInt8]()

  init(folder: Int32, temporary: [UInt8], name: [UInt8], shown: String) throws(RunError) {
    self.folder = folder
    self.temporary = temporary
    self.name = name
    self.shown = shown
    do {
      descriptor = try Descriptor(
        temporary, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  deinit {
    if descriptor != nil { _ = temporary.withCString { unlinkat(folder, $0, 0) } }
  }

  package mutating func append(_ bytes: [UInt8]) throws(RunError) {
    pending += bytes
    if pending.count >= 1 << 18 { try flush() }
  }

  /// Puts the file on the disk and under its name.
  package consuming func commit() throws(RunError) {
    try flush()
    guard let descriptor = descriptor.take() else { return }
    do {
      _ = try retrying { fsync(descriptor.number) }
      try descriptor.close()
      _ = try retrying {
        temporary.withCString { from in name.withCString { renameat(folder, from, folder, $0) } }
      }
    } catch {
      _ = temporary.withCString { unlinkat(folder, $0, 0) }
      throw .failed(path: shown, reason: error.description)
    }
  }

  private mutating func flush() throws(RunError) {
    guard !pending.isEmpty else { return }
    do {
      try descriptor?.write(pending)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
    pending.removeAll(keepingCapacity: true)
  }
}

internal import Glibc
internal import Synchronization

/// The folder that a run writes into, and nobody else while the run lasts.
///
/// A file appears under its final name only when it is complete and on the disk: it is written
/// in a hidden folder of the run's own, synchronized, then renamed. Names are those of this
/// program, never data, and are opened relative to the folder without following links. The hidden
/// folder of a run that did not finish stays, and the next run goes on from it.
package final class OutputFolder: Sendable {
  /// The subfolders for outputs that exist once a recording.
  package enum Section: String, Sendable, CaseIterable { case recordings, angles, athletes, assets }

  /// Runs before this one.
  enum Earlier { case finished, unfinished }

  /// What the last finished run knows of each file.
  static let ledgerName = ".formcheck-ledger"
  /// Where a run works.
  static let workName = ".formcheck-run"
  /// Where a run worked that did not finish.
  static let unfinishedName = ".formcheck-run-before"
  /// What was in work when a process died.
  static let marksName = ".formcheck-started"

  /// Names that show a folder to be this program's output.
  static let hiddenNames = [ledgerName, workName, unfinishedName]

  private struct State {
    var sections: [Section: Int32] = [:]
    /// Complete files that are not yet under their names.
    var written: [WrittenFile] = []
  }

  private let path: String
  private let folder: Descriptor
  private let work: Descriptor
  private let state = Mutex(State())
  private let counter = Atomic<Int>(0)

  /// Makes the folder where needed and locks it; the kernel lets go of the lock however the
  /// program ends. Takes away `run.json`, which says that a run has finished, unless its results
  /// are to stay.
  package init(_ path: [UInt8], keepingResults: Bool = false) throws(RunError) {
    let text = PathText.text(path)
    self.path = text
    do throws(SystemError) {
      try Self.make(path)
      folder = try Descriptor(path, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw .failed(path: text, reason: error.description)
    }
    if flock(folder.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { throw .inUse(folder: text) }
      throw .failed(path: text, reason: SystemError.last.description)
    }
    if !keepingResults, unlinkat(folder.number, "run.json", 0) != 0, errno != ENOENT {
      throw .failed(path: text + "/run.json", reason: SystemError.last.description)
    }
    do throws(SystemError) {
      work = try WorkFolder.begin(in: folder)
    } catch {
      throw .failed(path: "\(text)/\(Self.workName)", reason: error.description)
    }
  }

  deinit {
    state.withLock { for descriptor in $0.sections.values { close(descriptor) } }
    // Goes only when nothing is left in it.
    unlinkat(folder.number, Self.workName, AT_REMOVEDIR)
    // Closing is not enough: a process that another thread is just starting has the folder open
    // too, until it turns into its program, and the lock is the description's that both share.
    flock(folder.number, LOCK_UN)
  }

  // MARK: - Writing

  /// Writes a whole file; it gets its name when the files so far are settled.
  package func write(
    _ bytes: [UInt8], to name: String, in section: Section? = nil
  ) throws(RunError) {
    var file = try open(name, in: section)
    try file.append(bytes)
    try take(file)
  }

  /// Opens a file to be written bit by bit; nothing of it remains when it is not completed.
  package func open(_ name: String, in section: Section? = nil) throws(RunError) -> OutputFile {
    let number = counter.add(1, ordering: .relaxed).newValue
    return try OutputFile(
      work: work.number, temporary: Array("\(number).tmp".utf8),
      folder: descriptor(of: section), name: Array(name.utf8), shown: shown(name, in: section))
  }

  /// Opens a file that grows with every input; what is written of it outlasts this run.
  func openShared(_ name: String) throws(RunError) -> OutputFile {
    try OutputFile(
      work: work.number, temporary: Array(name.utf8), folder: folder.number,
      name: Array(name.utf8), shown: shown(name), remains: true)
  }

  /// A file for what is too much for memory, to be written and read; it has no name.
  func openNameless() throws(SystemError) -> Descriptor {
    let number = counter.add(1, ordering: .relaxed).newValue
    return try TemporaryFile.open(in: work.number, name: "\(number).tmp")
  }

  /// The folder in which the run works, as it is shown to people.
  var shownWork: String { shown(Self.workName) }

  /// Takes a file that is written; it gets its name when the files so far are settled.
  package func take(_ file: consuming OutputFile) throws(RunError) {
    let written = try file.complete()
    state.withLock { $0.written.append(written) }
  }

  /// Puts all files written so far on the disk and under their names, in the order in which they
  /// were completed.
  package func settle() throws(RunError) {
    let files = state.withLock { state in
      defer { state.written = [] }
      return state.written
    }
    try WrittenFile.settle(files)
  }

  /// Makes the names of all files settled so far outlast a loss of power.
  package func synchronize() throws(RunError) {
    let descriptors = state.withLock { Array($0.sections.values) } + [folder.number]
    for descriptor in descriptors {
      do throws(SystemError) {
        _ = try retrying { fsync(descriptor) }
      } catch {
        throw .failed(path: path, reason: error.description)
      }
    }
  }

  /// Takes a file away; one that is not there is no error, nor is a name that this program does
  /// not give.
  func remove(_ name: String, in section: Section? = nil) throws(RunError) {
    guard OutputNames.isSafe(name), let place = try descriptor(of: section, making: false) else {
      return
    }
    if unlinkat(place, name, 0) != 0, errno != ENOENT {
      throw .failed(path: shown(name, in: section), reason: SystemError.last.description)
    }
  }

  /// The run is finished, and what it worked with is not needed any more, nor are subfolders that
  /// hold nothing.
  package func finish() {
    for section in Section.allCases { unlinkat(folder.number, section.rawValue, AT_REMOVEDIR) }
    WorkFolder.remove(Self.unfinishedName, in: folder)
    WorkFolder.remove(Self.workName, in: folder)
    unlinkat(folder.number, Self.marksName, 0)
  }

  // MARK: - Earlier runs

  /// The marks of the processes that worked here.
  func openMarks() throws(RunError) -> StartMarks {
    do {
      return try StartMarks(Self.marksName, in: folder.number, work: work.number)
    } catch {
      throw .failed(path: shown(Self.marksName), reason: error.description)
    }
  }

  /// An output of an earlier run. A run that was cut short while it put its outputs under their
  /// names has them there.
  func openEarlier(_ name: String, of run: Earlier) -> Descriptor? {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
    if run == .unfinished {
      guard
        let place = try? Descriptor(
          Array(Self.unfinishedName.utf8), in: folder.number,
          flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      else { return nil }
      if let file = try? Descriptor(Array(name.utf8), in: place.number, flags: flags) {
        return file
      }
    }
    return try? Descriptor(Array(name.utf8), in: folder.number, flags: flags)
  }

  /// The checksum of an output as it lies in the folder; nil when it is not there.
  func checksum(of output: OwnOutput) -> UInt64? {
    guard OutputNames.isSafe(output.name),
      let place = try? descriptor(of: output.section, making: false),
      let file = try? Descriptor(
        Array(output.name.utf8), in: place, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
      let bytes = try? file.read(atMost: 1 << 30)
    else { return nil }
    return Checksum.of(bytes)
  }

  /// The names of a subfolder's files; none where there is no such folder.
  func names(in section: Section) -> [String] {
    guard let place = try? descriptor(of: section, making: false) else { return [] }
    return ((try? Folder.entries(of: place)) ?? []).filter { $0.kind == .regular }.map {
      String(decoding: $0.name, as: UTF8.self)
    }
  }

  // MARK: - Parts

  private func shown(_ name: String, in section: Section? = nil) -> String {
    [path, section?.rawValue, name].compactMap { $0 }.joined(separator: "/")
  }

  /// The open subfolder, made where needed.
  private func descriptor(of section: Section?) throws(RunError) -> Int32 {
    guard let descriptor = try descriptor(of: section, making: true) else {
      throw .failed(path: path, reason: SystemError(code: ENOENT).description)
    }
    return descriptor
  }

  /// The open subfolder; nil when there is none and none is to be made.
  private func descriptor(of section: Section?, making: Bool) throws(RunError) -> Int32? {
    guard let section else { return folder.number }
    let opened: Result<Int32?, SystemError> = state.withLock { state in
      if let descriptor = state.sections[section] { return .success(descriptor) }
      if making, mkdirat(folder.number, section.rawValue, 0o777) != 0, errno != EEXIST {
        return .failure(.last)
      }
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let descriptor = openat(folder.number, section.rawValue, flags)
      if descriptor < 0 { return errno == ENOENT && !making ? .success(nil) : .failure(.last) }
      state.sections[section] = descriptor
      return .success(descriptor)
    }
    do {
      return try opened.get()
    } catch {
      throw .failed(path: "\(path)/\(section.rawValue)", reason: error.description)
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

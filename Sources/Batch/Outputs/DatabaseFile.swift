internal import Database
internal import Glibc
internal import Reports

/// A database among the outputs: it appears under its name when it is complete, as they do.
struct DatabaseFile: ~Copyable {
  private var file: OutputFile?
  private var writer: DatabaseWriter?
  private let folder: OutputFolder
  private let name: String
  private let shown: String

  init(_ name: String, in folder: OutputFolder) throws(RunError) {
    let file = try folder.open(name)
    let writer = try Self.writer(into: file)
    shown = file.shown
    self.folder = folder
    self.name = name
    self.writer = consume writer
    self.file = consume file
  }

  private static func writer(into file: borrowing OutputFile) throws(RunError) -> DatabaseWriter {
    do throws(DatabaseFailure) {
      return try DatabaseWriter(path: file.temporaryPath)
    } catch {
      throw .failed(path: file.shown, reason: error.description)
    }
  }

  mutating func add(_ line: ResultsReader.Line) throws(RunError) {
    do throws(DatabaseFailure) {
      try writer?.add(line)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
  }

  /// Completes it; it takes the place of one of an earlier run when the files so far are settled.
  consuming func complete() throws(RunError) {
    do throws(DatabaseFailure) {
      try writer.take()?.finish()
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
    // What SQLite would take for unfinished work of the new database is that of the old one.
    for ending in ["-journal", "-wal", "-shm"] { try folder.remove(name + ending) }
    if let file = file.take() { try folder.take(file) }
  }
}

internal import Glibc

/// A whole file that a person named, of any size that memory holds.
package struct NamedFile: Sendable {
  /// As it can be shown.
  package var name: String
  package var bytes: [UInt8]

  /// Reads a file, or the file called `inside` where `path` is a folder.
  package init(_ path: [UInt8], orInFolder inside: String? = nil) throws(TextFileError) {
    var path = path
    do throws(SystemError) {
      if let inside, try FileKind(path: path, followingLinks: true) == .folder {
        path = PathText.joined(path, Array(inside.utf8))
      }
      let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      try file.requireFile()
      bytes = try file.read(atMost: .max)
      name = PathText.text(path)
    } catch {
      throw TextFileError(description: "\(PathText.text(path)): \(error)")
    }
  }

  /// Writes a file; it appears under its name when it is complete.
  package static func write(_ bytes: [UInt8], to path: [UInt8]) throws(RunError) {
    let name = PathText.lastComponent(path)
    let start = path.lastIndex(of: PathText.slash).map { $0 + 1 } ?? 0
    let shown = PathText.text(path)
    let folder: Descriptor
    do {
      let place = start == 0 ? [PathText.dot] : Array(path[..<start])
      folder = try Descriptor(place, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw .failed(path: shown, reason: error.description)
    }
    var file = try OutputFile(
      work: folder.number, temporary: Array(".formcheck-\(getpid()).tmp".utf8),
      folder: folder.number, name: name, shown: shown)
    try file.append(bytes)
    try file.commit()
  }
}

import Glibc

@testable import Batch

/// A folder of one test's own, gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: [UInt8]

  init() {
    var template = Array("/tmp/formcheck-test-XXXXXX".utf8CString)
    mkdtemp(&template)
    path = template.dropLast().map { UInt8(bitPattern: $0) }
  }

  deinit { Self.remove(path) }

  subscript(name: String) -> [UInt8] { PathText.joined(path, Array(name.utf8)) }

  /// Writes a file, and the folders that it lies in.
  func write(_ text: String = "", to name: [UInt8]) {
    var start = 0
    while let slash = name[start...].firstIndex(of: PathText.slash) {
      _ = PathText.joined(path, Array(name[..<slash])).withCString { mkdir($0, 0o777) }
      start = slash + 1
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    guard let file = try? Descriptor(PathText.joined(path, name), flags: flags) else { return }
    try? file.write(Array(text.utf8))
  }

  func write(_ text: String = "", to name: String) { write(text, to: Array(name.utf8)) }

  /// A file's text; nil when there is none.
  func read(_ name: String) -> String? {
    guard let file = try? Descriptor(self[name], flags: O_RDONLY),
      let bytes = try? file.read(atMost: 1 << 20)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in a folder.
  func names(_ folder: String = "") -> [String] {
    ((try? Folder.entries(self[folder])) ?? []).map { PathText.text($0.name) }
  }

  private static func remove(_ folder: [UInt8]) {
    for entry in (try? Folder.entries(folder)) ?? [] {
      let path = PathText.joined(folder, entry.name)
      if entry.kind == .folder { remove(path) } else { _ = path.withCString { unlink($0) } }
    }
    _ = folder.withCString { rmdir($0) }
  }
}

internal import Glibc

/// Small files that people write.
package enum TextFile {
  /// Bytes of the largest one that is read.
  static let limit = 16 << 20

  /// A file's text. The error is a sentence.
  package static func read(_ path: [UInt8]) throws(TextFileError) -> String {
    do throws(SystemError) {
      let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      try file.requireFile()
      let bytes = try file.read(atMost: limit + 1)
      guard bytes.count <= limit else { throw SystemError(code: EFBIG) }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw TextFileError(description: "\(PathText.text(path)): \(error)")
    }
  }
}

/// Why a file that a person named cannot be used.
package struct TextFileError: Error, Sendable, CustomStringConvertible {
  package var description: String
}

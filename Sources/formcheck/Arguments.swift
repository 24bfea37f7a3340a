import Batch
import Glibc

/// The command line's bytes.
enum Arguments {
  /// The bytes of each argument that became one of `texts`.
  ///
  /// A file name need not be UTF-8, and the parser's texts are repaired where it is not; the
  /// bytes are looked up among the arguments as the system passed them.
  static func bytes(of texts: [String]) -> [[UInt8]] {
    var raw: [[UInt8]] = []
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument))
      raw.append(bytes.map { UInt8(bitPattern: $0) })
    }
    return texts.map { text in
      let plain = Array(text.utf8)
      let repaired = raw.firstIndex { bytes in
        bytes != plain && String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(plain)
      }
      guard !raw.contains(plain), let repaired else { return plain }
      return raw.remove(at: repaired)
    }
  }
}

internal import CXXHash

/// 128 bits that stand for some bytes: their XXH3 hash, the same on every machine.
///
/// It tells whether bytes are those of an earlier run, and is read along with them at the speed
/// of memory; a cryptographic hash would take as long as the analysis. Nothing is trusted on its
/// word: whoever can make two files of one hash can at most have the results of one shown for the
/// other, in their own folder, and `--fresh` looks at neither.
struct Digest: Hashable, Sendable {
  var high: UInt64
  var low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hash = formcheck_xxh128(bytes.baseAddress, bytes.count)
    self.init(high: hash.high64, low: hash.low64)
  }

  init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { Digest($0) } }

  /// The digest of several byte strings, of which each counts as one.
  init(parts: [[UInt8]]) {
    var record = RecordWriter()
    for part in parts { record.bytes(part) }
    self.init(record.bytes)
  }
}

/// 64 bits that show whether bytes which this program wrote are still the same.
enum Checksum {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { formcheck_xxh64($0.baseAddress, $0.count) }
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    formcheck_xxh64(bytes.baseAddress, bytes.count)
  }
}

import CKernels
import Glibc

/// Looks for single bytes many at a time.
enum ByteSearch {
  /// The first position of a byte at or behind `from`; nil where there is none.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int = 0
  ) -> Int? {
    guard let base = bytes.baseAddress, from < bytes.count,
      let found = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// How often a byte occurs.
  static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.baseAddress.map { ck_count_byte($0, bytes.count, byte) } ?? 0
  }
}

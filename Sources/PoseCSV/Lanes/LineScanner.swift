import Glibc

/// Finds the ends of lines: LF, CR LF, CR, and CR CR LF, each one end.
///
/// libcsv neither counts lines nor tells blank ones, so the lanes count with this.
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes that are searched for an end; a longer line is given in pieces.
  private let reach: Int

  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  init(_ bytes: UnsafeBufferPointer<UInt8>, reach: Int = 2 << 20) {
    self.bytes = bytes
    self.reach = reach
  }

  /// The position behind the line that begins at `start`. O(length of the line).
  func end(ofLineAt start: Int) -> Int {
    let window = min(bytes.count, start + reach)
    let feed = find(Self.lf, from: start, to: window)
    guard let first = find(Self.cr, from: start, to: feed ?? window) else {
      return feed.map { $0 + 1 } ?? window
    }
    var next = first
    while next < window, bytes[next] == Self.cr { next += 1 }
    return next == feed ? next + 1 : first + 1
  }

  /// Whether the line holds nothing but spaces, tabs and its end.
  func isBlank(from start: Int, to end: Int) -> Bool {
    for i in start..<end {
      switch bytes[i] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), Self.lf, Self.cr: continue
      default: return false
      }
    }
    return true
  }

  private func find(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }
}

import Glibc

/// Finds the ends of lines: LF, CR LF, CR, and CR CR LF, each one end.
///
/// libcsv neither counts lines nor tells blank ones, so the lanes count with this.
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes that are searched for an end; a longer line is given in pieces.
  private let reach: Int
  /// The first LF at or after the last line's beginning, and the position up to which it is known
  /// that there is no other: a file of CRs alone is searched once, not once a line.
  private var feed: Int?
  private var searched = 0

  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  init(_ bytes: UnsafeBufferPointer<UInt8>, reach: Int = 2 << 20) {
    self.bytes = bytes
    self.reach = reach
  }

  /// The position behind the line that begins at `start`, which never goes back. Amortized
  /// O(length of the line).
  mutating func end(ofLineAt start: Int) -> Int {
    let window = min(bytes.count, start + reach)
    let feed = nextFeed(from: start, to: window)
    guard let first = find(Self.cr, from: start, to: feed ?? window) else {
      return feed.map { $0 + 1 } ?? window
    }
    // Translated twice or thrice, CR LF becomes a few CRs and an LF; more CRs are lines.
    var next = first
    while next < min(window, first + 4), bytes[next] == Self.cr { next += 1 }
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

  private mutating func nextFeed(from start: Int, to window: Int) -> Int? {
    if let feed, feed >= start { return feed < window ? feed : nil }
    feed = find(Self.lf, from: max(start, searched), to: window)
    searched = feed ?? window
    return feed
  }

  private func find(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }
}

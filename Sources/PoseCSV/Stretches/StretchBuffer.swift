/// The bytes of a stretch: rows that the stretch before has as well, and those that follow them.
struct StretchBuffer {
  private var bytes: [UInt8]
  private let fill: LongTable.Fill
  private let sharedBytes: Int
  /// Bytes in it.
  private(set) var count = 0
  /// Bytes of the rows that the stretch before has as well.
  private(set) var shared = 0

  /// Bytes that are asked for at a time.
  private static let block = 1 << 18

  /// An empty one with room for a stretch, and for a row that waits behind it for its end.
  init(_ limits: Limits, _ fill: @escaping LongTable.Fill) {
    bytes = [UInt8](
      repeating: 0, count: limits.stretchBytes + limits.sharedBytes + limits.rowBytes)
    sharedBytes = limits.sharedBytes
    self.fill = fill
  }

  /// Takes bytes in until there are so many, or as many as there is room for; returns whether they
  /// end before.
  mutating func take(upTo most: Int = .max) throws(PoseCSVError) -> Bool {
    let most = min(most, bytes.count)
    while count < most {
      let part = try fill(min(Self.block, most - count))
      if part.isEmpty { return true }
      bytes.replaceSubrange(count..<(count + part.count), with: part)
      count += part.count
    }
    return false
  }

  /// Lends bytes.
  func lend<R>(
    _ range: Range<Int>, _ use: (UnsafeBufferPointer<UInt8>) throws(PoseCSVError) -> R
  ) throws(PoseCSVError) -> R {
    try bytes.withUnsafeBufferPointer { (bytes) throws(PoseCSVError) in
      try use(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Behind the last whole row; nil where no new row is whole.
  var endOfRows: Int? { lastRowEnd(before: count) }

  /// The first row of those up to `end` that the next stretch has as well.
  func beginningOfShared(before end: Int) -> Int {
    lastRowEnd(before: max(shared, end - sharedBytes)) ?? shared
  }

  /// Lets go of what is before `next`; the rows up to `end` are then those that both stretches have.
  mutating func keep(from next: Int, rows end: Int) {
    let kept = count - next
    bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      base.copyMemory(from: base + next, byteCount: kept)
    }
    count = kept
    shared = end - next
  }

  /// Behind the last new line whose end is no part of a quoted field, as far as counting quotes
  /// from the new rows on tells; behind the last line where a stray quote lets none be told.
  private func lastRowEnd(before end: Int) -> Int? {
    guard let last = lastLineEnd(before: end), last > shared else { return nil }
    var place = last
    var isQuoted = quotes(in: shared..<last) % 2 == 1
    while isQuoted, let earlier = lastLineEnd(before: place - 1), earlier > shared {
      isQuoted = quotes(in: earlier..<place) % 2 == 0
      place = earlier
    }
    return isQuoted ? last : place
  }

  private func quotes(in range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer {
      ByteSearch.count(UInt8(ascii: "\""), in: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  private func lastLineEnd(before end: Int) -> Int? {
    bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }
}

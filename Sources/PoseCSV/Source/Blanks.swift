/// Tables whose columns are set apart by as many blanks as make them line up.
enum Blanks {
  /// Lines that are looked at, and fields of a line at least: three points and a frame.
  private static let lines = 64
  private static let leastFields = 7

  /// A copy in which one blank stands for every run of them and none at either end of a line, line
  /// for line; nil where something else separates fields, or single blanks do.
  ///
  /// The first field of a row may have no name, so that words are one fewer than numbers.
  static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8]? {
    var scanner = LineScanner(bytes)
    var position = start
    var counts: [Int: Int] = [:]
    var seen = 0
    var hasRuns = false
    while position < bytes.count, seen < lines {
      let end = scanner.end(ofLineAt: position)
      defer { position = end }
      let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
      if scanner.isBlank(from: position, to: end) { continue }
      guard !line.contains(where: isSeparator) else { return nil }
      let fields = line.split(whereSeparator: { $0 <= blank }).count
      hasRuns = hasRuns || line.trimmed.count { $0 == blank } > fields - 1
      hasRuns = hasRuns || line.first == blank
      counts[fields, default: 0] += 1
      seen += 1
    }
    guard hasRuns, let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      usual.key >= leastFields, 10 * usual.value >= 9 * (seen - 1)
    else { return nil }
    return collapsed(bytes)
  }

  private static let blank = UInt8(ascii: " ")

  private static func isSeparator(_ byte: UInt8) -> Bool {
    Dialect.delimiters.contains(byte) || byte == UInt8(ascii: "\"")
  }

  private static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      let isEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      let isAtStart = text.last.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? true
      if byte == blank, isAtStart || text.last == blank { continue }
      if isEnd, text.last == blank { text.removeLast() }
      text.append(byte)
    }
    if text.last == blank { text.removeLast() }
    return text
  }
}

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
    var counts: [Int] = []
    var hasRuns = false
    while position < bytes.count, counts.count < lines {
      let end = scanner.end(ofLineAt: position)
      defer { position = end }
      let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
      if scanner.isBlank(from: position, to: end) { continue }
      guard !line.contains(where: isSeparator) else { return nil }
      let fields = line.split(whereSeparator: { $0 <= blank }).count
      hasRuns = hasRuns || line.trimmed.count { $0 == blank } > fields - 1
      hasRuns = hasRuns || line.first == blank
      counts.append(fields)
    }
    guard hasRuns, let usual = Dialect.usual(counts), usual.count >= leastFields,
      10 * usual.lines >= 9 * (counts.count - 1)
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

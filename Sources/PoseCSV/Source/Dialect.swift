/// How a table is written: where it begins, what separates its fields, and the decimal mark.
struct Dialect {
  var delimiter: UInt8
  var mark = UInt8(ascii: ".")
  /// The position and the line of the table's first row: behind a `sep=` line and comments.
  var start = 0
  var line = 1
  /// Lines passed over before `start`.
  var preamble: [String] = []

  static let delimiters: [UInt8] = [
    UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  /// Separates fields only where nothing else does, and one blank does: numpy.savetxt.
  static let blank = UInt8(ascii: " ")

  /// The delimiter in words.
  var delimiterName: String {
    switch delimiter {
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "|"): "bar"
    case Self.blank: "blank"
    default: "comma"
    }
  }

  /// Decides the dialect from the first 64 KiB.
  ///
  /// Comments (`#`, `%`, `//`) and blank lines before the table are passed over, and a `sep=` line
  /// is obeyed. Otherwise each delimiter is counted outside quotes: the one whose count is the
  /// same in 95 % of the lines wins, in the order tab, semicolon, bar, comma, since a decimal
  /// comma also comes as often in every line; the blank where none of them stands in any. A header
  /// row must bear the winner out.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, forced: UInt8? = nil
  ) throws(PoseCSVError) -> Dialect {
    var scanner = LineScanner(UnsafeBufferPointer(rebasing: bytes.prefix(sampleBytes)))
    var dialect = Dialect(delimiter: forced ?? UInt8(ascii: ","))
    if let section = NexusSections.start(bytes) {
      (dialect.start, dialect.line) = section
      scanner = LineScanner(bytes)
    }
    var declared: UInt8?
    var comment: (start: Int, end: Int)?
    let end = min(bytes.count, dialect.start + sampleBytes)
    while dialect.start < end {
      let next = scanner.end(ofLineAt: dialect.start)
      let text = bytes[dialect.start..<next].prefix(200)
      let line = String(decoding: text, as: UTF8.self)
      let opening = line.drop { $0 == " " || $0 == "\t" || $0 == "\"" }
      if opening.lowercased().hasPrefix("sep="), declared == nil {
        let value = opening.dropFirst(4).utf8.first ?? UInt8(ascii: ",")
        guard delimiters.contains(value) else {
          throw PoseCSVError(
            .notKeypoints,
            "the 'sep=' line names a delimiter that is none of comma, semicolon, tab, bar",
            line: dialect.line)
        }
        declared = value
      } else if !(opening.allSatisfy(\.isWhitespace) || isComment(opening)) {
        break
      }
      comment = opening.isEmpty ? comment : (dialect.start, next)
      dialect.preamble.append(line)
      dialect.start = next
      dialect.line += 1
    }
    if let tab = QualisysForm.delimiter(bytes, from: dialect.start) {
      dialect.delimiter = tab
      return dialect
    }
    let lines = Self.lines(bytes, from: dialect.start)
    dialect.delimiter = forced ?? declared ?? vote(bytes, lines)
    if let first = Self.firstOfTable(bytes, lines, dialect.delimiter) {
      dialect.passOver(bytes, to: first)
      return dialect
    }
    if let comment, let first = lines.first { dialect.takeHeader(in: bytes, comment, over: first) }
    return dialect
  }

  /// Lines that a header may have over the row with its names: a laboratory's facts.
  private static let longestHead = HeaderReader.reach - 1

  /// Where to begin behind more lines of text than any header has: so many before the first line
  /// with nearly as many fields as the rows; nil where there are no more.
  private static func firstOfTable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>], _ delimiter: UInt8
  ) -> Int? {
    let opening = lines.prefix(longestHead + 1)
    guard opening.allSatisfy({ count(of: delimiter, in: bytes, $0) <= leastBlanks }) else {
      return nil
    }
    let counts = lines.map { count(of: delimiter, in: bytes, $0) }
    guard let usual = usual(counts.filter { $0 > leastBlanks })?.count,
      let first = counts.firstIndex(where: { 10 * $0 >= 9 * usual }), first > longestHead
    else { return nil }
    return lines[first - longestHead].lowerBound
  }

  private mutating func passOver(_ bytes: UnsafeBufferPointer<UInt8>, to first: Int) {
    var scanner = LineScanner(bytes)
    while start < first {
      let next = scanner.end(ofLineAt: start)
      preamble.append(String(decoding: bytes[start..<next].prefix(200), as: UTF8.self))
      start = next
      line += 1
    }
  }

  /// Goes back to the comment over the first row if it holds the header, as some tools write it: a
  /// line of words over a row of numbers, with as many delimiters.
  private mutating func takeHeader(
    in bytes: UnsafeBufferPointer<UInt8>, _ comment: (start: Int, end: Int), over row: Range<Int>
  ) {
    let marks: [UInt8] = [
      UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: " "),
    ]
    let line = comment.start..<comment.end
    guard comment.end == start, let words = line.first(where: { !marks.contains(bytes[$0]) }),
      Self.isWorded(bytes, words..<comment.end), !Self.isWorded(bytes, row)
    else { return }
    let fields = Self.count(of: delimiter, in: bytes, words..<comment.end)
    guard fields >= 5, fields == Self.count(of: delimiter, in: bytes, row) else { return }
    start = words
    self.line -= 1
    preamble.removeLast()
  }

  private static func isWorded(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let letters = bytes[line].count(where: \.isLetter)
    return 2 * letters > line.count
  }

  private static let sampleBytes = 64 << 10

  private static func isComment(_ line: Substring) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("%") || line.hasPrefix("//")
  }

  /// The rows of the first 64 KiB, quoted line ends inside; the last one only if it is whole.
  private static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> [Range<Int>] {
    let end = min(bytes.count, start + sampleBytes)
    var lines: [Range<Int>] = []
    var first = start
    if start < end {
      // Without quotes, bytes are looked for many at a time.
      let sample = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if ByteSearch.first(UInt8(ascii: "\""), in: sample) == nil,
        ByteSearch.first(UInt8(ascii: "\r"), in: sample) == nil
      {
        while let next = ByteSearch.first(UInt8(ascii: "\n"), in: sample, from: first - start) {
          if start + next > first { lines.append(first..<(start + next)) }
          first = start + next + 1
        }
        if first < end, end == bytes.count || lines.isEmpty { lines.append(first..<end) }
        return lines
      }
    }
    var quoted = false
    for i in start..<max(start, end) {
      switch bytes[i] {
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: "\n") where !quoted, UInt8(ascii: "\r") where !quoted:
        if i > first { lines.append(first..<i) }
        first = i + 1
      default: continue
      }
    }
    if first < end, end == bytes.count || lines.isEmpty { lines.append(first..<end) }
    return lines
  }

  /// Blanks of a line, at least, that are no text's: three points have six coordinates.
  private static let leastBlanks = 5

  /// The count that most lines have, of several the greatest, and how many have it; nil for no line.
  static func usual(_ counts: [Int]) -> (count: Int, lines: Int)? {
    var tally: [Int: Int] = [:]
    for count in counts { tally[count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func vote(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>]) -> UInt8 {
    var best: (delimiter: UInt8, share: Double) = (UInt8(ascii: ","), 0)
    for delimiter in delimiters + [blank] {
      if delimiter == blank, best.share > 0 { break }
      let counts = lines.map { count(of: delimiter, in: bytes, $0) }
      let least = delimiter == blank ? Self.leastBlanks : 1
      guard let usual = usual(counts.filter { $0 >= least }),
        headerAgrees(
          bytes, lines, counts, usual.count, spare: delimiter == UInt8(ascii: "\t") ? 4 : 1)
      else { continue }
      let share = Double(usual.lines) / Double(lines.count)
      if share >= 0.95 { return delimiter }
      if delimiter != blank, share > best.share { best = (delimiter, share) }
    }
    return best.delimiter
  }

  /// Whether some line of words, if there is one near the top or right above the first line of
  /// numbers, has the usual count of delimiters, up to `spare` fewer, or less than `spare` more:
  /// indices have no name, the axes of a TRC file's last marker none either, and its writers differ
  /// in the tabs that end its lines.
  private static func headerAgrees(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>], _ counts: [Int], _ usual: Int,
    spare: Int
  ) -> Bool {
    let range = max(1, usual - spare)...usual + spare - 1
    func hasWords(_ line: Int) -> Bool { isWorded(bytes, lines[line]) }
    func isHeader(_ line: Int) -> Bool { range.contains(counts[line]) && hasWords(line) }
    let top = lines.indices.prefix(8)
    if top.contains(where: isHeader) { return true }
    let numbers = lines.indices.first { counts[$0] == usual && !hasWords($0) } ?? 0
    let above = lines.indices.prefix(numbers).suffix(3)
    return above.contains(where: isHeader) || !(Array(top) + above).contains(where: hasWords)
  }

  private static func count(
    of delimiter: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Int {
    let text = UnsafeBufferPointer(rebasing: bytes[line])
    if ByteSearch.first(UInt8(ascii: "\""), in: text) == nil {
      return ByteSearch.count(delimiter, in: text)
    }
    var quoted = false
    var count = 0
    for byte in text {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if byte == delimiter, !quoted { count += 1 }
    }
    return count
  }
}

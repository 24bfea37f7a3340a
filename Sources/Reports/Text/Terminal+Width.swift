extension Terminal {
  /// How many columns of a terminal a text takes up: wide East Asian characters and emoji take two,
  /// combining marks none. The text must be visible.
  package static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first(where: { !isMark($0) }) else { return 0 }
    let isEmoji =
      first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
    return isEmoji || isWide(first) ? 2 : 1
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// The blocks that terminals draw over two columns.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text in lines of at most so many columns, broken at blanks; a word that is longer stands
  /// on lines of its own, cut.
  package static func wrapped(_ text: String, width limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, width(line) + 1 + width(String(word)) > limit {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      while width(line) > limit {
        let head = prefix(line, width: max(limit, 2))
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// A text without its middle where it would take up more columns.
  package static func shortened(_ text: String, width limit: Int) -> String {
    if width(text) <= limit { return text }
    let head = prefix(text, width: limit / 2)
    let tail = prefix(String(text.reversed()), width: limit - 1 - width(head))
    return head + "…" + String(tail.reversed())
  }

  /// The text and blanks up to so many columns.
  package static func padded(_ text: String, width wanted: Int) -> String {
    text + String(repeating: " ", count: max(0, wanted - width(text)))
  }

  private static func prefix(_ text: String, width limit: Int) -> String {
    var room = limit
    return String(
      text.prefix { character in
        room -= width(character)
        return room >= 0
      })
  }
}

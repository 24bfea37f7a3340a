/// Takes names apart into lower-case words: `LBigToe`, `left_big_toe`, `Left Big-Toe` and
/// `L.BigToe` become the same kind of list.
enum Words {
  /// Words end at anything but a letter or digit, before a capital that follows a small letter or
  /// digit (`KneeLeft`), and before the last of several capitals that a small letter follows
  /// (`LKnee`). Digits stay with the letters before them (`c7`, `spine1`); zeros that lead are
  /// dropped, so `spine_01` and `spine1` meet. O(length).
  static func of(_ name: String) -> [String] {
    let letters = Array(name.unicodeScalars)
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for (i, letter) in letters.enumerated() {
      guard isWordLetter(letter) else {
        end()
        continue
      }
      if isCapital(letter), i > 0 {
        let before = letters[i - 1]
        let next = i + 1 < letters.count ? letters[i + 1] : nil
        let afterSmall = isSmall(before) || isDigit(before)
        let lastCapital = isCapital(before) && next.map(isSmall) ?? false
        if afterSmall || lastCapital { end() }
      }
      word.unicodeScalars.append(letter)
    }
    end()
    return words.map { $0.lowercased() }
  }

  /// A word's letters and the number behind them: `x12` is ("x", 12), `7` is ("", 7).
  static func numbered(_ word: String) -> (stem: String, number: Int)? {
    let digits = word.unicodeScalars.reversed().prefix(while: isDigit).count
    guard (1...6).contains(digits), let number = Int(String(word.unicodeScalars.suffix(digits)))
    else { return nil }
    return (String(word.unicodeScalars.dropLast(digits)), number)
  }

  private static func isWordLetter(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII
      ? isDigit(letter) || (letter.value | 0x20) >= 0x61 && (letter.value | 0x20) <= 0x7A
      : letter.properties.isAlphabetic
  }

  // Names are ASCII, as a rule, and properties are looked up in long tables.
  private static func isCapital(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII ? ("A"..."Z").contains(letter) : letter.properties.isUppercase
  }

  private static func isSmall(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII ? ("a"..."z").contains(letter) : letter.properties.isLowercase
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    letter.value >= 0x30 && letter.value <= 0x39
  }
}

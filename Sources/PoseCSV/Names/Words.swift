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
      if letter.properties.isUppercase, i > 0 {
        let before = letters[i - 1]
        let next = i + 1 < letters.count ? letters[i + 1] : nil
        let afterSmall = before.properties.isLowercase || isDigit(before)
        let lastCapital =
          before.properties.isUppercase && (next?.properties.isLowercase ?? false)
        if afterSmall || lastCapital { end() }
      }
      word.unicodeScalars.append(letter)
    }
    end()
    return words.map { $0.lowercased() }
  }

  /// A word's letters and the number behind them: `x12` is ("x", 12), `7` is ("", 7).
  static func numbered(_ word: String) -> (stem: String, number: Int)? {
    let digits = word.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 6, let number = Int(String(digits.reversed())) else {
      return nil
    }
    return (String(word.dropLast(digits.count)), number)
  }

  private static func isWordLetter(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII
      ? isDigit(letter) || (letter.value | 0x20) >= 0x61 && (letter.value | 0x20) <= 0x7A
      : letter.properties.isAlphabetic
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    letter.value >= 0x30 && letter.value <= 0x39
  }
}

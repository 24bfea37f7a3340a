/// Reads a score that is written in words or in per cent.
enum ScoreText {
  /// `Tracked` is 1, `Inferred` 0.5, `NotTracked` 0, as Kinect's recorders write them; `93%` is 0.93.
  /// Nil for any other text.
  static func score(
    _ field: UnsafeBufferPointer<UInt8>, _ parser: NumberParser
  ) -> Float? {
    if field.last == UInt8(ascii: "%") {
      guard case .number(let value) = parser.parse(UnsafeBufferPointer(rebasing: field.dropLast()))
      else { return nil }
      return Float(value / 100)
    }
    return words.first { word in
      field.count == word.text.count && zip(field, word.text).allSatisfy { $0 | 0x20 == $1 }
    }?.score
  }

  private static let words: [(text: [UInt8], score: Float)] = [
    ("tracked", 1), ("inferred", 0.5), ("nottracked", 0), ("not tracked", 0),
  ].map { (Array($0.0.utf8), $0.1) }
}

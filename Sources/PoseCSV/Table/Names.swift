/// Gives each distinct text of a column a number, without making a string a row.
struct NameTable {
  private var texts: [[UInt8]] = []
  private var last = -1

  var count: Int { texts.count }

  /// The code of a text, a new one if it is new; nil when there are `limit` texts already.
  /// Amortized O(length) for texts that repeat in turn, as keypoints do.
  mutating func code(_ field: UnsafeBufferPointer<UInt8>, limit: Int) -> Int32? {
    let text = field.trimmed
    for guess in [last, last + 1] where texts.indices.contains(guess) {
      if isEqual(texts[guess], text) {
        last = guess
        return Int32(guess)
      }
    }
    if let found = texts.firstIndex(where: { isEqual($0, text) }) {
      last = found
      return Int32(found)
    }
    guard texts.count < limit else { return nil }
    texts.append(Array(text))
    last = texts.count - 1
    return Int32(last)
  }

  /// The texts in the order of their codes; bytes that are not UTF-8 become U+FFFD.
  var strings: [String] { texts.map { String(decoding: $0, as: UTF8.self) } }

  var hasInvalidText: Bool {
    texts.contains { String(validating: $0, as: UTF8.self) == nil }
  }

  private func isEqual(_ text: [UInt8], _ field: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == field.count && text.elementsEqual(field)
  }
}

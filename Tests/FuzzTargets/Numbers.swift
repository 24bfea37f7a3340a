import Glibc
import PoseCSV

extension FuzzTarget {
  /// A field is a number exactly when it is spelled as one, and then the one that `strtod` reads.
  package static let numbers = FuzzTarget(name: "numbers") { bytes in
    for mark in [UInt8(ascii: "."), UInt8(ascii: ",")] {
      let number = Probes.number(bytes, mark: mark)
      let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let text = Array(bytes.drop(while: blank).reversed().drop(while: blank).reversed())
      let isNumber = text.count <= 64 && spellsNumber(text, mark: mark)
      guard (number != nil) == isNumber else {
        return isNumber ? "a number is refused" : "what is no number is taken for one"
      }
      guard let number else { continue }
      let plain = text.map { CChar(bitPattern: $0 == mark ? UInt8(ascii: ".") : $0) } + [0]
      let expected = strtod(plain, nil)
      if number.bitPattern != expected.bitPattern { return "\(number) is not \(expected)" }
    }
    return nil
  }

  /// `[+-] digits [mark digits] [e|E [+-] digits]`, with a digit on either side of the mark.
  private static func spellsNumber(_ text: [UInt8], mark: UInt8) -> Bool {
    var rest = text[...]
    func sign() { if let first = rest.first, first == 0x2B || first == 0x2D { rest.removeFirst() } }
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest.removeFirst(count)
      return count
    }
    sign()
    var count = digits()
    if rest.first == mark {
      rest.removeFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      sign()
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

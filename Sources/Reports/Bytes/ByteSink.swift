/// Bytes of an output in the making.
///
/// All writers append here: no `String` is made for a number or a fixed name.
package struct ByteSink: Sendable {
  package private(set) var bytes: [UInt8]

  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  package var count: Int { bytes.count }

  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  package mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ text: Span<UInt8>) {
    append(upTo: text.count) { $0.append(text) }
  }

  /// Appends bytes between a mark on either side.
  mutating func append(_ text: Span<UInt8>, between mark: UInt8) {
    append(upTo: text.count + 2) { out in
      out.append(mark)
      out.append(text)
      out.append(mark)
    }
  }

  /// Appends a name that stands in the program itself.
  mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func append(_ number: Int) {
    append(upTo: OutputSpan.mostDigits + 1) { out in
      if number < 0 { out.append(UInt8(ascii: "-")) }
      out.append(digits: UInt64(number.magnitude))
    }
  }

  /// Appends a scalar as UTF-8.
  package mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }
    bytes.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// Appends the last `digits` hexadecimal digits of a number, in lower case.
  package mutating func append(hexadecimal number: UInt32, digits: Int) {
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt32(4 * place) & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Lets a writer of this folder append to the bytes themselves.
  mutating func edit(_ change: (inout [UInt8]) -> Void) { change(&bytes) }

  /// Lets it append up to `count` bytes, with one look at whether there is room for them.
  mutating func append(upTo count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: count) { write(&$0) }
  }

  /// Empties it and keeps its memory.
  package mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

extension OutputSpan<UInt8> {
  /// The most that `append(digits:)` appends.
  static var mostDigits: Int { 20 }

  /// Appends a number in decimal notation, with zeros before it up to `least` digits.
  mutating func append(digits number: UInt64, least: Int = 1) {
    var count = least
    while count < Decimal.powers.count, number >= Decimal.powers[count] { count += 1 }
    for place in stride(from: count - 1, through: 0, by: -1) {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / Decimal.powers[place] % 10))
    }
  }

  /// Appends a copy of all bytes; there has to be room for them.
  fileprivate mutating func append(_ text: Span<UInt8>) {
    precondition(text.count <= freeCapacity, "room for all bytes")
    unsafe withUnsafeMutableBufferPointer { room, count in
      unsafe text.withUnsafeBufferPointer { text in
        _ = unsafe room[count...].initialize(fromContentsOf: text)
      }
      count += text.count
    }
  }
}

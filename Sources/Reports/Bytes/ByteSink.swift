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
    bytes.append(addingCapacity: text.count) { $0.append(text) }
  }

  /// Appends bytes between a mark on either side.
  mutating func append(_ text: Span<UInt8>, between mark: UInt8) {
    bytes.append(addingCapacity: text.count + 2) { out in
      out.append(mark)
      out.append(text)
      out.append(mark)
    }
  }

  package mutating func append(_ number: Int) {
    if (0..<10).contains(number) {
      return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    }
    var magnitude = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    if magnitude < 100 {
      let (tens, ones) = magnitude.quotientAndRemainder(dividingBy: 10)
      if tens > 0 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens)) }
      return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
    }
    let first = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude > 0
    bytes[first...].reverse()
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

  /// Empties it and keeps its memory.
  package mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

extension OutputSpan<UInt8> {
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

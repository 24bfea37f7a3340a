/// Writes a record: whole numbers seven bits a byte, the low ones first; texts and byte strings
/// behind their length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ number: Int) { number64(UInt64(bitPattern: Int64(number))) }

  mutating func number64(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func digest(_ digest: Digest) {
    number64(digest.high)
    number64(digest.low)
  }

  mutating func real(_ number: Double) { number64(number.bitPattern) }

  mutating func bytes(_ more: [UInt8]) {
    number(more.count)
    bytes += more
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func optional<Value>(
    _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
  ) {
    number(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads a record in the order in which it was written.
struct RecordReader {
  /// The record is not what this program writes.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func number64() throws(Damaged) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < bytes.count else { throw Damaged() }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw Damaged()
  }

  mutating func number() throws(Damaged) -> Int {
    Int(truncatingIfNeeded: Int64(bitPattern: try number64()))
  }

  /// A number of things that are still to come, each of them a byte at least.
  private mutating func count() throws(Damaged) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw Damaged() }
    return count
  }

  mutating func digest() throws(Damaged) -> Digest {
    Digest(high: try number64(), low: try number64())
  }

  mutating func real() throws(Damaged) -> Double { Double(bitPattern: try number64()) }

  mutating func byteString() throws(Damaged) -> [UInt8] {
    let count = try count()
    position += count
    return Array(bytes[position - count..<position])
  }

  mutating func text() throws(Damaged) -> String {
    let count = try count()
    position += count
    return String(decoding: bytes[position - count..<position], as: UTF8.self)
  }

  mutating func optional<Value>(
    _ read: (inout RecordReader) throws(Damaged) -> Value
  ) throws(Damaged) -> Value? {
    try number() == 0 ? nil : try read(&self)
  }

  mutating func list<Value>(
    _ read: (inout RecordReader) throws(Damaged) -> Value
  ) throws(Damaged) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count()) { values.append(try read(&self)) }
    return values
  }
}

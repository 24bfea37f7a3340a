/// A column of whole numbers as bytes: mostly one a number, its difference from the one before.
///
/// −126…126 is a difference. −127 is a missing value. −128 announces the value itself in four
/// bytes, the lowest first. The first value differs from 0; a missing one changes nothing.
enum DeltaColumn {
  private static let missing = UInt8(bitPattern: -127)
  private static let whole = UInt8(bitPattern: -128)

  /// The most bytes that a number takes.
  static let longest = 5

  /// Appends a column, for which there is room. `Int16.min` or `Int32.min`, by type, is a missing value.
  static func append<Number: FixedWidthInteger & SignedInteger>(
    _ column: [Number], to bytes: inout OutputSpan<UInt8>
  ) {
    var last: Int32 = 0
    for number in column {
      if number == Number.min {
        bytes.append(missing)
        continue
      }
      let value = Int32(truncatingIfNeeded: number)
      let difference = value &- last
      if UInt32(bitPattern: difference &+ 126) <= 252 {
        bytes.append(UInt8(truncatingIfNeeded: difference))
      } else {
        bytes.append(whole)
        for shift: Int32 in [0, 8, 16, 24] {
          bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
      }
      last = value
    }
  }

  /// Reads a column of `count` numbers from the front of the bytes and takes it off them; nil
  /// when they do not hold one.
  static func read<Number: FixedWidthInteger & SignedInteger>(
    _ count: Int, from bytes: inout ArraySlice<UInt8>
  ) -> [Number]? {
    var column: [Number] = []
    column.reserveCapacity(min(count, bytes.count))
    var last: Int32 = 0
    var place = bytes.startIndex
    for _ in 0..<count {
      guard place < bytes.endIndex else { return nil }
      let byte = bytes[place]
      place += 1
      if byte == missing {
        column.append(Number.min)
        continue
      }
      if byte == whole {
        guard bytes.endIndex - place >= 4 else { return nil }
        last = bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | Int32($1) }
        place += 4
      } else {
        last &+= Int32(Int8(bitPattern: byte))
      }
      guard let number = Number(exactly: last) else { return nil }
      column.append(number)
    }
    bytes = bytes[place...]
    return column
  }
}

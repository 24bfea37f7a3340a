/// The frame that a picture's name numbers: `frames/img_000123.jpg` is 123.
enum PictureName {
  /// Whether the first row's frame is such a name rather than a number.
  static func stand(in rows: RowBytes, _ column: Int) -> Bool {
    var found = false
    _ = rows.forEach(column) { field in
      if case .invalid = NumberParser().parse(field) { found = number(field) != nil }
      return false
    }
    return found
  }

  /// The last number of the name before its ending; nil where there is none, or one of more than
  /// nine digits, which is a date.
  static func number(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = field.count
    if let dot = field.lastIndex(of: UInt8(ascii: ".")), dot > 0,
      field[(dot + 1)...].contains(where: \.isLetter)
    {
      end = dot
    }
    while end > 0, !field[end - 1].isDigit { end -= 1 }
    var start = end
    while start > 0, field[start - 1].isDigit { start -= 1 }
    guard start < end, end - start <= 9 else { return nil }
    return field[start..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

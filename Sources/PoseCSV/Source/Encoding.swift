/// Brings a file's bytes into UTF-8 without a byte-order mark.
enum Encoding {
  /// What was done to the bytes, in the words of reports.
  enum Found: String {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with a byte-order mark"
    case utf16LE = "UTF-16, little-endian"
    case utf16BE = "UTF-16, big-endian"
  }

  /// The encoding that the first bytes tell. Throws where zero bytes without a mark say that this
  /// is UTF-16 or no text at all; a lone zero byte is left to the row it is in.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>) throws(PoseCSVError) -> Found {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    let head = bytes.prefix(4096)
    let zeros = head.count { $0 == 0 }
    if zeros > max(3, head.count / 100) {
      throw PoseCSVError(
        .encoding,
        "looks like UTF-16 without a byte-order mark, or like binary data; save it as UTF-8 text",
        line: 1)
    }
    return .utf8
  }

  /// The text behind a UTF-16 mark as UTF-8. Lone surrogates become U+FFFD.
  static func fromUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool
  ) throws(PoseCSVError) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw PoseCSVError(
        .encoding, "is UTF-16 with half a character at its end; the file may be cut short")
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    let high = bigEndian ? 0 : 1
    let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { i -> UInt16 in
      UInt16(bytes[i + high]) << 8 | UInt16(bytes[i + 1 - high])
    }
    var iterator = units.makeIterator()
    var decoder = UTF16()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case .error: text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case .emptyInput: break decoding
      }
    }
    return text
  }
}

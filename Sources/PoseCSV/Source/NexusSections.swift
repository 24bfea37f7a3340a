/// The tables that Vicon Nexus writes one below the other into one file, each under its name. Only the
/// markers' places are read.
enum NexusSections {
  private static let names: Set<String> = [
    "Devices", "Joints", "Model Outputs", "Segments", "Trajectories",
  ]
  private static let places = "Trajectories"

  /// Where the places begin, and in which line, in a file that opens with another section; nil for
  /// any other file.
  static func start(_ bytes: UnsafeBufferPointer<UInt8>) -> (position: Int, line: Int)? {
    guard opensOther(bytes) else { return nil }
    return lines(bytes).first { self.name(bytes, $0.range) == places }
      .map { ($0.range.lowerBound, $0.line) }
  }

  /// Whether a file opens with another section than that of places.
  static func opensOther(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    name(bytes, opening(bytes)).map { $0 != places } ?? false
  }

  /// The bytes without what stands below the places.
  static func withoutOthers(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard name(bytes, opening(bytes)) != nil else { return bytes }
    let start = lines(bytes).first { name(bytes, $0.range) == places }
    guard let start,
      let next = lines(bytes).first(where: { line in
        line.range.lowerBound > start.range.lowerBound && name(bytes, line.range) != nil
      })
    else { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[..<next.range.lowerBound])
  }

  /// Whether a row is the name of a section other than that of places.
  static func isOther(_ cells: [String]) -> Bool {
    guard let name = cells.first?.trimmed, cells.dropFirst().allSatisfy({ $0.trimmed.isEmpty })
    else { return false }
    return names.contains(name) && name != places
  }

  private static func opening(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var scanner = LineScanner(bytes)
    return 0..<scanner.end(ofLineAt: 0)
  }

  private static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> some Sequence<(range: Range<Int>, line: Int)> {
    var scanner = LineScanner(bytes)
    var position = 0
    var line = 0
    return AnyIterator {
      guard position < bytes.count else { return nil }
      let end = scanner.end(ofLineAt: position)
      defer { position = end }
      line += 1
      return (position..<end, line)
    }
  }

  /// The section that a line names; delimiters may stand behind, as spreadsheets write them.
  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> String? {
    guard line.count < 4096, let first = bytes[line].first, first.isLetter else { return nil }
    let text = bytes[line].prefix { $0.isLetter || $0 == UInt8(ascii: " ") }
    guard bytes[text.endIndex..<line.upperBound].allSatisfy({ !$0.isLetter && !$0.isDigit }) else {
      return nil
    }
    let name = String(decoding: text, as: UTF8.self).trimmed
    return names.contains(name) ? name : nil
  }
}

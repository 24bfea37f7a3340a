/// Names of an archive's members: data from elsewhere, only ever shown.
enum MemberName {
  /// Bytes of the longest name that is kept whole.
  static let longest = 1024

  /// The name without what would make it more than a name: steps upwards, a leading slash,
  /// control characters; never empty.
  static func safe(_ name: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    for part in parts(name) {
      if !safe.isEmpty { safe.append(slash) }
      safe += part.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 }
    }
    return safe.isEmpty ? Array("unnamed".utf8) : Array(safe.prefix(longest))
  }

  /// A file that a system keeps for itself: below `__MACOSX`, or with a dot in front.
  static func isHidden(_ name: [UInt8]) -> Bool {
    parts(name).contains { $0.first == dot || $0.elementsEqual("__MACOSX".utf8) }
  }

  static func isJSON(_ name: [UInt8]) -> Bool {
    name.count > 5 && String(decoding: name.suffix(5), as: UTF8.self).lowercased() == ".json"
  }

  /// The name without its ending.
  static func stem(_ name: [UInt8]) -> [UInt8] {
    let start = name.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return name[start...].lastIndex(of: dot).map { Array(name[..<$0]) } ?? name
  }

  private static func parts(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(separator: slash).filter { !$0.allSatisfy { $0 == dot } || $0.count > 2 }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}

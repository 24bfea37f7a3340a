/// File names as bytes, and as text that can be shown.
enum PathText {
  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")

  /// The name as text: itself where it is UTF-8, with `\xff` for each byte that is not.
  static func text(_ path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self) { return text }
    var text = ""
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = path.makeIterator()
    var position = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        position += encoded.count
      case .error(let length):
        for byte in path[position..<position + length] {
          text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        position += length
      case .emptyInput:
        return text
      }
    }
  }

  static func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty { return name }
    return folder.last == slash ? folder + name : folder + [slash] + name
  }

  /// The last component, without slashes at the end; empty for "/" and "".
  static func lastComponent(_ path: [UInt8]) -> [UInt8] {
    var end = path.count
    while end > 0, path[end - 1] == slash { end -= 1 }
    let start = path[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    return Array(path[start..<end])
  }

  /// The path without the last component's ending: `a/set.1.csv` → `a/set.1`, `a/.csv` → `a/`.
  static func stem(_ path: [UInt8]) -> [UInt8] {
    let nameStart = path.lastIndex(of: slash).map { $0 + 1 } ?? 0
    guard let dot = path[nameStart...].lastIndex(of: dot) else { return path }
    return Array(path[..<dot])
  }

  /// The path without its ending, and without that of a compression before: `a.csv.gz` → `a`.
  static func recordingStem(_ path: [UInt8]) -> [UInt8] {
    let isCompressed = ["gz", "zst", "xz", "bz2"].contains(ending(path))
    return stem(isCompressed ? stem(path) : path)
  }

  /// The ending in lower case, without its dot; empty where there is none.
  static func ending(_ path: [UInt8]) -> String {
    let stem = stem(path)
    guard stem.count < path.count else { return "" }
    return String(decoding: path[(stem.count + 1)...], as: UTF8.self).lowercased()
  }
}

internal import Reports

/// What the outputs of a recording are called, without their ending.
///
/// Readable where that is safe and unambiguous: `monday/set1.csv` gives `monday_set1`. Else the
/// readable part is followed by ten hexadecimal digits of the SHA-256 of the path's bytes: when
/// the path holds other characters than `A–Z a–z 0–9 . _ -`, is long, begins with a dot or a
/// dash, is a device's name on other systems, or when another file would be called the same, also
/// where capitals do not count. Members of archives always bear the digits: what else an archive
/// holds is not known when the first is named.
struct OutputNames: Sendable {
  /// Readable parts of this length and less are kept whole.
  static let longest = 80

  /// Hashes of readable names that several files share, sorted.
  private var shared: [UInt64]

  init(_ files: some Sequence<InputFile>) {
    var hashes = files.map { Self.hash(Self.readable($0.name).name) }
    hashes.sort()
    shared = zip(hashes, hashes.dropFirst()).filter { $0 == $1 }.map(\.0)
  }

  /// A name that no other recording's outputs have, where the inputs are no longer known.
  static func alone(_ recording: String, person: String) -> String {
    let path = Array(recording.utf8)
    let name = String(decoding: readable(path).name, as: UTF8.self) + "-" + digits(path)
    return person == "0" ? name : "\(name)~\(digits(Array(person.utf8)))"
  }

  /// The name of a file's outputs; of one person's when the file has several.
  func name(of file: InputFile, person: String? = nil) -> String {
    let (name, isWhole) = Self.readable(file.name)
    var result = String(decoding: name, as: UTF8.self)
    if file.isMember || !isWhole || isShared(Self.hash(name)) {
      result += "-" + Self.digits(file.name)
    }
    guard let person else { return result }
    // The tilde is no character of a readable name, so a person's name cannot be a file's.
    let (part, isWholePerson) = Self.readable(Array(person.utf8), strippingEnding: false)
    result += "~" + String(decoding: part.prefix(20), as: UTF8.self)
    if !isWholePerson || part.count > 20 { result += "-" + Self.digits(Array(person.utf8)) }
    return result
  }

  /// Whether the name, with its ending, is one that this program can have given.
  static func isSafe(_ name: String) -> Bool {
    name.utf8.count <= 255 && name.utf8.first.map { $0 != PathText.dot } ?? false
      && name.utf8.allSatisfy { isReadable($0) || $0 == UInt8(ascii: "~") }
  }

  private static func isReadable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func isShared(_ hash: UInt64) -> Bool {
    var low = 0
    var high = shared.count
    while low < high {
      let middle = (low + high) / 2
      if shared[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < shared.count && shared[low] == hash
  }

  /// The readable part, and whether it says all that the path says.
  private static func readable(
    _ path: [UInt8], strippingEnding: Bool = true
  ) -> (name: [UInt8], isWhole: Bool) {
    let stem = strippingEnding ? PathText.stem(path) : path
    var name: [UInt8] = []
    var isWhole = true
    for byte in stem {
      if isReadable(byte) {
        name.append(byte)
      } else if byte == PathText.slash {
        name.append(UInt8(ascii: "_"))
      } else {
        isWhole = false
        if name.last != UInt8(ascii: "_") { name.append(UInt8(ascii: "_")) }
      }
    }
    if name.count > longest {
      isWhole = false
      name.removeSubrange(longest...)
    }
    while let first = name.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "-") {
      isWhole = false
      name.removeFirst()
    }
    if name.isEmpty {
      isWhole = false
      name = Array("recording".utf8)
    }
    if isDevice(name) { isWhole = false }
    return (name, isWhole)
  }

  /// Names that Windows keeps for devices, with any ending.
  private static func isDevice(_ name: [UInt8]) -> Bool {
    let first = String(decoding: name.prefix { $0 != PathText.dot }, as: UTF8.self).uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(first) { return true }
    return first.utf8.count == 4 && (first.hasPrefix("COM") || first.hasPrefix("LPT"))
      && first.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    SHA256.digest(bytes).prefix(5).reduce(into: "") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  /// A hash that capitals do not change; equal ones only make two names longer than needed.
  private static func hash(_ name: [UInt8]) -> UInt64 {
    name.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      return (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
  }
}

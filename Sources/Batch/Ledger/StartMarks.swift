internal import Glibc
internal import Synchronization

/// Tells a later run what was in work when this process died.
///
/// A mark goes to the system before a file is taken apart and another when its share is made, so
/// that a file which brings the process down is known by its name the next time: it is then
/// analyzed alone, and when the process has died twice with only this file in work, it is left
/// out. Marks are no bytes of a result and need not outlast a loss of power.
final class StartMarks: Sendable {
  /// A file that was in work when a process died.
  struct Suspicion: Equatable {
    /// Deaths while no other file was in work.
    var deathsAlone = 0

    /// The process died twice, and nothing else can have been the cause.
    var isProven: Bool { deathsAlone >= 2 }
  }

  private enum Kind: UInt8 { case started = 1, startedAlone, done, ended, carried }

  /// Bytes of a mark: its kind, a digest, a number, and the sum of all that.
  static let length = 19

  let suspicions: [Digest: Suspicion]
  private let file: Descriptor

  /// Reads the marks of earlier processes in `name`, and begins them anew; what is not complete
  /// lies in `work`.
  init(_ name: String, in folder: Int32, work: Int32) throws(SystemError) {
    var suspicions: [Digest: Suspicion] = [:]
    let path = Array(name.utf8)
    if let old = try? Descriptor(path, in: folder, flags: O_RDONLY | O_NOFOLLOW),
      let bytes = try? old.read(atMost: 1 << 30)
    {
      suspicions = Self.suspicions(in: bytes)
    }
    file = try Descriptor(
      path, in: work, flags: O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW)
    var marks: [UInt8] = []
    for (key, suspicion) in suspicions {
      marks += Self.mark(.carried, key, number: suspicion.deathsAlone)
    }
    try file.write(marks)
    _ = try retrying {
      path.withCString { renameat(work, $0, folder, $0) }
    }
    self.suspicions = suspicions
  }

  /// A file is about to be taken apart. A mark that cannot be written is none.
  func start(_ key: Digest, alone: Bool) {
    try? file.write(Self.mark(alone ? .startedAlone : .started, key))
  }

  /// The file's share is made.
  func finish(_ key: Digest) { try? file.write(Self.mark(.done, key)) }

  /// The process ends of its own will, whatever is in work.
  func end() { try? file.write(Self.mark(.ended, Digest(high: 0, low: 0))) }

  /// Where a signal handler can write `endMark`.
  var descriptor: Int32 { file.number }

  /// The bytes that `end` writes, as they lie in memory.
  static let endMark: (UInt64, UInt64, UInt16, UInt8) = (
    UInt64(Kind.ended.rawValue).littleEndian, 0, 0, Kind.ended.rawValue
  )

  private static func mark(_ kind: Kind, _ key: Digest, number: Int = 0) -> [UInt8] {
    var bytes = [kind.rawValue]
    for half in [key.high, key.low] {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: half >> shift))
      }
    }
    bytes.append(UInt8(clamping: number))
    bytes.append(bytes.reduce(0, &+))
    return bytes
  }

  private static func suspicions(in bytes: [UInt8]) -> [Digest: Suspicion] {
    var suspicions: [Digest: Suspicion] = [:]
    var inWork: [Digest: Bool] = [:]
    for start in stride(from: 0, to: bytes.count - length + 1, by: length) {
      let mark = bytes[start..<start + length]
      guard mark.dropLast().reduce(0, &+) == mark.last, let kind = Kind(rawValue: mark[start])
      else { break }
      let key = Digest(
        high: number(mark[(start + 1)..<(start + 9)]), low: number(mark[(start + 9)..<(start + 17)])
      )
      switch kind {
      case .started: inWork[key] = false
      case .startedAlone: inWork[key] = true
      case .done:
        inWork[key] = nil
        suspicions[key] = nil
      case .ended: inWork = [:]
      case .carried: suspicions[key] = Suspicion(deathsAlone: Int(mark[start + 17]))
      }
    }
    for (key, alone) in inWork {
      suspicions[key, default: Suspicion()].deathsAlone += alone ? 1 : 0
    }
    return suspicions
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The files of a folder on their way: tar archives that arrive through a descriptor, with one
/// member in memory at a time.
///
/// What stands beside a recording is honored where it stands: a sidecar `NAME.json` directly
/// before or behind it, and a member `.manifest.csv`, which speaks for the recordings behind it. A
/// recording without a sidecar in front is handed on when the next member begins.
package struct TarStream: ~Copyable {
  /// A member that may be a recording.
  package struct File {
    /// Safe to show; never a path to open.
    package var name: [UInt8]
    package var content: Result<[UInt8], PoseCSVError>
    /// The bytes of its sidecar.
    package var sidecar: [UInt8]?
  }

  /// The name of a member that says what is known of those behind it.
  package static let manifestName = Array(".manifest.csv".utf8)

  /// Bytes of a sidecar that are kept.
  private static let sidecarBytes = (64 << 10) + 1
  /// Bytes of the largest manifest that is taken in.
  private static let manifestBytes = 16 << 20

  private var reader: ArchiveReader
  private let limits: Limits
  private var last: [UInt8] = []
  /// What waits for a neighbor.
  private var recording: File?
  private var sidecar: (name: [UInt8], bytes: [UInt8])?

  package init(descriptor: Int32, limits: Limits = Limits()) throws(PoseCSVError) {
    // What a stream unpacks to in all has no bound; what a member does, has one.
    var stream = limits
    stream.expandedBytes = .max
    stream.members = .max
    do throws(ArchiveReader.Failure) {
      reader = try ArchiveReader(tarsFrom: descriptor, limits: stream)
    } catch {
      throw Unpacking.sentence(error)
    }
    self.limits = limits
  }

  /// Hands on every file and every manifest in the order of the stream; returns why the stream
  /// could not be read to its end, when it could not.
  package mutating func forEach(
    _ take: (File) -> Void, manifest: ([UInt8]) -> Void
  ) -> PoseCSVError? {
    do throws(ArchiveReader.Failure) {
      while let member = try reader.next() { try self.take(member, take, manifest) }
      settle(take)
      return nil
    } catch {
      settle(take)
      if last.isEmpty, !error.isCut {
        return PoseCSVError(.otherFormat, "is not a tar archive (\(error.message))")
      }
      var sentence = Unpacking.sentence(error)
      sentence.message += "; the last member seen is '\(String(decoding: last, as: UTF8.self))'"
      return sentence
    }
  }

  private mutating func take(
    _ member: ArchiveReader.Member, _ take: (File) -> Void, _ manifest: ([UInt8]) -> Void
  ) throws(ArchiveReader.Failure) {
    let name = MemberName.safe(member.name)
    last = name
    if name == Self.manifestName, member.kind == .file {
      settle(take)
      return manifest(try read(atMost: Self.manifestBytes))
    }
    if MemberName.isHidden(member.name) || member.kind == .folder { return }
    if MemberName.isJSON(name), member.kind == .file, !member.isEncrypted {
      let bytes = try read(atMost: Self.sidecarBytes)
      if let waiting = recording, isSidecar(name, of: waiting.name) {
        recording?.sidecar = bytes
        settle(take)
      } else {
        settle(take)
        sidecar = (name, bytes)
      }
      return
    }
    if let sidecar, isSidecar(sidecar.name, of: name) {
      self.sidecar = nil
      recording = File(name: name, content: try content(of: member), sidecar: sidecar.bytes)
      settle(take)
    } else {
      settle(take)
      recording = File(name: name, content: try content(of: member))
    }
  }

  /// The member's bytes, or why it has none to read. Where the archive ends within it, the stream
  /// says so.
  private mutating func content(
    of member: ArchiveReader.Member
  ) throws(ArchiveReader.Failure) -> Result<[UInt8], PoseCSVError> {
    switch member.kind {
    case .link: return refusal("is a link, and links within an archive are not followed")
    case .special: return refusal("is not a file but a pipe, socket or device")
    case .folder, .file: break
    }
    if member.isEncrypted { return refusal("is encrypted; unpack it first") }
    var bytes: [UInt8] = []
    while try reader.read(into: &bytes) {
      // Of a film, the first bytes are enough to say that it is one.
      let isOther = bytes.withUnsafeBufferPointer { Magic.kind($0) != nil && !Magic.isArchive($0) }
      if isOther { break }
      guard bytes.count <= limits.expandedBytes else {
        let message =
          "is longer than \(limits.expandedBytes) bytes, the limit of expanded bytes; give it as a "
          + "file\(Limits.Name.expanded.hint)"
        return .failure(PoseCSVError(.limit, message))
      }
    }
    return .success(bytes)
  }

  private func refusal(_ reason: String) -> Result<[UInt8], PoseCSVError> {
    .failure(PoseCSVError(.notRegularFile, reason))
  }

  private mutating func read(atMost limit: Int) throws(ArchiveReader.Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit, try reader.read(into: &bytes) {}
    return Array(bytes.prefix(limit))
  }

  /// `a.json` is the sidecar of `a.csv`, and of `a.csv.gz`.
  private func isSidecar(_ sidecar: [UInt8], of name: [UInt8]) -> Bool {
    let stem = MemberName.stem(name)
    let sought = MemberName.stem(sidecar)
    if stem == sought { return true }
    let ending = String(decoding: name.dropFirst(stem.count + 1), as: UTF8.self).lowercased()
    return ["gz", "zst", "xz", "bz2"].contains(ending) && MemberName.stem(stem) == sought
  }

  /// Hands on what waited for a neighbor.
  private mutating func settle(_ take: (File) -> Void) {
    if let alone = sidecar {
      sidecar = nil
      let message =
        "does not stand directly before or behind a recording of its name, so none was read with it"
      take(File(name: alone.name, content: .failure(PoseCSVError(.sidecar, message))))
    }
    if let waiting = recording {
      recording = nil
      take(waiting)
    }
  }
}

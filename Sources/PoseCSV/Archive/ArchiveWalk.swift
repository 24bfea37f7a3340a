import Pose

/// A walk through a tar or zip archive that hands on its members.
struct ArchiveWalk {
  let index: Unpacking.ArchiveIndex
  private(set) var passedOver = PassedOverMembers()
  /// The failure that ended the last walk concerns one member of a zip archive, which has been
  /// told of: another walk finds those behind it.
  private(set) var canGoOn = false
  /// Members that are done with.
  private var done = 0
  private var names: Set<[UInt8]> = []
  private var last: [UInt8] = []

  init(index: Unpacking.ArchiveIndex) { self.index = index }

  /// Hands on the members that are not done with; returns why it ended before the archive did.
  mutating func go(
    _ bytes: UnsafeBufferPointer<UInt8>, _ file: FileBytes?, _ limits: Limits,
    _ take: (borrowing Part) -> Void
  ) -> PoseCSVError? {
    canGoOn = false
    do throws(ArchiveReader.Failure) {
      var reader = try ArchiveReader(bytes, limits: limits)
      var position = 0
      while let member = try reader.next() {
        position += 1
        guard position > done else {
          reader.leave()
          continue
        }
        done = position
        if let failure = self.take(member, from: &reader, file, take) {
          canGoOn = reader.form == .zip && failure.kind != .limit
          throw failure
        }
      }
      return nil
    } catch {
      var sentence = Unpacking.sentence(error)
      if !last.isEmpty {
        sentence.message += "; the last member seen is '\(String(decoding: last, as: UTF8.self))'"
      }
      return sentence
    }
  }

  /// Deals with one member; returns a failure that ends the walk.
  private mutating func take(
    _ member: ArchiveReader.Member, from reader: inout ArchiveReader, _ file: FileBytes?,
    _ take: (borrowing Part) -> Void
  ) -> ArchiveReader.Failure? {
    let name = MemberName.safe(member.name)
    last = name
    if MemberName.isHidden(member.name) {
      passedOver.hidden += member.kind == .folder ? 0 : 1
      passedOver.folders += member.kind == .folder ? 1 : 0
      return nil
    }
    if member.kind == .folder {
      passedOver.folders += 1
      return nil
    }
    if let obstacle = obstacle(member, name) {
      let error = PoseCSVError(.notRegularFile, obstacle)
      take(Part(name: name, sidecar: nil, content: .failure(error)))
      return nil
    }
    if index.isSidecar(name) {
      passedOver.sidecars += 1
      return nil
    }
    var bytes: [UInt8] = []
    do throws(ArchiveReader.Failure) {
      while try reader.read(into: &bytes) {
        // Of a film, the first bytes are enough to say that it is one.
        let isOther = bytes.withUnsafeBufferPointer { Magic.kind($0) != nil }
        if isOther { break }
      }
    } catch {
      take(Part(name: name, sidecar: nil, content: .failure(Unpacking.sentence(error))))
      return error.isFinal ? error : nil
    }
    bytes.withUnsafeBufferPointer { bytes in
      take(
        Part(
          name: name, sidecar: index.sidecars[MemberName.stem(name)], content: .success(bytes),
          file: file))
    }
    return nil
  }

  /// Why the member is not read, where that is clear from its header.
  private mutating func obstacle(_ member: ArchiveReader.Member, _ name: [UInt8]) -> String? {
    if !names.insert(name).inserted { return "stands in the archive more than once" }
    switch member.kind {
    case .link: return "is a link, and links within an archive are not followed"
    case .special: return "is not a file but a pipe, socket or device"
    case .file, .folder: return member.isEncrypted ? "is encrypted; unpack it first" : nil
    }
  }
}

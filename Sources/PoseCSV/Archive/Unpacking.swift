import Pose

/// The tables in a file's bytes, one after another: one table for a plain or compressed file, one
/// a member for an archive.
struct Unpacking {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: FileBytes?
  let limits: Limits

  /// Bytes of a sidecar that are kept.
  private static let sidecarBytes = (64 << 10) + 1
  /// How often a walk through a zip archive begins anew behind a member that cannot be unpacked.
  private static let restarts = 32

  /// Hands on every table, in the order in which the file holds them. A part without a name that
  /// follows named ones says why the archive could not be read to its end.
  func forEach(_ take: (borrowing Part) -> Void) -> PassedOverMembers {
    guard Magic.isArchive(bytes) else {
      take(Part(name: [], sidecar: nil, content: .success(bytes), file: file))
      return PassedOverMembers()
    }
    do throws(ArchiveReader.Failure) {
      var reader = try ArchiveReader(bytes, limits: limits)
      let first = try reader.next()
      switch reader.form {
      case .table:
        takeTable(&reader, take)
        return PassedOverMembers()
      case .tar, .zip, .empty:
        guard first != nil else {
          fail(PoseCSVError(.empty, "is an archive that holds nothing, or nothing but zeros"), take)
          return PassedOverMembers()
        }
      }
    } catch {
      fail(Self.sentence(error), take)
      return PassedOverMembers()
    }
    var walk = ArchiveWalk(index: ArchiveIndex(bytes, limits: limits))
    if let office = walk.index.office {
      fail(PoseCSVError(.otherFormat, "is not a table of keypoints but \(office)"), take)
      return PassedOverMembers()
    }
    for _ in 0...Self.restarts {
      guard let failure = walk.go(bytes, file, limits, take) else { return walk.passedOver }
      if !walk.canGoOn {
        fail(failure, take)
        return walk.passedOver
      }
    }
    fail(PoseCSVError(.otherFormat, "has too many damaged members; unpack it"), take)
    return walk.passedOver
  }

  /// A compressed table. One that is cut short is used as far as it goes.
  private func takeTable(_ reader: inout ArchiveReader, _ take: (borrowing Part) -> Void) {
    guard reader.compressions > 0 else {
      return take(Part(name: [], sidecar: nil, content: .success(bytes), file: file))
    }
    var table: [UInt8] = []
    var warnings: [Warning] = []
    do throws(ArchiveReader.Failure) {
      while try reader.read(into: &table) {}
    } catch {
      guard error.isCut, !table.isEmpty else { return fail(Self.sentence(error), take) }
      warnings = [
        Warning(
          code: .fileMayBeCut,
          message: "The compressed file is cut short: only the first \(table.count) bytes of the "
            + "table could be unpacked.")
      ]
    }
    table.withUnsafeBufferPointer { table in
      take(
        Part(name: [], sidecar: nil, content: .success(table), warnings: warnings, file: file))
    }
  }

  private func fail(_ error: PoseCSVError, _ take: (borrowing Part) -> Void) {
    take(Part(name: [], sidecar: nil, content: .failure(error), file: file))
  }

  static func sentence(_ failure: ArchiveReader.Failure) -> PoseCSVError {
    if failure.kind == .limit { return PoseCSVError(.limit, failure.message) }
    if failure.isCut { return PoseCSVError(.otherFormat, "is cut short (\(failure.message))") }
    return PoseCSVError(.otherFormat, "cannot be unpacked (\(failure.message))")
  }

  /// What an archive holds, found in a first walk: the sidecars, wherever they stand.
  struct ArchiveIndex {
    private(set) var sidecars: [[UInt8]: [UInt8]] = [:]
    private var tables: Set<[UInt8]> = []
    /// The kind of office document that the archive is, in words.
    private(set) var office: String?

    /// Goes as far as the archive can be read; the walk that follows says why it ends.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
      do throws(ArchiveReader.Failure) {
        var reader = try ArchiveReader(bytes, limits: limits)
        while let member = try reader.next() {
          let name = MemberName.safe(member.name)
          if name.elementsEqual("[Content_Types].xml".utf8) {
            office = "an Excel workbook or another office document; save the sheet as CSV"
          }
          if name.elementsEqual("content.xml".utf8) {
            office = "an OpenDocument file; save the sheet as CSV"
          }
          guard member.kind == .file else { continue }
          guard MemberName.isJSON(name) else {
            tables.insert(MemberName.stem(name))
            continue
          }
          guard !member.isEncrypted else { continue }
          var sidecar: [UInt8] = []
          while sidecar.count < Unpacking.sidecarBytes, try reader.read(into: &sidecar) {}
          sidecars[MemberName.stem(name)] = Array(sidecar.prefix(Unpacking.sidecarBytes))
        }
      } catch {}
    }

    func isSidecar(_ name: [UInt8]) -> Bool {
      MemberName.isJSON(name) && tables.contains(MemberName.stem(name))
    }
  }
}

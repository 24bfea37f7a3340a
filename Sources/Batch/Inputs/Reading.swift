package import PoseCSV
internal import Glibc

/// Reads input files with the keypoint reader.
package enum Reading {
  /// A reader of files with the options of the command line; what stands in the manifest and in a
  /// sidecar is added file by file.
  package static func with(
    _ options: ReadOptions = ReadOptions(), manifest: Manifest? = nil
  ) -> ReadTables {
    var options = options
    options.isDescribed = false
    return { [options] file, glimpse, long, use in
      try tables(of: file, options, manifest: manifest, glimpse: glimpse, long: long) {
        file, result in
        use(file, result.map(\.recordings).mapError { $0 })
      }
    }
  }

  /// Hands on everything that the reader says of each table in a file, in the order of the file;
  /// throws when the file cannot be opened. A recording too long to be taken as a whole goes to
  /// `long`, where there is one.
  package static func tables(
    of file: InputFile, _ options: ReadOptions, manifest: Manifest? = nil,
    glimpse: GlimpseFile? = nil, long: UseLongTable? = nil,
    _ use: (InputFile, Result<ReadResult, PoseCSVError>) -> Void
  ) throws(PoseCSVError) -> PassedOverMembers {
    let own = file.isStandardInput ? nil : Sidecar(besides: file)
    let take: (borrowing Part) -> Void = { part in
      let (table, result) = read(part, of: file, options, besides: own, manifest: manifest)
      use(table, result)
    }
    var offer: LongTable.Offer?
    if let long {
      offer = { (fill) throws(PoseCSVError) -> Bool in
        let options = given(options, for: file, besides: own, manifest: manifest, of: file)
        let table = try LongTable(name: PathText.text(file.name), options: options, fill: fill)
        if let table { long(file, table) }
        return table != nil
      }
    }
    if file.isStandardInput {
      guard let bytes = try StandardInput.read(file, limits: options.limits, long: offer) else {
        return PassedOverMembers()
      }
      return PoseReader.forEachPart(bytes, limits: options.limits, take)
    }
    do {
      return try PoseReader.forEachPart(
        path: file.path, followingLink: file.isNamed, limits: options.limits,
        glimpse: glimpse.map { glimpse in
          { bytes in
            let facts = [own?.source ?? [], manifest?.facts(about: file) ?? []]
            return glimpse(Glimpse(bytes, facts: facts))
          }
        }, long: offer, take)
    } catch {
      throw error.inFile(PathText.text(file.name))
    }
  }

  /// Reads one table of a file; `own` is the file's sidecar, which speaks for members without one.
  static func read(
    _ part: borrowing Part, of file: InputFile, _ options: ReadOptions, besides own: Sidecar?,
    manifest: Manifest?
  ) -> (table: InputFile, result: Result<ReadResult, PoseCSVError>) {
    let table = part.name.isEmpty ? file : file.member(part.name)
    let sidecar = part.sidecar.map { Sidecar($0, besides: table) } ?? own
    let options = given(options, for: table, besides: sidecar, manifest: manifest, of: file)
    do throws(PoseCSVError) {
      return (table, .success(try part.read(name: PathText.text(table.name), options: options)))
    } catch {
      return (table, .failure(error))
    }
  }

  /// The options with what a sidecar and the manifest say of a table of the file.
  private static func given(
    _ options: ReadOptions, for table: InputFile, besides sidecar: Sidecar?, manifest: Manifest?,
    of file: InputFile
  ) -> ReadOptions {
    var options = options
    if let sidecar {
      options.sidecar = sidecar.given
      options.warnings += sidecar.warnings
    }
    if let given = manifest?.given(table) ?? manifest?.given(file) { options.manifest = given }
    options.warnings += options.unused
    return options
  }
}

/// The recording that comes through a pipe.
private enum StandardInput {
  /// Bytes of the longest one that is taken in.
  static let limit = 1 << 30

  /// Nil where `long` took it, which is offered what cannot be taken as a whole.
  static func read(
    _ file: InputFile, limits: Limits, long: LongTable.Offer?
  ) throws(PoseCSVError) -> [UInt8]? {
    do throws(PoseCSVError) {
      let input = Input(try open())
      var watch = StreamWatch(limits: limits)
      let most = max(
        min(limits.wholeBytes, limits.stretchBytes), LongTable.bytesToDecide(limits))
      input.kept.reserveCapacity(most + Input.block)
      var long = long
      while true {
        let start = input.kept.count
        input.kept += try input.take(Input.block)
        if input.kept.count == start { return input.kept }
        try watch.look(at: input.kept, from: start)
        if let offer = long, input.kept.count > most {
          long = nil
          if try offer({ most throws(PoseCSVError) in try input.next(most) }) { return nil }
          input.place = 0
        }
        guard input.kept.count <= limit else {
          throw PoseCSVError(.limit, "is longer than \(limit) bytes; give it as a file")
        }
      }
    } catch {
      throw error.inFile(PathText.text(file.name))
    }
  }

  private static func open() throws(PoseCSVError) -> Descriptor {
    do {
      return try Descriptor(Array("/dev/stdin".utf8), flags: O_RDONLY)
    } catch {
      throw PoseCSVError(.unreadable, "cannot be read: \(error)")
    }
  }

  private final class Input {
    static let block = 1 << 18
    private let descriptor: Descriptor
    /// What was taken so far, and where `next` stands in it.
    var kept: [UInt8] = []
    var place = 0

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// The next bytes from the first one on, at most so many; none at the end. What was kept is let
    /// go when all of it was given.
    func next(_ most: Int) throws(PoseCSVError) -> [UInt8] {
      guard place < kept.count else {
        kept = []
        place = 0
        return try take(most)
      }
      let part = Array(kept[place..<min(kept.count, place + most)])
      place += part.count
      return part
    }

    /// The next bytes that come, at most so many; none at the end.
    func take(_ most: Int) throws(PoseCSVError) -> [UInt8] {
      do {
        return try descriptor.read(atMost: most)
      } catch {
        throw PoseCSVError(.unreadable, "cannot be read: \(error)")
      }
    }
  }
}

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
      offer = { (opening, fill) throws(PoseCSVError) -> Bool in
        let options = given(options, for: file, besides: own, manifest: manifest, of: file)
        let table = try LongTable(
          opening: opening, name: PathText.text(file.name), options: options, fill: fill)
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
      var bytes: [UInt8] = []
      let most = min(limits.wholeBytes, limits.stretchBytes)
      bytes.reserveCapacity(most + Input.block)
      var long = long
      while true {
        let start = bytes.count
        bytes += try input.next()
        if bytes.count == start { return bytes }
        try watch.look(at: bytes, from: start)
        if let offer = long, bytes.count > most {
          long = nil
          if try offer(bytes, { most throws(PoseCSVError) in try input.next(most) }) { return nil }
        }
        guard bytes.count <= limit else {
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

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// The next bytes, at most so many; none at the end.
    func next(_ most: Int = block) throws(PoseCSVError) -> [UInt8] {
      do {
        return try descriptor.read(atMost: most)
      } catch {
        throw PoseCSVError(.unreadable, "cannot be read: \(error)")
      }
    }
  }
}

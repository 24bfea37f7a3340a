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
    return { [options] file, glimpse, use in
      try tables(of: file, options, manifest: manifest, glimpse: glimpse) { file, result in
        use(file, result.map(\.recordings).mapError { $0 })
      }
    }
  }

  /// Hands on everything that the reader says of each table in a file, in the order of the file;
  /// throws when the file cannot be opened.
  package static func tables(
    of file: InputFile, _ options: ReadOptions, manifest: Manifest? = nil,
    glimpse: GlimpseFile? = nil,
    _ use: (InputFile, Result<ReadResult, PoseCSVError>) -> Void
  ) throws(PoseCSVError) -> PassedOverMembers {
    let own = file.isStandardInput ? nil : Sidecar(besides: file)
    let take: (borrowing Part) -> Void = { part in
      let (table, result) = read(part, of: file, options, besides: own, manifest: manifest)
      use(table, result)
    }
    if file.isStandardInput {
      return PoseReader.forEachPart(
        try StandardInput.read(file, limits: options.limits), limits: options.limits, take)
    }
    do {
      return try PoseReader.forEachPart(
        path: file.path, followingLink: file.isNamed, limits: options.limits,
        glimpse: glimpse.map { glimpse in
          { bytes in
            let facts = [own?.source ?? [], manifest?.facts(about: file) ?? []]
            return glimpse(Glimpse(bytes, facts: facts))
          }
        }, take)
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
    var options = options
    if let sidecar = part.sidecar.map({ Sidecar($0, besides: table) }) ?? own {
      options.sidecar = sidecar.given
      options.warnings += sidecar.warnings
    }
    if let given = manifest?.given(table) ?? manifest?.given(file) { options.manifest = given }
    do throws(PoseCSVError) {
      return (table, .success(try part.read(name: PathText.text(table.name), options: options)))
    } catch {
      return (table, .failure(error))
    }
  }
}

/// The recording that comes through a pipe.
private enum StandardInput {
  /// Bytes of the longest one that is taken in.
  static let limit = 1 << 30

  static func read(_ file: InputFile, limits: Limits) throws(PoseCSVError) -> [UInt8] {
    do throws(PoseCSVError) {
      let input = try open()
      var watch = StreamWatch(limits: limits)
      var bytes: [UInt8] = []
      while true {
        let start = bytes.count
        try take(input, into: &bytes)
        if bytes.count == start { return bytes }
        try watch.look(at: bytes, from: start)
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

  private static func take(
    _ input: borrowing Descriptor, into bytes: inout [UInt8]
  ) throws(PoseCSVError) {
    do {
      bytes += try input.read(atMost: 1 << 18)
    } catch {
      throw PoseCSVError(.unreadable, "cannot be read: \(error)")
    }
  }
}

internal import Glibc
internal import Pose
package import PoseCSV

/// Analyzes what a stream asks for, one input after another, and answers each before it turns to
/// the next: the unit that an engine runs beside many others of its kind.
///
/// Nothing is kept from one input to the next, so memory is bounded by the largest of them.
package struct StreamRun {
  package struct Options: Sendable {
    package var read = ReadOptions()
    /// The folder that paths are relative to and lead into; nil when they are taken as they are.
    package var root: [UInt8]?
    /// What results call a tar archive, before the name of a member; empty for the member's alone.
    package var name: [UInt8] = []
    /// Inputs at the beginning that are not answered.
    package var skipped = 0
    /// Lines say of reps no more than their index and whether they are complete.
    package var isBrief = false
    /// Each line is followed by its rows of `reps.csv` and `findings.csv`, as `TableRows` renders
    /// them.
    package var tables = false
    /// Each answer is closed by a line that counts its lines.
    package var receipts = false

    package init() {}
  }

  /// Why a stream could not be answered to its end.
  package enum Failure: Error, Sendable, CustomStringConvertible {
    /// Nobody takes the answers.
    case refused
    /// The stream cannot be read, its header names no paths, or there is no folder that they are
    /// relative to: a sentence.
    case unusable(String)
    /// A tar archive ends too early or is damaged. What came before was answered, and the last
    /// answer says so.
    case broken(String)

    package var description: String {
      switch self {
      case .refused: "standard output: cannot be written"
      case .unusable(let sentence), .broken(let sentence): sentence
      }
    }
  }

  private static let source = PathText.text(InputFile.standardInput.name)
  /// Bytes of the longest path.
  private static let pathBytes = 4096

  private var options: Options
  private let descriptor: Int32
  private var answers: Answers

  /// Answers what comes through a descriptor; `write` takes whole lines and rows, and returns
  /// false when it cannot.
  package init(
    _ descriptor: Int32, options: Options, analyze: @escaping AnalyzeRecording,
    write: @escaping ([UInt8]) -> Bool
  ) {
    self.descriptor = descriptor
    self.options = options
    // Nobody asks how a file was recognized.
    self.options.read.isDescribed = false
    let form = Answers.Form(
      isBrief: options.isBrief, tables: options.tables, receipts: options.receipts)
    answers = Answers(analyze: analyze, skipping: options.skipped, form: form, write: write)
  }

  /// A folder that is not there is a mistake of the command or a disk that is missing on this
  /// machine, not of each of a million recordings.
  private func requireRoot() throws(Failure) {
    guard let root = options.root else { return }
    do throws(SystemError) {
      guard try FileKind(path: root, followingLinks: true) == .folder else {
        throw SystemError(code: ENOTDIR)
      }
    } catch {
      throw .unusable("'--root': \(PathText.text(root)): \(error)")
    }
  }

  /// Answers paths, each in the system's bytes and ended by `terminator`.
  package mutating func answerPaths(endedBy terminator: UInt8) throws(Failure) {
    try requireRoot()
    var paths = PieceReader(
      descriptor: descriptor, terminator: terminator, limit: Self.pathBytes)
    while let path = try next({ () throws(SystemError) in try paths.next() }) {
      if path.isCut {
        refuse("is longer than \(Self.pathBytes) bytes; expected a path", line: path.number)
      } else {
        answer(path.bytes, options.read, line: path.number)
      }
    }
  }

  /// Answers the rows of a manifest, which begins with its header.
  package mutating func answerRows() throws(Failure) {
    try requireRoot()
    var rows = RowReader(descriptor: descriptor)
    var columns: ManifestColumns?
    while let row = try next({ () throws(SystemError) in try rows.next() }) {
      switch (row, columns) {
      case (.cells(let cells, let line), let columns?):
        answer(cells, columns, line: line)
      case (.cells(let header, _), nil):
        do throws(Manifest.Failure) {
          columns = try ManifestColumns(header, of: Self.source, delimiter: rows.delimiter)
        } catch {
          throw .unusable(error.description)
        }
      case (.broken(let reason, let line), nil):
        throw .unusable("\(Self.source):\(line): \(reason)")
      case (.broken(let reason, let line), _?):
        refuse(reason, line: line)
      }
    }
  }

  /// Answers the recordings in a tar archive.
  package mutating func answerTar() throws(Failure) {
    let archive = InputFile(path: [], name: options.name, isNamed: false)
    let name = options.name.isEmpty ? Self.source : PathText.text(options.name)
    var manifest: Manifest?
    var broken: PoseCSVError?
    do throws(PoseCSVError) {
      var stream = try TarStream(descriptor: descriptor, limits: options.read.limits)
      broken = stream.forEach { file in
        answer(file, of: archive, manifest)
      } manifest: { bytes in
        manifest = read(manifest: bytes, of: archive)
      }
    } catch {
      broken = error
    }
    if answers.isRefused { throw .refused }
    if let broken {
      let sentence = "\(broken.inFile(name))"
      answers.refuse(name, because: sentence)
      answers.close(name)
      throw .broken(sentence)
    }
  }

  /// A piece of the stream, unless nobody takes the answers any more.
  private func next<Piece>(
    _ read: () throws(SystemError) -> Piece?
  ) throws(Failure) -> Piece? {
    if answers.isRefused { throw .refused }
    do throws(SystemError) {
      return try read()
    } catch {
      throw .unusable("\(Self.source): cannot be read: \(error)")
    }
  }
}

extension StreamRun {
  private mutating func answer(_ cells: [[UInt8]], _ columns: ManifestColumns, line: Int) {
    do throws(Manifest.Failure) {
      let (path, given) = try columns.read(cells, line: line)
      var read = options.read
      read.manifest = given
      answer(path, read, line: line)
    } catch {
      refuse(error.description, called: columns.path(cells), line: line)
    }
  }

  private mutating func answer(_ path: [UInt8], _ read: ReadOptions, line: Int) {
    if path.isEmpty { return refuse("the line is empty; expected a path", line: line) }
    let name = PathText.text(path)
    if path.contains(0) {
      return refuse("\(name): holds a NUL, which no path does", called: path, line: line)
    }
    if options.root != nil, leadsOut(path) {
      let sentence = "\(name): leads out of the folder that '--root' names"
      return refuse(sentence, called: path, line: line)
    }
    // A path that a line gives is followed as one of the command line is, but stands for a file
    // also where it is spelled like standard input; those below a root are as found in a search.
    let place = PathText.joined(options.root ?? [], path)
    let file = InputFile(
      path: place == InputFile.standardInput.path ? Array("./-".utf8) : place, name: path,
      isNamed: options.root == nil)
    do {
      _ = try Reading.with(read)(file, nil, nil) { table, result in answers.add(table, result) }
    } catch {
      answers.add(file, .failure(error))
    }
    answers.close(name)
  }

  private func leadsOut(_ path: [UInt8]) -> Bool {
    path.first == PathText.slash
      || path.split(separator: PathText.slash).contains { $0 == [PathText.dot, PathText.dot] }
  }

  /// Refuses a line of the stream; the reason gets the line as its place unless it has one.
  private mutating func refuse(_ reason: String, called path: [UInt8]? = nil, line: Int) {
    let place = "\(Self.source):\(line)"
    let name = path.map(PathText.text) ?? place
    answers.refuse(name, because: path == nil ? "\(place): \(reason)" : reason)
    answers.close(name)
  }

  private mutating func answer(
    _ member: TarStream.File, of archive: InputFile, _ manifest: Manifest?
  ) {
    let file = archive.member(member.name)
    let name = PathText.text(file.name)
    switch member.content {
    case .failure(let error): answers.add(file, .failure(error.inFile(name)))
    case .success(let bytes):
      let sidecar = member.sidecar.map { Sidecar($0, besides: file) }
      _ = PoseReader.forEachPart(bytes, limits: options.read.limits) { part in
        let (table, result) = Reading.read(
          part, of: file, options.read, besides: sidecar, manifest: manifest)
        answers.add(table, result.map(\.recordings).mapError { $0 })
      }
    }
    answers.close(name)
  }

  private mutating func read(manifest bytes: [UInt8], of archive: InputFile) -> Manifest? {
    let name = PathText.text(archive.member(TarStream.manifestName).name)
    do throws(Manifest.Failure) {
      return try Manifest(bytes, name: name)
    } catch {
      answers.refuse(name, because: error.description)
      answers.close(name)
      return nil
    }
  }
}

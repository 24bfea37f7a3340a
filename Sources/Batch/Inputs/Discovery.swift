internal import Glibc

/// A file that was found, and is to be read.
package struct InputFile: Sendable, Equatable {
  /// Where it is, byte for byte as the system names it.
  package var path: [UInt8]
  /// What results call it: the path relative to the input folder, `/` between folders.
  package var name: [UInt8]
  /// It was named on the command line, so a link there is followed; links within a folder are not.
  package var isNamed: Bool
  /// Why it is not read, where that is clear without opening it.
  package var obstacle: String?
  /// It is a member of the archive at `path`.
  package var isMember = false

  /// A member of this archive.
  func member(_ member: [UInt8]) -> InputFile {
    var file = self
    file.name = PathText.joined(name, member)
    file.isMember = true
    return file
  }

  /// How standard input is given, and what results call it.
  static let standardInput = (path: [UInt8(ascii: "-")], name: Array("standard-input".utf8))

  var isStandardInput: Bool { isNamed && path == Self.standardInput.path }
}

/// Everything that the inputs hold, accounted for.
package struct Discovery: Sendable {
  /// In the byte order of their names, each name once.
  package private(set) var files: [InputFile] = []
  /// Hidden files and folders, sidecars, and reports of earlier runs: no inputs.
  package private(set) var passedOver = 0
  /// Inputs of the command line that are not there, each with a sentence.
  package private(set) var absent: [String] = []

  private var output: FileIdentity?
  /// Paths already found; several inputs may hold the same file.
  private var seen: Set<[UInt8]> = []
  private let isAlone: Bool

  /// Searches the inputs.
  ///
  /// - Parameters:
  ///   - inputs: Files and folders, as given; `-` is standard input. With one folder, names are relative to it; with
  ///     several inputs, a folder's own name comes first.
  ///   - output: The output folder, which is never searched.
  package init(inputs: [[UInt8]], output: [UInt8]? = nil) {
    self.output = output.flatMap { FileIdentity(path: $0) }
    isAlone = inputs.count == 1
    for input in inputs { find(input) }
    files.sort { ($0.name, $0.path) < ($1.name, $1.path) }
    tellTwinsApart()
    seen = []
  }

  // MARK: - Search

  private mutating func find(_ input: [UInt8]) {
    if input == InputFile.standardInput.path {
      return add(input, name: InputFile.standardInput.name, isNamed: true)
    }
    let kind: FileKind
    do {
      kind = try FileKind(path: input, followingLinks: true)
    } catch {
      return absent.append("\(PathText.text(input)): \(error)")
    }
    switch kind {
    case .folder:
      search(input, name: isAlone ? [] : PathText.lastComponent(input), isNamed: true)
    case .regular:
      add(input, name: PathText.lastComponent(input), isNamed: true)
    case .link, .other:
      add(input, name: PathText.lastComponent(input), isNamed: true, obstacle: Obstacle.special)
    }
  }

  private mutating func search(_ folder: [UInt8], name: [UInt8], isNamed: Bool = false) {
    if let output, FileIdentity(path: folder) == output {
      if isNamed { absent.append("\(PathText.text(folder)): is the output folder") }
      return
    }
    let entries: [Folder.Entry]
    do {
      entries = try Folder.entries(folder)
    } catch {
      let own = PathText.lastComponent(folder)
      let name = !name.isEmpty ? name : own.isEmpty ? folder : own
      return add(folder, name: name, obstacle: "the folder cannot be searched: \(error)")
    }
    if !isNamed, isReport(entries) {
      passedOver += 1
      return
    }
    let stems = Set(entries.filter { $0.kind == .regular && !isJSON($0.name) }.map(\.stem))
    for entry in entries {
      if isHidden(entry.name) || (isJSON(entry.name) && stems.contains(entry.stem)) {
        passedOver += 1
        continue
      }
      let path = PathText.joined(folder, entry.name)
      let name = PathText.joined(name, entry.name)
      switch entry.kind {
      case .folder: search(path, name: name)
      case .regular: add(path, name: name)
      case .link: add(path, name: name, obstacle: Obstacle.link)
      case .other: add(path, name: name, obstacle: Obstacle.special)
      }
    }
  }

  private mutating func add(
    _ path: [UInt8], name: [UInt8], isNamed: Bool = false, obstacle: String? = nil
  ) {
    guard isAlone || seen.insert(path).inserted else { return }
    files.append(InputFile(path: path, name: name, isNamed: isNamed, obstacle: obstacle))
  }

  /// Files of several inputs that would bear one name are called by their whole path.
  private mutating func tellTwinsApart() {
    var start = 0
    var changed = false
    while start < files.count {
      var end = start + 1
      while end < files.count, files[end].name == files[start].name { end += 1 }
      if end - start > 1 {
        for index in start..<end { files[index].name = files[index].path }
        changed = true
      }
      start = end
    }
    if changed { files.sort { ($0.name, $0.path) < ($1.name, $1.path) } }
  }

  // MARK: - Names

  /// A leading dot hides a file, unless the dot is that of an ending and there is no name.
  private func isHidden(_ name: [UInt8]) -> Bool {
    guard name.first == PathText.dot else { return false }
    return !["csv", "tsv", "txt", "trc"].contains(PathText.ending(name))
      || PathText.stem(name).count > 0
  }

  private func isJSON(_ name: [UInt8]) -> Bool { PathText.ending(name) == "json" }

  /// The outputs of an earlier run, kept in the folder that they were made from.
  private func isReport(_ entries: [Folder.Entry]) -> Bool {
    let names = entries.map(\.name)
    return ["run.json", "results.ndjson"].allSatisfy { names.contains(Array($0.utf8)) }
      || OutputFolder.hiddenNames.contains { names.contains(Array($0.utf8)) }
  }
}

extension Folder.Entry {
  fileprivate var stem: [UInt8] { PathText.recordingStem(name) }
}

/// Why something that was found is not read.
private enum Obstacle {
  static let link = "is a link, and links within a folder are not followed; name it as an input"
  static let special = "is not a file but a pipe, socket or device"
}

private func < (a: ([UInt8], [UInt8]), b: ([UInt8], [UInt8])) -> Bool {
  if a.0 == b.0 { return a.1.lexicographicallyPrecedes(b.1) }
  return a.0.lexicographicallyPrecedes(b.0)
}

internal import Glibc

/// Everything that the inputs hold, accounted for.
package struct Discovery: Sendable {
  /// In the byte order of their names, each name once.
  package private(set) var files = InputFiles()
  /// Hidden files and folders, sidecars, and reports of earlier runs: no inputs.
  package private(set) var passedOver = 0
  /// Inputs of the command line that are not there, each with a sentence.
  package private(set) var absent: [String] = []

  private var output: FileIdentity?
  private var found: [InputFile] = []
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
    found.sort(by: Self.precedes)
    tellTwinsApart()
    files = InputFiles(found)
    found = []
    seen = []
  }

  // MARK: - Search

  private mutating func find(_ input: [UInt8]) {
    if input == InputFile.standardInput.path {
      return add(input, name: InputFile.standardInput.name, isNamed: true)
    }
    guard !input.isEmpty else {
      return absent.append("an input has no name; perhaps a variable is not set")
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
    let stems = stems(besidesJSON: entries)
    for entry in entries {
      if isHidden(entry.name) || (isJSON(entry.name) && stems.contains(entry.stem)) {
        passedOver += 1
        continue
      }
      let name = PathText.joined(name, entry.name)
      switch entry.kind {
      case .folder: search(PathText.joined(folder, entry.name), name: name)
      case .regular: add(InputFile(in: folder, name: name))
      case .link: add(InputFile(in: folder, name: name, obstacle: Obstacle.link))
      case .other: add(InputFile(in: folder, name: name, obstacle: Obstacle.special))
      }
    }
  }

  /// The stems of the recordings that a JSON file may stand beside; none where there is no such file.
  private func stems(besidesJSON entries: [Folder.Entry]) -> Set<[UInt8]> {
    guard entries.contains(where: { isJSON($0.name) }) else { return [] }
    return Set(entries.lazy.filter { $0.kind == .regular && !isJSON($0.name) }.map(\.stem))
  }

  private mutating func add(
    _ path: [UInt8], name: [UInt8], isNamed: Bool = false, obstacle: String? = nil
  ) {
    add(InputFile(path: path, name: name, isNamed: isNamed, obstacle: obstacle))
  }

  private mutating func add(_ file: InputFile) {
    if isAlone || seen.insert(file.path).inserted { found.append(file) }
  }

  /// Files of several inputs that would bear one name are called by their whole path.
  private mutating func tellTwinsApart() {
    var start = 0
    var changed = false
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end].name == found[start].name { end += 1 }
      if end - start > 1 {
        for index in start..<end { found[index].name = found[index].path }
        changed = true
      }
      start = end
    }
    if changed { found.sort(by: Self.precedes) }
  }

  private static func precedes(_ a: InputFile, _ b: InputFile) -> Bool {
    a.name == b.name
      ? a.path.lexicographicallyPrecedes(b.path) : a.name.lexicographicallyPrecedes(b.name)
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

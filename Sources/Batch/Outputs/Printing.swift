internal import Glibc
internal import Reports

/// Pages on paper, through a browser that is installed.
package enum Printing {
  /// Names that Chromium goes by, in the order in which they are tried.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]

  /// Seconds that a browser may take.
  private static let patience = 300

  /// What the printed pages of the athletes are called.
  static let name = "athletes.pdf"

  /// Prints `athletes.html` of an output folder as `athletes.pdf` beside it. The error is a
  /// sentence; where no browser is installed it says what to install.
  package static func athletes(in path: [UInt8]) throws(RunError) {
    let shown = PathText.text(path) + "/" + name
    let page = PathText.joined(path, Array("athletes.html".utf8))
    guard let page = realPath(page) else {
      throw .failed(path: shown, reason: "no set names an athlete, so there is no page to print")
    }
    guard let browser = browser() else {
      throw .failed(
        path: shown,
        reason: "printing needs Chromium, which is not on PATH; install it (Debian: apt install "
          + "chromium), or print athletes.html from a browser")
    }
    let pdf = try withTemporaryFolder(shown) { (folder) throws(RunError) in
      let file = PathText.joined(folder, Array(name.utf8))
      // A sandbox of its own is refused to root.
      let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
      let arguments =
        ["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"] + sandbox
      let places = [
        Array("--user-data-dir=".utf8) + PathText.joined(folder, Array("profile".utf8)),
        Array("--print-to-pdf=".utf8) + file, Array("file://".utf8) + percentEncoded(page),
      ]
      let status = run(browser, arguments.map { Array($0.utf8) } + places)
      guard status == 0, let printed = try? NamedFile(file), !printed.bytes.isEmpty else {
        throw .failed(path: shown, reason: "\(PathText.text(browser)) did not print the pages")
      }
      return printed.bytes
    }
    try NamedFile.write(pdf, to: PathText.joined(path, Array(name.utf8)))
  }

  private static func browser() -> [UInt8]? {
    guard let variable = getenv("PATH") else { return nil }
    for folder in String(cString: variable).split(separator: ":") {
      for name in names {
        let path = Array("\(folder)/\(name)".utf8)
        if path.withCString({ access($0, X_OK) }) == 0 { return path }
      }
    }
    return nil
  }

  /// Runs a program with its output dropped, and ends it when it takes too long.
  /// - Returns: Its exit code; −1 when it could not be started or did not end by itself.
  private static func run(_ program: [UInt8], _ arguments: [[UInt8]]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { word in
      word.withCString { strdup($0) }
    }
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let started = program.withCString {
      posix_spawn(&child, $0, &actions, nil, words + [nil], environ)
    }
    guard started == 0 else { return -1 }
    for _ in 0..<patience * 50 {
      var status: Int32 = 0
      let ended = waitpid(child, &status, WNOHANG)
      // The low seven bits are the signal that ended it.
      if ended == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : -1 }
      if ended < 0, errno != EINTR { return -1 }
      usleep(20_000)
    }
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    return -1
  }

  private static func withTemporaryFolder<Value>(
    _ shown: String, _ body: ([UInt8]) throws(RunError) -> Value
  ) throws(RunError) -> Value {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/formcheck-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .failed(path: shown, reason: SystemError.last.description)
    }
    let folder = template.dropLast().map { UInt8(bitPattern: $0) }
    defer { remove(folder) }
    return try body(folder)
  }

  /// Removes a folder with all in it; links are not followed.
  private static func remove(_ path: [UInt8]) {
    for entry in (try? Folder.entries(path)) ?? [] {
      let inside = PathText.joined(path, entry.name)
      if entry.kind == .folder { remove(inside) } else { _ = inside.withCString { unlink($0) } }
    }
    _ = path.withCString { rmdir($0) }
  }

  private static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let real = path.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return String(cString: real).utf8.map { $0 }
  }

  private static func percentEncoded(_ path: [UInt8]) -> [UInt8] {
    var out = ByteSink()
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        out.append(UInt8(ascii: "%"))
        out.append(hexadecimal: UInt32(byte), digits: 2)
      }
    }
    return out.bytes
  }
}

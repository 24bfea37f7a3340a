import Batch
import Glibc
import Reports
import Synchronization

/// Standard error for people: messages, and a line of progress on a terminal.
final class Console: Sendable {
  enum ColorChoice: String, CaseIterable, Sendable { case auto, always, never }

  let usesColor: Bool
  private let showsProgress: Bool
  private let progressLine = Mutex(ProgressLine())

  /// Columns of the terminal that messages go to; 80 where that is none.
  let width: Int

  init(color: ColorChoice, quiet: Bool) {
    let isTerminal = isatty(2) == 1
    let isPlain = Self.variable("NO_COLOR")?.isEmpty == false || Self.variable("TERM") == "dumb"
    usesColor = color == .always || (color == .auto && isTerminal && !isPlain)
    showsProgress = isTerminal && !quiet
    width = Self.columns(of: 2)
  }

  /// A message on a line of its own; the progress line makes way.
  func say(_ message: String) {
    progressLine.withLock { line in
      write((line.isShown ? "\r\u{1B}[K" : "") + message + "\n")
      line.isShown = false
    }
  }

  /// A problem, in a sentence.
  func complain(_ sentence: String) { say("formcheck: \(Terminal.visible(sentence))") }

  /// Shows how far the run is, at most ten times a second.
  func progress(_ done: Int, of all: Int) {
    guard showsProgress, all > 1 else { return }
    let now = ContinuousClock.now
    let width = Self.columns(of: 2)
    progressLine.withLock { line in
      guard let text = line.text(done, of: all, at: now, width: width) else { return }
      write("\r\u{1B}[K" + text)
    }
  }

  /// Columns of the terminal that standard output goes to; 80 where that is none.
  static var outputWidth: Int { columns(of: 1) }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes bytes to standard output; false when nobody reads it any more.
  static func output(_ bytes: [UInt8]) -> Bool { (try? emit(bytes)) != nil }

  /// Writes a command's answer to standard output; false when nobody reads it any more, which is
  /// no mistake. Where it cannot be written otherwise, that is said and ends the program.
  static func answer(_ bytes: [UInt8]) throws -> Bool {
    do throws(SystemError) {
      try emit(bytes)
      return true
    } catch {
      if error.code == EPIPE { return false }
      Console(color: .never, quiet: true).complain("standard output: \(error)")
      throw ExitStatus.outputFailed
    }
  }

  /// Writes bytes to standard output.
  static func emit(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw SystemError(code: errno) }
      done += written
    }
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes.removeFirst(written)
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

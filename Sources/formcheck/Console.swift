import Batch
import Glibc
import Reports
import Synchronization

/// Standard error for people: messages, and a line of progress on a terminal.
final class Console: Sendable {
  enum ColorChoice: String, CaseIterable, Sendable { case auto, always, never }

  let usesColor: Bool
  private let showsProgress: Bool
  private let hasProgressLine = Mutex(false)

  init(color: ColorChoice, quiet: Bool) {
    let isTerminal = isatty(2) == 1
    let isPlain = Self.variable("NO_COLOR")?.isEmpty == false || Self.variable("TERM") == "dumb"
    usesColor = color == .always || (color == .auto && isTerminal && !isPlain)
    showsProgress = isTerminal && !quiet
  }

  /// A message on a line of its own; the progress line makes way.
  func say(_ message: String) {
    hasProgressLine.withLock { isShown in
      write((isShown ? "\r\u{1B}[K" : "") + message + "\n")
      isShown = false
    }
  }

  /// A problem, in a sentence.
  func complain(_ sentence: String) { say("formcheck: \(Terminal.visible(sentence))") }

  /// Shows how far the run is.
  func progress(_ done: Int, of all: Int) {
    guard showsProgress, all > 1 else { return }
    hasProgressLine.withLock { isShown in
      isShown = done < all
      write("\r\u{1B}[K" + (isShown ? "\(done) of \(all)" : ""))
    }
  }

  /// Writes bytes to standard output; false when nobody reads it any more.
  static func output(_ bytes: [UInt8]) -> Bool { (try? emit(bytes)) != nil }

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

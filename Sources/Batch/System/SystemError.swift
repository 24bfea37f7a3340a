internal import Glibc

/// A system call that failed.
package struct SystemError: Error, Sendable, CustomStringConvertible {
  package var code: Int32

  package init(code: Int32) { self.code = code }

  /// What was opened is a device, a pipe or a socket: no call fails, but a file was wanted.
  static let noFile = SystemError(code: -1)

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, in lower case as part of a sentence.
  package var description: String {
    if code == Self.noFile.code { return "is a device, a pipe or a socket, not a file" }
    guard let text = strerror(code) else { return "error \(code)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

/// Repeats a call for as long as a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw .last }
  }
}

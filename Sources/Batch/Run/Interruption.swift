internal import Glibc
internal import Synchronization

/// Signals that ask the program to end.
package enum Interruption {
  private static let caught = Atomic<Int32>(0)

  /// From now on SIGINT and SIGTERM let the run end cleanly; a second one ends it at once. A
  /// closed pipe and a file-size limit become errors of the write that met them.
  package static func watch() {
    _ = caught.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.caught.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The signal that was caught; nil when there was none.
  package static var signal: Int32? {
    let number = caught.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  private static func signal(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, nil)
  }

  private static func signal(_ number: Int32, _ handler: __sighandler_t?) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, nil)
  }
}

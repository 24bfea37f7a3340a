internal import Glibc
internal import Synchronization

/// Signals that ask the program to end.
package enum Interruption {
  private static let caught = Atomic<Int32>(0)
  /// Where the start marks of the run go; -1 when there are none.
  private static let marks = Atomic<Int32>(-1)

  /// From now on SIGINT and SIGTERM let the run end cleanly; a second one ends it at once, and so
  /// does a second of waiting for recordings in work.
  package static func watch() {
    _ = caught.load(ordering: .relaxed)
    _ = marks.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.caught.exchange(number, ordering: .relaxed) != 0 { Interruption.leave() }
        alarm(1)
      }
    }
    signal(SIGALRM) { _ in Interruption.leave() }
    // Whoever starts the program may have them held back, and a process inherits that.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM, SIGALRM] { sigaddset(&numbers, number) }
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }

  /// From now on a closed pipe and a file-size limit are errors of the write that met them.
  package static func letWritesFail() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The signal that was caught; nil when there was none.
  package static var signal: Int32? {
    let number = caught.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Ends the process from within a signal handler. What was in work is not to blame.
  private static func leave() {
    var mark = StartMarks.endMark
    withUnsafeBytes(of: &mark) {
      _ = write(marks.load(ordering: .relaxed), $0.baseAddress, StartMarks.length)
    }
    _exit(128 + caught.load(ordering: .relaxed))
  }

  /// From now on an end from without is noted among these marks.
  static func note(in marks: borrowing StartMarks) {
    Self.marks.store(marks.descriptor, ordering: .relaxed)
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

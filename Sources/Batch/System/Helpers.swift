internal import Glibc

/// Threads that work beside the one that started them.
struct Helpers {
  private var threads: [pthread_t] = []

  /// How many there are.
  var count: Int { threads.count }

  /// Starts up to `count` threads; fewer, and perhaps none, when the system gives no more.
  init(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      var thread = pthread_t()
      let task = Unmanaged.passRetained(Task(work))
      let code = pthread_create(&thread, nil, { Self.begin($0) }, task.toOpaque())
      guard code == 0 else {
        task.release()
        return
      }
      threads.append(thread)
    }
  }

  /// Waits for the end of each; once.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func begin(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work() }
    return nil
  }

  /// A thread's work, as something that C can pass on.
  private final class Task {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}

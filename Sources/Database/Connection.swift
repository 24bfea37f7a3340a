internal import GRDB
internal import Synchronization

/// A connection to a database, closed when it is let go.
///
/// GRDB's queue stays in memory, a few hundred bytes a database: the library that such a queue comes
/// from takes a thread to let go of one, waits without end where the system gives none, and ends the
/// process where no descriptor is left to watch that thread with.
final class Connection: Sendable {
  let queue: DatabaseQueue

  private static let kept = Mutex<[DatabaseQueue]>([])

  init(_ queue: DatabaseQueue) {
    self.queue = queue
    Self.kept.withLock { $0.append(queue) }
  }

  deinit {
    // What could fail here was done before, where it was wanted.
    try? queue.close()
  }
}

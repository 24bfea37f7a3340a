internal import Glibc

/// A value that threads have in turns, and by which they wait for each other.
///
/// The standard library's `Mutex` knows no waiting, and its tasks run on threads whose library ends
/// the process when it cannot open a file of its own, as when descriptors run out.
final class Shared<Value>: @unchecked Sendable {
  // Everything below is touched by one thread at a time, by the mutex, which must not move.
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ value: sending Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// What `body` makes of the value, which it may change; where it makes nothing, the thread waits
  /// until another has had the value, and asks again.
  func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    while true {
      if let result = body(&value) {
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(changed)
        return result
      }
      pthread_cond_wait(changed, mutex)
    }
  }

  /// What `body` makes of the value, which it may change.
  func with<Result>(_ body: (inout Value) -> Result) -> Result {
    wait { body(&$0) }
  }
}

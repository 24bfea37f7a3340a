/// Which file comes next, to be analyzed and to be collected: analyzed in the order in which jobs
/// come free, collected in the order of the inputs.
struct Schedule {
  private let count: Int
  private let jobs: Int
  private let isSuspect: @Sendable (Int) -> Bool
  private var started = 0
  private var finished = 0
  private var collected = 0
  /// Shares that wait for those before them.
  private var waiting: [Int: Outcome] = [:]
  /// A file that was in work when a process died has no other beside it.
  private var isAlone = false
  private var isStopped = false

  /// A file to analyze; `isAlone` when no other can be in work.
  struct Job {
    var index: Int
    var isAlone: Bool
  }

  init(count: Int, jobs: Int, isSuspect: @escaping @Sendable (Int) -> Bool) {
    self.count = count
    self.jobs = jobs
    self.isSuspect = isSuspect
  }

  /// No other file will begin.
  var isOver: Bool { isStopped || started == count }

  /// Nothing is in work.
  var isIdle: Bool { started == finished }

  /// Lets no other file begin.
  mutating func stop() { isStopped = true }

  /// The next file to analyze; nil while none may begin.
  mutating func start() -> Job? {
    // Files that finish early wait for those before them; the window bounds how many.
    guard !isOver, started - finished < jobs, started - collected < jobs * 16 else { return nil }
    if isAlone, !isIdle { return nil }
    isAlone = isSuspect(started)
    if isAlone, !isIdle { return nil }
    started += 1
    return Job(index: started - 1, isAlone: isAlone || jobs == 1)
  }

  mutating func finish(_ job: Job, _ outcome: Outcome) {
    finished += 1
    waiting[job.index] = outcome
  }

  /// The next share to collect, and how many were collected with it; nil while it is not there. Of a
  /// file that the run ended in there is nothing to collect, nor of those behind it.
  mutating func collect() -> (outcome: Outcome, count: Int)? {
    guard waiting[collected]?.isUnfinished != true,
      let outcome = waiting.removeValue(forKey: collected)
    else { return nil }
    collected += 1
    return (outcome, collected)
  }
}

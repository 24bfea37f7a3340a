internal import Reports

extension RunAccounts {
  private static let fields: [WritableKeyPath<RunAccounts, Int> & Sendable] = [
    \.files, \.ok, \.warned, \.rejected, \.reused, \.unusable, \.passedOver, \.recordings, \.reps,
    \.completeReps, \.goodReps, \.findingsPresent, \.rowsRead, \.rowsUsed, \.rowsRejected,
    \.rowsBlank,
  ]

  /// Every count, in a fixed order.
  var numbers: [Int] { Self.fields.map { self[keyPath: $0] } }

  /// Nil when there are not as many numbers as counts, or one is no count.
  init?(_ numbers: [Int]) {
    guard numbers.count == Self.fields.count,
      numbers.allSatisfy({ (0...1 << 40).contains($0) })
    else { return nil }
    self.init()
    for (field, number) in zip(Self.fields, numbers) { self[keyPath: field] = number }
  }

  mutating func add(_ other: RunAccounts) {
    for field in Self.fields { self[keyPath: field] += other[keyPath: field] }
  }

  /// The same files, taken over from an earlier run.
  var asReused: RunAccounts {
    var accounts = self
    accounts.reused = files
    accounts.ok = 0
    accounts.warned = 0
    accounts.rejected = 0
    return accounts
  }
}

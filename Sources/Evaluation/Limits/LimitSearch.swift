import Faults

/// A measured value with what a coach says of it.
struct LabeledValue: Sendable {
  var value: Double
  var isPresent: Bool
  /// The number of its recording.
  var recording: Int
}

/// Looks for the limit by which values are told apart as a coach tells them apart.
///
/// Only limits halfway between neighboring values differ in what they say, so these are tried,
/// and the one with the highest kappa is the best. Of several that are equally good the one
/// nearest to the limit in force is taken.
struct LimitSearch {
  private let direction: LimitSet.Direction
  private let limit: Double
  /// Values, smallest first.
  private let values: [LabeledValue]
  /// Halfway between neighbors, with the number of values below.
  private let candidates: [(limit: Double, below: Int)]
  /// How many recordings there are; their numbers are below it.
  private let recordings: Int

  init(_ values: [LabeledValue], direction: LimitSet.Direction, limit: Double) {
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(values.map(\.recording)).sorted().enumerated().map { ($1, $0) })
    let sorted = values.sorted { $0.value < $1.value }.map { value in
      LabeledValue(
        value: value.value, isPresent: value.isPresent, recording: numbers[value.recording] ?? 0)
    }
    self.values = sorted
    self.direction = direction
    self.limit = limit
    recordings = numbers.count
    candidates = zip(sorted, sorted.dropFirst()).enumerated().compactMap { index, pair in
      pair.0.value < pair.1.value
        ? ((pair.0.value + pair.1.value) / 2, index + 1) : nil
    }
  }

  /// The best limit when each recording counts as often as `times` says; nil when all values are
  /// the same or no limit has a kappa. O(values).
  func best(_ times: [Int]) -> Double? {
    // Starts with a limit below all values and moves up past one value at a time.
    var table = ConfusionTable()
    for value in values {
      table.add(
        said: direction == .above, labeled: value.isPresent, times: times[value.recording])
    }
    var best: (limit: Double, kappa: Double)?
    var passed = 0
    for candidate in candidates {
      for value in values[passed..<candidate.below] {
        let times = times[value.recording]
        table.add(said: direction == .above, labeled: value.isPresent, times: -times)
        table.add(said: direction == .below, labeled: value.isPresent, times: times)
      }
      passed = candidate.below
      guard let kappa = table.kappa else { continue }
      if let best,
        kappa < best.kappa || (kappa == best.kappa && !isNearer(candidate.limit, best.limit))
      {
        continue
      }
      best = (candidate.limit, kappa)
    }
    return best?.limit
  }

  /// The best limit of all recordings, each once.
  var best: Double? { best([Int](repeating: 1, count: recordings)) }

  /// What a limit says of each recording's values.
  func tables(_ limit: Double) -> [ConfusionTable] {
    var tables = [ConfusionTable](repeating: ConfusionTable(), count: recordings)
    for value in values {
      tables[value.recording].add(
        said: direction == .above ? value.value > limit : value.value < limit,
        labeled: value.isPresent)
    }
    return tables
  }

  /// The kappa to expect on recordings that had no part in choosing the limit: the limit is chosen
  /// anew in each resample and tried on the recordings that were not drawn (Efron 1983, J Am Stat
  /// Assoc 78:316). Nil with a single recording.
  func kappaLeftOut(_ bootstrap: Bootstrap) -> Double? {
    guard recordings > 1 else { return nil }
    var sum = ConfusionTable()
    bootstrap.forEachDraw(of: recordings) { times in
      guard let chosen = best(times) else { return }
      for (table, times) in zip(tables(chosen), times) where times == 0 { sum += table }
    }
    return sum.kappa
  }

  private func isNearer(_ a: Double, _ b: Double) -> Bool { abs(a - limit) < abs(b - limit) }
}

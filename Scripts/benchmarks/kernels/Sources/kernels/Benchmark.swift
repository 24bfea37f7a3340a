/// One kernel with work for it: a recording's worth of frames.
struct Benchmark: Sendable {
  var name: String
  /// What one call works off, and what that is counted in.
  var count: Int
  var unit: String
  /// Makes the work and returns the call.
  var prepare: @Sendable () -> () -> Void

  init(_ name: String, _ count: Int, _ unit: String, prepare: @escaping @Sendable () -> () -> Void)
  {
    self.name = name
    self.count = count
    self.unit = unit
    self.prepare = prepare
  }

  /// Frames of a recording of about a minute.
  static let frames = 1500

  /// The least nanoseconds per unit of several rounds of calls: what disturbs a round only adds.
  func nanoseconds(rounds: Int = 25, calls: Int = 40) -> Double {
    let clock = ContinuousClock()
    let call = prepare()
    let times = (0..<rounds).map { _ in
      clock.measure { for _ in 0..<calls { call() } } / calls
    }
    guard let least = times.min() else { return .nan }
    return Double(least.components.attoseconds) * 1e-9 / Double(count)
  }
}

/// Memory for a benchmark's columns, kept for as long as the program runs.
func room<Value>(_ count: Int, _ value: (Int) -> Value) -> UnsafeMutablePointer<Value> {
  let room = UnsafeMutablePointer<Value>.allocate(capacity: count)
  for i in 0..<count { (room + i).initialize(to: value(i)) }
  return room
}

/// The same numbers in every run, −1…1 (Knuth 1997, a linear congruential generator).
struct Noise {
  private var state: UInt64 = 42

  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 23) - 1
  }
}

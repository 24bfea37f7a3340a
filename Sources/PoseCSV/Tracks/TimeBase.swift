import Pose

/// When each row was filmed, and how that is known.
struct TimeBase {
  /// Seconds from the first row, strictly increasing.
  var times: [Double] = []
  /// Frames a second: the rate at which rows follow each other where none is left out.
  var fps = 30.0
  var source = FPSSource.assumed
  /// Where the estimator left frames out: the row behind each hole, and how many are missing.
  var holes: [(row: Int, frames: Int)] = []
  var omitted: Int { holes.reduce(0) { $0 + $1.frames } }
  var warnings: [Warning] = []

  /// The rate assumed where nothing tells one.
  static let assumedRate = 30.0

  /// `frames` are the file's frame numbers, strictly increasing, or empty; `times` its times,
  /// never falling, or empty. `ordinals` are rows of the file, which stand for frames where the
  /// file has no numbers.
  static func find(
    frames: [Double], times: [Double], ordinals: [Int32], plan: TablePlan, options: ReadOptions
  ) -> TimeBase {
    var base = TimeBase()
    let count = ordinals.count
    let steps = frames.isEmpty ? ordinals.map(Double.init) : frames
    let clock = Clock(times: times, steps: steps, unit: plan.timeUnit)
    if let given = options.given(\.fps), given.value > 0 {
      base.fps = given.value
      base.source =
        switch given.by {
        case .option: .option
        case .sidecar: .sidecar
        case .manifest, .table, .estimated: .manifest
        }
      base.follow(clock, orSteps: steps)
    } else if let clock {
      base.source = .timeColumn
      base.fps = clock.rate
      base.times = clock.times
      if !clock.isRegular {
        base.warnings.append(
          Warning(
            code: .timeIrregular,
            message: "frames do not follow each other at equal times: the time column is used"))
      }
    } else if let fps = plan.fps, fps > 0 {
      base.source = .header
      base.fps = fps
      base.times = steps.map { ($0 - steps[0]) / fps }
    } else {
      base.fps = assumedRate
      base.times = steps.map { ($0 - steps[0]) / assumedRate }
      base.warnings.append(
        Warning(
          code: .timeAssumed,
          message: "the file gives no time: 30 frames a second are assumed; give --fps"))
    }
    base.countHoles(steps: frames.isEmpty && clock == nil ? [] : steps, clock: clock)
    precondition(base.times.count == count, "every row has a time")
    return base
  }

  /// Where the rate is given, the time column still places the rows if it agrees within 2 %.
  private mutating func follow(_ clock: Clock?, orSteps steps: [Double]) {
    if let clock, abs(clock.rate / fps - 1) <= 0.02 {
      times = clock.times
      return
    }
    times = steps.map { ($0 - steps[0]) / fps }
    guard let clock else { return }
    warnings.append(
      Warning(
        code: .timeIrregular,
        message: "the time column says \(Self.shown(clock.rate)) frames a second, but "
          + "\(Self.shown(fps)) were given and are used"))
  }

  /// Frames left out: numbers that jump, or times that jump by a multiple of the usual step.
  private mutating func countHoles(steps: [Double], clock: Clock?) {
    guard steps.count > 2 else { return }
    let gaps = zip(steps.dropFirst(), steps).map { $0 - $1 }
    guard let usual = Statistics.median(gaps), usual > 0 else { return }
    for i in gaps.indices {
      var missing = (gaps[i] / usual).rounded() - 1
      if missing < 1, let clock, clock.isRegular {
        missing = ((clock.times[i + 1] - clock.times[i]) * clock.rate).rounded() - 1
      }
      guard missing >= 1, missing < 1e6 else { continue }
      holes.append((i + 1, Int(missing)))
    }
    if source == .option || source == .sidecar || source == .manifest || clock == nil {
      // A rate that is given counts the film's frames; rows may come at every n-th of them.
      if usual > 1, !times.isEmpty { fps /= usual }
    }
  }

  static func shown(_ rate: Double) -> String {
    let rounded = (rate * 100).rounded() / 100
    return rounded == rounded.rounded() && rounded < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension TimeBase {
  /// A time column that can be used: seconds from the first row, and the rate of the rows.
  struct Clock {
    var times: [Double]
    var rate: Double
    var isRegular: Bool

    /// Nil where the column is missing, stands still, or runs in frames.
    init?(times column: [Double], steps: [Double], unit: KeyColumns.TimeUnit?) {
      guard column.count == steps.count, column.count > 1, column.allSatisfy(\.isFinite) else {
        return nil
      }
      var gaps: [Double] = []
      for i in 1..<column.count where steps[i] > steps[i - 1] {
        gaps.append((column[i] - column[i - 1]) / (steps[i] - steps[i - 1]))
      }
      guard let median = Statistics.median(gaps), let last = column.last, last > column[0] else {
        return nil
      }
      let usual = median > 0 ? median : (last - column[0]) / (steps[steps.count - 1] - steps[0])
      guard let seconds = Self.seconds(perUnit: unit, step: usual) else { return nil }
      let span = steps[steps.count - 1] - steps[0]
      // A column too coarse for its rate repeats values: the frames are then evenly spread.
      if zip(column.dropFirst(), column).contains(where: { $0 <= $1 }) {
        rate = Self.nominal(
          (Self.rateOfChanges(column, steps) ?? span / (last - column[0])) / seconds)
        times = steps.map { [rate] in ($0 - steps[0]) / rate }
        isRegular = true
        return
      }
      // Times that were rounded to a few decimals differ by one unit of the last.
      let rounding = 1.1 * Self.grain(column, step: usual)
      let regular = gaps.filter {
        abs($0 - usual) <= max(0.2 * usual, 0.0011 / seconds, rounding)
      }
      isRegular = 10 * regular.count >= 9 * gaps.count
      let mean = regular.isEmpty ? usual : regular.reduce(0, +) / Double(regular.count)
      let usualStep = Self.usualStep(steps)
      let perRow = (isRegular ? mean : usual) * usualStep
      rate = Self.nominal(1 / (perRow * seconds), within: rounding / (last - column[0]))
      if rounding > 0, regular.count == gaps.count {
        times = steps.map { [rate] in ($0 - steps[0]) / rate / usualStep }
        return
      }
      times = column.map { ($0 - column[0]) * seconds }
    }

    /// Steps a unit from the first change of the column to its last one, which are known to a step
    /// where its ends are known to one of its units only; nil with fewer than two changes.
    private static func rateOfChanges(_ column: [Double], _ steps: [Double]) -> Double? {
      let changes = column.indices.dropFirst().filter { column[$0] > column[$0 - 1] }
      guard let first = changes.first, let last = changes.last, last > first else { return nil }
      return (steps[last] - steps[first]) / (column[last] - column[first])
    }

    private static func usualStep(_ steps: [Double]) -> Double {
      max(Statistics.median(zip(steps.dropFirst(), steps).map { $0 - $1 }) ?? 1, 1)
    }

    /// Seconds of one unit of the column; where its name does not tell, from the usual step: film
    /// runs at 1 to 1000 frames a second, and a step of exactly 1 is a count of frames. Some clocks
    /// tick ten times a microsecond.
    private static func seconds(perUnit unit: KeyColumns.TimeUnit?, step: Double) -> Double? {
      switch unit {
      case .minutes: return 60
      case .seconds where step < 2: return 1
      case .milliseconds: return 1e-3
      case .microseconds: return 1e-6
      case .nanoseconds: return 1e-9
      case .frames: return nil
      case .seconds, nil:
        switch step {
        case 1: return nil
        case ..<1.5: return 1
        case ..<1500: return 1e-3
        case ..<150_000: return 1e-6
        case ..<1_500_000: return 1e-7
        default: return 1e-9
        }
      }
    }

    /// The power of ten, a good part of the usual step, of which all values are multiples; 0 where
    /// there is none.
    private static func grain(_ column: [Double], step: Double) -> Double {
      let scale = [0.1, 1, 10, 100, 1000].first { 1 / $0 > 0.2 * step && 1 / $0 < 0.7 * step }
      guard let scale,
        column.allSatisfy({ abs($0 * scale - ($0 * scale).rounded()) < 1e-4 })
      else { return 0 }
      return 1 / scale
    }

    /// The rate of a usual camera within 0.03 %, or what the column's rounding leaves open, else the
    /// rate itself.
    private static func nominal(_ rate: Double, within error: Double = 0) -> Double {
      let usual: [Double] = [
        10, 12, 12.5, 15, 20, 24_000 / 1001.0, 24, 25, 30_000 / 1001.0, 30, 48, 50,
        60_000 / 1001.0, 60, 90, 100, 120_000 / 1001.0, 120, 200, 240,
      ]
      let nearest = usual.min { abs(rate / $0 - 1) < abs(rate / $1 - 1) } ?? rate
      return abs(rate / nearest - 1) < max(3e-4, error) ? nearest : rate
    }
  }
}

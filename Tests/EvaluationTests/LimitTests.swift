import Faults
import Testing

@testable import Evaluation

@Suite struct LimitTests {
  /// Values 0.50, 0.51 …, four a recording; those beyond `coach` are labeled present.
  private func values(
    _ count: Int, coach: Double, _ direction: LimitSet.Direction
  ) -> [LabeledValue] {
    (0..<count).map { index in
      let value = 0.5 + Double(index) / 100
      return LabeledValue(
        value: value, isPresent: direction == .above ? value > coach : value < coach,
        recording: index % (count / 4))
    }
  }

  @Test(arguments: [LimitSet.Direction.above, .below])
  func findsTheCoachesLimit(_ direction: LimitSet.Direction) throws {
    let search = LimitSearch(
      values(40, coach: 0.7649, direction), direction: direction, limit: 0.9)
    let best = try #require(search.best)
    #expect(abs(best - 0.765) < 1e-9)
    let table = search.tables(best).reduce(into: ConfusionTable()) { $0 += $1 }
    #expect(table.kappa == 1)
    #expect(try #require(search.kappaLeftOut(Bootstrap())) > 0.8)
  }

  @Test func ofEqualLimitsTheNearestIsTaken() {
    let values = [(1.0, false), (2, true), (3, false), (4, true)].enumerated().map {
      LabeledValue(value: $1.0, isPresent: $1.1, recording: $0)
    }
    for (limit, best) in [(0.0, 1.5), (9, 3.5)] {
      #expect(LimitSearch(values, direction: .above, limit: limit).best == best)
    }
  }

  @Test func equalValuesCannotBeToldApart() {
    let values = (0..<8).map { LabeledValue(value: 1, isPresent: $0 % 2 == 0, recording: $0) }
    #expect(LimitSearch(values, direction: .above, limit: 0).best == nil)
    #expect(LimitSearch([], direction: .above, limit: 0).best == nil)
  }

  @Test func limitsAreToldByUnitAndPlace() {
    func name(_ fault: FaultID, _ limit: Double, _ unit: String) -> String? {
      JudgedLimit(
        ResultLine.Finding(fault: fault, status: .absent, value: 0, limit: limit, unit: unit))?.name
    }
    #expect(name(.kneeCave, 0.9, "ratio") == "separation")
    #expect(name(.kneeCave, 0.1, "ratio") == "drop")
    #expect(name(.kneeCave, 0.5, "ratio") == nil)
    #expect(name(.heelsRise, 0.5, "ratio") == "rise")
    #expect(name(.forwardLean, 35, "deg") == "trunk_minus_shank")
    #expect(name(.braceLost, 5, "deg") == nil)
  }

  // MARK: - Reviews

  /// Results of `recordings` sets of four reps, and labels of a coach who calls knees caving in
  /// from `coach` on.
  private func evaluation(
    recordings: Int, coach: Double, limit: Double = 0.9, fault: String = "knee_cave",
    unit: String = "ratio"
  ) throws -> Evaluation {
    var lines: [String] = []
    var labels = "recording,rep,fault,present\n"
    for recording in 0..<recordings {
      let values = (0..<4).map { Double(500 + (recording * 4 + $0) * 97 % 600) / 1000 }
      lines.append(
        Made.line(
          "\(recording).csv", fault: fault, unit: unit,
          reps: values.map {
            .init(status: $0 < limit ? "present" : "absent", value: $0, limit: limit)
          }))
      for (index, value) in values.enumerated() {
        labels += "\(recording).csv,\(index + 1),\(fault),\(value < coach ? "yes" : "no")\n"
      }
    }
    return Evaluation(try Made.labels(labels), try Made.results(lines))
  }

  @Test func aBetterLimitIsSuggestedAndReadable() throws {
    let evaluation = try evaluation(recordings: 20, coach: 0.75)
    let better = try #require(evaluation.betterLimits.first)
    #expect(evaluation.betterLimits.count == 1)
    #expect(better.name == "separation")
    #expect(abs(better.new - 0.75) < 0.02)
    #expect(better.kappaAfter == 1)
    #expect(try #require(better.kappaBefore) < 0.8)
    #expect(better.reps == 80)
    let yaml = Made.text(SettingsToTry.yaml(evaluation))
    #expect(yaml.hasPrefix("# Limits to try: a suggestion from 80 labels of 20 recordings.\n"))
    let config = try Config(yaml: yaml, file: "try.yml")
    let limits = config.limits(style: .unknown)[.kneeCave, "separation"]
    #expect(abs(Double(limits.mild) - better.new) < 1e-4)
    #expect(limits.isOrdered)
    #expect(abs(limits.mild - limits.moderate - 0.15) < 1e-3)
  }

  @Test func stylesKeepLimitsOfTheirOwn() throws {
    func config(limit: Double) throws -> Config {
      let evaluation = try evaluation(
        recordings: 20, coach: 0.6, limit: limit, fault: "fast_descent", unit: "s")
      #expect(evaluation.betterLimits.count == 1)
      return try Config(yaml: Made.text(SettingsToTry.yaml(evaluation)), file: "try.yml")
    }
    let usual = { Limits(style: $0)[.fastDescent, "time"].mild }
    let everyone = try config(limit: Double(usual(.unknown)))
    #expect(abs(everyone.limits(style: .highBar)[.fastDescent, "time"].mild - 0.6) < 0.02)
    #expect(everyone.limits(style: .bodyweight)[.fastDescent, "time"].mild == usual(.bodyweight))
    let bodyweight = try config(limit: Double(usual(.bodyweight)))
    #expect(bodyweight.limits(style: .highBar)[.fastDescent, "time"].mild == usual(.highBar))
    #expect(abs(bodyweight.limits(style: .bodyweight)[.fastDescent, "time"].mild - 0.6) < 0.02)
  }

  @Test func tooFewLabelsSuggestNothing() throws {
    for evaluation in [
      try evaluation(recordings: 4, coach: 0.75), try evaluation(recordings: 20, coach: 0.5),
    ] {
      #expect(evaluation.betterLimits.isEmpty)
      guard case .kept(let why) = try #require(evaluation.reviews.first).outcome else { return }
      #expect(why.contains("at least 20 reps, and 5 of each answer, are needed"))
      let yaml = Made.text(SettingsToTry.yaml(evaluation))
      #expect(yaml.hasSuffix("# No limit is suggested.\n"))
      #expect(try Config(yaml: yaml, file: "try.yml") == Config())
    }
  }

  @Test func aLimitThatAgreesIsKept() throws {
    let evaluation = try evaluation(recordings: 20, coach: 0.9)
    #expect(
      evaluation.reviews.map(\.outcome)
        == [.kept("'separation': no limit agrees better than the one in force.")])
    #expect(evaluation.faults[0].kappa == Interval(low: 1, high: 1))
  }

  @Test func chanceIsNotFollowed() throws {
    var random = SplitMix64(seed: 3)
    let lines = (0..<30).map { recording in
      Made.line(
        "\(recording).csv",
        reps: [.init(status: "absent", value: Double(random.next(below: 600)) / 1000 + 0.5)])
    }
    let labels = (0..<30).map { "\($0).csv,1,\(random.next(below: 2))\n" }.joined()
    let evaluation = Evaluation(
      try Made.labels("recording,rep,knee_cave\n" + labels), try Made.results(lines))
    guard let better = evaluation.betterLimits.first else { return }
    #expect(try #require(better.kappaLeftOut) < better.kappaAfter)
  }
}

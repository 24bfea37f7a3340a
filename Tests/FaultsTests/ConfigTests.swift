import Faults
import Testing

@Suite struct ConfigTests {
  private func config(_ yaml: String) throws -> Config {
    try Config(yaml: yaml, file: "limits.yml")
  }

  @Test func emptyTextChangesNothing() throws {
    for yaml in ["", "# nothing\n", "limits:\n"] {
      #expect(try config(yaml) == Config())
    }
    #expect(Config().limits(style: .unknown) == Limits())
  }

  @Test func theMoreSpecialSettingWins() throws {
    let config = try config(
      """
      style: high_bar
      limits:
        knee_cave: {separation: [0.8, 0.7, 0.5]}
        heels_rise: {rise: {mild: 0.07}}
      styles:
        low_bar:
          knee_cave: {separation: {mild: 0.78}}
      athletes:
        A. Lifter:
          style: low_bar
          limits:
            knee_cave: {separation: {mild: 0.76}}
      """)
    let everyone = config.limits(style: .highBar)
    #expect(everyone[.kneeCave, "separation"].values == [0.8, 0.7, 0.5])
    #expect(everyone[.heelsRise, "rise"].values == [0.07, 0.1, 0.15])
    #expect(everyone[.kneeCave, "drop"] == Limits()[.kneeCave, "drop"])
    #expect(config.limits(style: .lowBar)[.kneeCave, "separation"].mild == 0.78)
    let lifter = config.limits(style: .lowBar, athlete: "A. Lifter")
    #expect(lifter[.kneeCave, "separation"].values == [0.76, 0.7, 0.5])
    #expect(config.style(of: "A. Lifter") == .lowBar)
    #expect(config.style(of: "B") == .highBar)
    #expect(config.style(of: "A. Lifter", recorded: .front) == .front)
  }

  @Test func aClassStandsBetweenStyleAndAthlete() throws {
    let config = try config(
      """
      limits:
        heels_rise: {rise: {mild: 0.07}}
      classes:
        juniors:
          athletes: [B. Lifter, C. Lifter]
          style: front
          limits:
            heels_rise: {rise: {mild: 0.08}}
      athletes:
        C. Lifter:
          limits:
            heels_rise: {rise: {mild: 0.09}}
      """)
    func mild(_ athlete: String) -> Float {
      config.limits(style: .front, athlete: athlete)[.heelsRise, "rise"].mild
    }
    #expect(mild("A. Lifter") == 0.07 && mild("B. Lifter") == 0.08 && mild("C. Lifter") == 0.09)
    #expect(config.style(of: "B. Lifter") == .front && config.style(of: "A. Lifter") == .unknown)
    #expect(config.words.contains { $0.name == "class juniors" })
  }

  @Test func aClassNeedsAthletes() {
    #expect(throws: ConfigError.self) { try config("classes:\n  juniors:\n    style: front\n") }
  }

  @Test func styleAdjustsTheDefaults() {
    let usual = Limits()[.forwardLean, "trunk_minus_shank"].values
    let low = Limits(style: .lowBar)[.forwardLean, "trunk_minus_shank"].values
    #expect(low == usual.map { $0 + 10 })
    #expect(
      Limits(style: .overhead)[.fastDescent, "time"].mild < Limits()[.fastDescent, "time"].mild)
    for style in Style.allCases {
      for fault in FaultID.allCases {
        #expect(Limits(style: style)[fault].allSatisfy { $0.isOrdered })
      }
    }
  }

  @Test(arguments: [
    ("limit:\n", 1, 1, "did you mean 'limits'?"),
    ("limits:\n  knee_cav: {}\n", 2, 3, "did you mean 'knee_cave'?"),
    ("limits:\n  knee_cave:\n    seperation: [1, 2, 3]\n", 3, 5, "did you mean 'separation'?"),
    ("limits:\n  knee_cave:\n    drop: {mlid: 0.1}\n", 3, 12, "did you mean 'mild'?"),
    ("limits:\n  knee_cave:\n    drop: [0.1, 0.2]\n", 3, 11, "expected three"),
    ("limits:\n  knee_cave:\n    drop: [0.1, much, 0.3]\n", 3, 17, "'much' is not a number"),
    ("styles:\n  lowbar: {}\n", 2, 3, "did you mean 'low_bar'?"),
    ("style: sumo\n", 1, 8, "expected high_bar"),
    ("athletes:\n  A:\n    stile: front\n", 3, 5, "did you mean 'style'?"),
    ("limits: 3\n", 1, 9, "expected names and values"),
    ("limits: [\n", 2, 1, "not valid YAML"),
    ("limits:\n  knee_cave:\n    drop: [0.3, 0.2, 0.1]\n", 1, 1, "expected them to rise"),
  ])
  func mistakesAreNamedWithTheirPlace(
    _ yaml: String, _ line: Int, _ column: Int, _ says: String
  ) throws {
    let error = try #require(throws: ConfigError.self) { try config(yaml) }
    #expect(error.description.hasPrefix("limits.yml:\(line):\(column): "), "\(error)")
    #expect(error.message.contains(says), "\(error)")
  }
}

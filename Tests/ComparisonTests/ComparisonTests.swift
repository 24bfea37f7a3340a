import Comparison
import Faults
import Pose
import Reports
import Testing

@Suite struct ComparisonTests {
  /// A set in which each rep shows a thigh so many degrees above the horizontal.
  private func set(
    _ angles: [Double], sd: Double = 2, limit: Float = 0, unit: String = "deg",
    athlete: String? = "A", date: String? = nil, name: String = "set.csv"
  ) -> RecordingReport {
    var report = RecordingReport(recording: name, person: "0", status: .ok)
    report.metadata.athlete = athlete
    report.metadata.date = date
    report.reps = angles.enumerated().map { place, angle in
      let status: Status =
        angle.isNaN
        ? .notObservable : angle - sd > 0 ? .present : angle + sd < 0 ? .absent : .borderline
      return RepReport(
        index: place + 1, complete: true, startFrame: 0, bottomFrame: 1, endFrame: 2,
        startSeconds: 0, bottomSeconds: 1, endSeconds: 2,
        measures: [.init(name: "thigh_elevation_min_deg", value: angle, sd: sd)],
        findings: [
          Finding(
            fault: .insufficientDepth, status: status, value: Float(angle), sd: Float(sd),
            limit: limit, unit: unit, reason: "")
        ])
    }
    return report
  }

  private func depth(_ a: RecordingReport, _ b: RecordingReport) throws -> Comparison.FaultChange {
    let comparison = Comparison(Group(name: "a", reports: [a]), Group(name: "b", reports: [b]))
    return try #require(comparison.faults.first { $0.fault == .insufficientDepth })
  }

  @Test func theErrorOfMeasurementDoesNotAverageOut() throws {
    let estimate = try #require(Estimate([(1, 3), (3, 3), (2, 3), (.nan, .nan)]))
    #expect(estimate.mean == 2 && estimate.reps == 3)
    #expect(estimate.sd == (9.0 + 1.0 / 3.0).squareRoot())
    #expect(Estimate([(5, 2)]) == Estimate(mean: 5, sd: 2, reps: 1))
    #expect(Estimate([(.nan, 1)]) == nil && Estimate([]) == nil)
  }

  @Test func aChangeCountsBeyondItsError() {
    let first = Estimate(mean: 10, sd: 3, reps: 1)
    #expect(!Difference(first, Estimate(mean: 19.7, sd: 4, reps: 1)).counts)
    #expect(Difference(first, Estimate(mean: 19.9, sd: 4, reps: 1)).counts)
    #expect(Difference(first, Estimate(mean: 0.1, sd: 4, reps: 1)).counts)
  }

  @Test func deeperIsBetterAndShallowerIsWorse() throws {
    #expect(try depth(set([12, 14]), set([-8, -9])).verdict == .better)
    #expect(try depth(set([-8, -9]), set([12, 14])).verdict == .worse)
    #expect(try depth(set([12, 14]), set([11, 15])).verdict == .same)
    let quiet = try depth(set([-5, -6]), set([-25, -26]))
    #expect(quiet.verdict == .same && quiet.reason == "Within the limits both times.")
  }

  @Test func whatIsMeasuredInOtherWaysIsNotCompared() throws {
    #expect(try depth(set([12, 14]), set([-8], limit: 5)).verdict == .notComparable)
    #expect(try depth(set([12, 14]), set([-8], unit: "ratio")).verdict == .notComparable)
    let unseen = try depth(set([12]), set([.nan]))
    #expect(unseen.verdict == .notComparable && unseen.second.judged == 0)
    #expect(unseen.reason.hasPrefix("It could not be judged in the second."))
    // Within the limits is within the limits, in whatever way it was seen.
    #expect(try depth(set([-12]), set([-8], limit: 5)).verdict == .same)
  }

  @Test func onlyCompleteRepsCount() throws {
    var cut = set([12, 40])
    cut.reps[1].complete = false
    let change = try depth(cut, set([12]))
    #expect(change.first.judged == 1 && change.first.estimate?.mean == 12)
  }

  @Test func saysItInWords() {
    let comparison = Comparison(
      Group(name: "January", reports: [set([12, 14])]),
      Group(name: "Mar\u{1B}ch", reports: [set([-8, -9, -10])]))
    let text = ComparisonText.render(comparison, of: "A", width: 60)
    #expect(
      text.hasPrefix(
        "A: January (0 of 2 reps good), then Mar\\x1bch (3 of 3 reps good)\n".prefix(20)))
    #expect(text.contains("better  Not deep enough: 2 of 2 reps, then 0 of 3;"))
    #expect(text.contains("lower   thigh elevation min: 13° ± 2°, then -9° ± 2°"))
    for line in text.split(separator: "\n") { #expect(line.count <= 60, "\(line)") }
  }

  @Test func historiesAreByAthleteAndDate() {
    let reports = [
      set([1], athlete: "B", date: "2026-03-02"), set([1], athlete: "A", date: "2026-03-09"),
      set([1], athlete: "A", date: "2026-03-02", name: "x"), set([1], athlete: nil),
      set([1, 2], athlete: "A", date: "2026-03-02", name: "y"), set([1], athlete: "A"),
    ]
    let histories = History.all(reports)
    #expect(histories.map(\.athlete) == ["A", "B", nil])
    #expect(histories[0].days.map(\.date) == ["2026-03-02", "2026-03-09", nil])
    #expect(histories[0].days[0].group.completeReps == 3)
  }

  @Test func aRecordingOfSeveralRunsCountsOnce() {
    let reports = [set([1]), set([1], name: "other"), set([1, 2])].lastOfEach
    #expect(reports.map(\.completeReps) == [2, 1])
  }

  @Test func namesThatOnlyLookAlikeStayApart() {
    let reports = [set([1], athlete: "Zo\u{EB}"), set([1], athlete: "Zoe\u{308}")]
    #expect(reports.athletes.count == 2)
    #expect(reports.of("Zo\u{EB}").count == 1)
  }
}

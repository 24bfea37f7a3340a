import Faults
import Testing

@testable import Evaluation

@Suite struct PairingTests {
  @Test(
    arguments: [
      ("monday/set1.csv", .one("monday/set1.csv")),
      ("./monday/set1.csv", .one("monday/set1.csv")),
      ("set2.csv", .one("monday/set2.csv")),
      ("videos/monday/set2.csv", .one("monday/set2.csv")),
      ("set1.csv", .several(["friday/set1.csv", "monday/set1.csv"])),
      ("et2.csv", .none),
      ("sunday/set2.csv", .none),
      ("", .none),
    ] as [(String, RecordingMatcher.Match)])
  func recordingsAreFoundByTheEndOfTheirPath(_ path: String, _ match: RecordingMatcher.Match) {
    let matcher = RecordingMatcher(["friday/set1.csv", "monday/set1.csv", "monday/set2.csv"])
    #expect(matcher.find(path) == match)
  }

  @Test func everyStatusHasItsPlace() throws {
    let line = Made.line(
      "a.csv", set: "present",
      reps: [
        .init(status: "present", value: 0.5), .init(status: "absent", value: 1.2),
        .init(status: "borderline", value: 0.88), .init(status: "not_observable"),
        .init(status: "present", value: 0.6),
      ])
    let labels = try Made.labels(
      """
      recording,rep,knee_cave
      a.csv,1,yes
      a.csv,2,no
      a.csv,3,yes
      a.csv,4,yes
      a.csv,5,no
      a.csv,,yes
      """)
    let evaluation = Evaluation(labels, try Made.results(line))
    let fault = try #require(evaluation.faults.first)
    #expect(evaluation.faults.count == 1)
    #expect(fault.labels == 6)
    #expect(fault.labeledPresent == 4)
    #expect(fault.table == ConfusionTable(tp: 2, fp: 1, fn: 1, tn: 1))
    #expect(fault.borderline == 1)
    #expect(fault.notObservable == 1)
    #expect(fault.kappa == nil)
    #expect(evaluation.unmatched.isEmpty)
    #expect(evaluation.unlabeled.isEmpty)
  }

  @Test func whatHasNoPartnerIsNamed() throws {
    let good = Made.Rep(status: "absent", value: 1.2)
    let results = try Made.results(
      Made.line("a.csv", reps: [good, good, good]), Made.line("b.csv", reps: [good]),
      Made.line("c.csv", person: "0", reps: [good]), Made.line("c.csv", person: "1", reps: [good]))
    let labels = try Made.labels(
      """
      recording,person,rep,knee_cave,bounce
      a.csv,,2,no,no
      a.csv,,4,no,no
      x/a.csv,,2,yes,
      d.csv,,1,no,no
      c.csv,,1,no,
      c.csv,1,1,no,
      c.csv,2,1,no,
      """)
    let evaluation = Evaluation(labels, results)
    #expect(
      evaluation.unmatched.map { "\($0.line): \($0.reason)" } == [
        "2: the results of 'a.csv' do not judge 'bounce'",
        "3: 'a.csv' has no rep 4",
        "4: 'knee_cave' of the same rep or set is labeled in line 2",
        "5: no result is called 'd.csv'",
        "6: 'c.csv' shows 2 people; a column 'person' tells which",
        "8: 'c.csv' has no person '2'",
      ])
    #expect(evaluation.unlabeled == ["a.csv, reps 1 and 3", "b.csv", "c.csv"])
    #expect(evaluation.matched == 2)
    #expect(evaluation.recordings == 2)
  }

  @Test(arguments: [
    ("{}", "'recording' is missing"),
    ("nonsense", "is no JSON object"),
    (#"{"recording":1}"#, "'recording' is of another kind than expected"),
    (
      #"{"recording":"a","person":"0","reps":[{"index":1,"complete":true,"findings":[{"fault":"#
        + #""bounce","status":"perhaps"}]}],"set_findings":[]}"#,
      "'reps[0].findings[0].status' holds an unknown word"
    ),
  ])
  func resultsThatAreNone(_ text: String, _ says: String) throws {
    let good = Made.line("a.csv", reps: [])
    let error = try #require(throws: EvaluationError.self) { try Made.results(good, "", text) }
    #expect(error.description == "results.ndjson:3: \(says)")
  }
}

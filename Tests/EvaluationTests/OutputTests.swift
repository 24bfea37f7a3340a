import Evaluation
import Testing

@Suite struct OutputTests {
  private func evaluation() throws -> Evaluation {
    let reps: [Made.Rep] = [
      .init(status: "present", value: 0.5), .init(status: "absent", value: 1.2),
    ]
    let lines = ["a", "b", "c"].map { Made.line("\($0).csv", reps: reps) }
    let labels = """
      recording,rep,knee_cave
      a.csv,1,yes
      a.csv,2,no
      b.csv,1,yes
      b.csv,2,no
      d\u{1B}.csv,1,no
      """
    return Evaluation(try Made.labels(labels), try Made.results(lines))
  }

  @Test func table() throws {
    let text = Made.text(EvaluationText.render(try evaluation()))
    #expect(text.hasPrefix("4 of 5 labels have a result, in 2 recordings."))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("knee_cave ") })
    #expect(
      row.split(separator: " ") == [
        "knee_cave", "4", "2", "2", "0", "0", "2", "1.00", "(1.00", "to", "1.00)", "1.00", "(1.00",
        "to", "1.00)", "1.00", "(1.00", "to", "1.00)", "1.00", "(1.00", "to", "1.00)", "0", "0",
      ])
    #expect(text.contains("'separation': 2 of 4 labeled reps show it; at least 20 reps"))
    #expect(text.contains(#"  line 6: no result is called 'd\x1b.csv'"#))
    #expect(text.hasSuffix("Results without a label: 1\n  c.csv\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
  }

  @Test func json() throws {
    let text = Made.text(EvaluationJSON.render(try evaluation()))
    #expect(text.hasPrefix(#"{"labels":5,"matched":4,"recordings":2,"resamples":1000,"faults":["#))
    #expect(
      text.contains(
        #"{"fault":"knee_cave","n":4,"labeled_present":2,"tp":2,"fp":0,"fn":0,"tn":2,"#
          + #""borderline":0,"not_observable":0,"precision":{"value":1.0,"low":1.0,"high":1.0}"#))
    #expect(text.hasSuffix("\"results_without_label\":[\"c.csv\"]}\n"))
  }

  @Test func sameBytesEveryTime() throws {
    #expect(
      EvaluationText.render(try evaluation()) == EvaluationText.render(try evaluation()))
  }
}

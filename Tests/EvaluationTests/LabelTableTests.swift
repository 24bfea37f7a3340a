import Evaluation
import Faults
import Testing

@Suite struct LabelTableTests {
  @Test func longAndWideSayTheSame() throws {
    let long = try Made.labels(
      """
      recording,rep,fault,present,note
      a.csv,1,knee_cave,yes,"both, clearly"
      a.csv,1,heels_rise,no
      a.csv,,knee_cave,TRUE,

      b.csv,2,heels_rise,0,
      """)
    let wide = try Made.labels(
      """
      recording;rep;knee_cave;heels_rise
      a.csv; 1 ;1;false
      a.csv;;yes;

      b.csv;2;;no
      """)
    let facts = { (table: LabelTable) in
      table.labels.map {
        "\($0.recording) \($0.rep ?? 0) \($0.fault.rawValue) \($0.isPresent)"
      }
    }
    #expect(facts(long) == facts(wide))
    #expect(facts(long).first == "a.csv 1 knee_cave true")
    #expect(long.labels.map(\.line) == [2, 3, 4, 6])
    #expect(wide.labels.map(\.line) == [2, 2, 3, 5])
  }

  @Test(arguments: [
    ("", "1: there is no header"),
    ("recording,rep,fault,presnt\n", "1:4: unknown column 'presnt'; did you mean 'present'?"),
    ("recording,knee_cav\n", "1:2: unknown column 'knee_cav'; did you mean 'knee_cave'?"),
    ("recording,mood\n", "1:2: unknown column 'mood'"),
    ("rep,knee_cave\n", "1: expected a column named 'recording'"),
    ("recording,fault\n", "1: expected a column named 'present'"),
    ("recording,rep\n", "1: expected the columns 'fault' and 'present', or a column"),
    ("recording,rep,rep,knee_cave\n", "1:3: the column 'rep' stands twice"),
    ("recording,fault,present,bounce\n", "1:4: a column for one mistake beside"),
    ("recording,rep,bounce\na,x,yes\n", "2:2: 'x' is not the index of a rep"),
    ("recording,rep,bounce\na,0,yes\n", "2:2: '0' is not the index of a rep"),
    ("recording,rep,bounce\n\na,1,maybe\n", "3:3: 'maybe' is no answer"),
    ("recording,fault,present\na,bounce,\n", "2:3: '' is no answer"),
    (
      "recording,fault,present\na,bounc,no\n",
      "2:2: unknown mistake 'bounc'; did you mean 'bounce'?"
    ),
    ("recording,fault,present\na,,no\n", "2: the row names no mistake"),
    ("recording,bounce\n,yes\n", "2: the row names no recording"),
    ("recording,bounce\na,yes,no\n", "2:3: a row of 3 fields; the header has 2"),
    ("recording,bounce\n\"a\nb\",yes\nc,what\n", "4:2: 'what' is no answer"),
    ("recording,bounce\n\"a,yes\n", "2:1: the quote that opens here is never closed"),
  ])
  func mistakesAreNamedWithTheirPlace(_ text: String, _ says: String) throws {
    let error = try #require(throws: EvaluationError.self) { try Made.labels(text) }
    #expect(error.description.hasPrefix("labels.csv:\(says)"), "\(error)")
  }

  @Test func anyNumberOfLabels() throws {
    #expect(try Made.labels("recording,bounce\n").labels.isEmpty)
    let remarks = try Made.labels("recording,note,note,coach,date,bounce\na,x,y,z,w,no\n")
    #expect(remarks.labels == [Label(recording: "a", fault: .bounce, isPresent: false, line: 2)])
  }
}

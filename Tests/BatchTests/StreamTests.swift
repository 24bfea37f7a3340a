import Glibc
import Pose
import PoseCSV
import Reports
import Testing

@testable import Batch

@Suite struct StreamTests {
  /// A pipe that holds `bytes`, at most 64 KiB of them, and ends behind them.
  private func withPipe<R>(_ bytes: [UInt8], _ body: (Int32) throws -> R) rethrows -> R {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    defer { close(ends[0]) }
    return try body(ends[0])
  }

  private func pieces(_ text: String, limit: Int = 100) throws -> [(text: String, isCut: Bool)] {
    try withPipe(Array(text.utf8)) { descriptor in
      var reader = PieceReader(descriptor: descriptor, terminator: 0x0A, limit: limit)
      var pieces: [(String, Bool)] = []
      while let piece = try reader.next() {
        pieces.append((String(decoding: piece.bytes, as: UTF8.self), piece.isCut))
      }
      return pieces
    }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("a\n\nb", ["a", "", "b"]),
    ("a\r\n b \n", ["a\r", " b "]),
  ])
  func aPieceIsWhatStandsBetweenTerminators(_ text: String, _ expected: [String]) throws {
    #expect(try pieces(text).map(\.text) == expected)
  }

  @Test func ofALongPieceTheBeginningIsKept() throws {
    let found = try pieces(
      "abcdef\nabc\n" + String(repeating: "x", count: 60_000) + "\nz", limit: 3)
    #expect(found.map(\.text) == ["abc", "abc", "xxx", "z"])
    #expect(found.map(\.isCut) == [true, false, true, false])
  }

  private func rows(_ text: String) throws -> [String] {
    try withPipe(Array(text.utf8)) { descriptor in
      var reader = RowReader(descriptor: descriptor)
      var rows: [String] = []
      while let row = try reader.next() {
        switch row {
        case .cells(let cells, let line):
          let texts = cells.map { String(decoding: $0, as: UTF8.self) }
          rows.append("\(line):" + texts.joined(separator: "|"))
        case .broken(_, let line): rows.append("\(line) broken")
        }
      }
      return rows
    }
  }

  @Test(arguments: [
    ("", []), ("path,date\na,b\n", ["1:path|date", "2:a|b"]), ("a\r\n\r\nb\r\n", ["1:a", "3:b"]),
    ("\"x\ny\",1\nz,2\n", ["1:x\ny|1", "3:z|2"]), ("\u{FEFF}path\nq\n", ["1:path", "2:q"]),
    ("\n\npath;date\na,b;\"c;d\"\n", ["3:path|date", "4:a,b|c;d"]),
    ("path\na;b\n", ["1:path", "2:a;b"]),
    ("a\n\"b\nc", ["1:a", "2 broken"]), ("a\nb\"c\"d\ne\n", ["1:a", "2 broken", "3:e"]),
  ])
  func aRowMaySpanLines(_ text: String, _ expected: [String]) throws {
    #expect(try rows(text) == expected)
  }

  /// The lines of a stream's answers; reports are empty but for the name and the athlete.
  private func answers(
    _ bytes: [UInt8], _ options: StreamRun.Options = StreamRun.Options(), taking count: Int = .max,
    _ answer: (inout StreamRun) throws -> Void
  ) rethrows -> [String] {
    var lines: [String] = []
    try withPipe(bytes) { descriptor in
      var run = StreamRun(
        descriptor, options: options,
        analyze: { recording in
          var report = RecordingReport(
            recording: recording.name, person: recording.person, status: .ok)
          report.metadata = recording.metadata
          return report
        },
        write: { bytes in
          lines += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
          return lines.count < count
        })
      try answer(&run)
    }
    return lines
  }

  @Test func everyLineIsAnswered() throws {
    let root = TemporaryFolder()
    root.write("frame\n1\n", to: "a.csv")
    var options = StreamRun.Options()
    options.root = root.path
    options.receipts = true
    let long = String(repeating: "x", count: 5000)
    let paths = "a.csv\n\nmissing.csv\n../a.csv\n/etc/passwd\n\(long)\na\u{0}b\n"
    let lines = try answers(Array(paths.utf8), options) { try $0.answerPaths(endedBy: 0x0A) }
    let errors = [
      "a.csv:1: ", "standard-input:2: the line is empty", "missing.csv: cannot be opened",
      "../a.csv: leads out", "/etc/passwd: leads out", "standard-input:6: is longer than 4096",
      "holds a NUL",
    ]
    #expect(lines.count == 2 * errors.count)
    for (index, error) in errors.enumerated() {
      #expect(lines[2 * index].contains(#""status":"rejected""#))
      #expect(lines[2 * index].contains(error), "\(lines[2 * index])")
      #expect(lines[2 * index + 1] == #"{"input":\#(index + 1),"lines":1}"#)
    }
  }

  @Test func theFirstAreLeftUnanswered() throws {
    var options = StreamRun.Options()
    options.skipped = 2
    options.receipts = true
    let lines = try answers(Array("a\nb\nc\n".utf8), options) { try $0.answerPaths(endedBy: 0x0A) }
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"recording":"c""#) && lines[1] == #"{"input":3,"lines":1}"#)
  }

  @Test func rowsWithoutPathsEndTheStream() {
    for text in ["file\na\n", "path,path\na,b\n", "\"path\n"] {
      #expect(throws: StreamRun.Failure.self) {
        try answers(Array(text.utf8)) { try $0.answerRows() }
      }
    }
  }

  @Test func aRowThatCannotBeReadIsAnswered() throws {
    let lines = try answers(Array("path,fps\na,fast\n,30\nb,30\n".utf8)) { try $0.answerRows() }
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix(#"{"recording":"a""#))
    #expect(lines[0].contains(#"standard-input:2: 'fps' is \"fast\""#))
    #expect(lines[1].contains("standard-input:3: the row has no path"))
    #expect(lines[2].contains("b: cannot be opened"))
  }

  @Test func nothingIsAnsweredThatNobodyTakes() {
    #expect(throws: StreamRun.Failure.self) {
      let lines = try answers(Array("a\nb\nc\n".utf8), taking: 2) {
        try $0.answerPaths(endedBy: 0x0A)
      }
      #expect(lines.count == 2)
    }
  }

  @Test func whatIsNoTarArchiveIsSaidToBeNone() throws {
    let nothing = try answers([]) { try $0.answerTar() }
    #expect(nothing.isEmpty)
    #expect(throws: StreamRun.Failure.self) {
      try answers(Array("frame,x\n1,2\n".utf8)) { try $0.answerTar() }
    }
  }
}

import Foundation
import Pose
import PoseCSV
import Testing

/// Damaged files: whatever the bytes, the answer is recordings whose accounts hold, or a sentence.
@Suite struct RobustnessTests {
  static let rounds = Int(ProcessInfo.processInfo.environment["FORMCHECK_ROUNDS"] ?? "") ?? 60

  static let originals: [(String, String)] = [
    ("wide", Sets.wide()), ("tidy", Sets.tidy()), ("DeepLabCut", Sets.deepLabCut(individual: "a")),
    ("TRC", Sets.trc()), ("Nexus", Sets.nexus()), ("list", Sets.list()),
    ("Kinovea", Sets.european(quoted: true)), ("people", PeopleTests.gym),
  ]

  @Test(arguments: originals.map(\.0))
  func damageNeverEndsTheProcess(name: String) throws {
    let original = try #require(Self.originals.first { $0.0 == name }?.1)
    let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
    let short = Array(lines.prefix(14).joined(separator: "\n").utf8)
    var generator = SplitMix64(state: 11)
    let tokens = [
      "\"", ",", ";", "\n", "\r", "1e300", "-1", "0x1p3", "nan", "\u{0}", "9223372036854775808",
      "[", "\t", "frame", "é", "", "-1e18", "1e-400",
    ].map { Array($0.utf8) }
    for round in 0..<Self.rounds {
      var bytes = short
      for _ in 0...(generator.next() % 4) where !bytes.isEmpty {
        let start = Int(generator.next() % UInt64(bytes.count))
        let length = min(Int(generator.next() % 24), bytes.count - start)
        switch generator.next() % 3 {
        case 0: bytes.removeSubrange(start..<(start + length))
        case 1: bytes[start] = UInt8(truncatingIfNeeded: generator.next())
        default:
          bytes.replaceSubrange(
            start..<(start + length), with: tokens[Int(generator.next() % UInt64(tokens.count))])
        }
      }
      do {
        let result = try PoseReader.read(bytes, name: "damaged.csv")
        for recording in result.recordings {
          let accounts = recording.accounts
          #expect(accounts.read == accounts.used + accounts.rejected + accounts.blank)
          #expect(zip(recording.times, recording.times.dropFirst()).allSatisfy { $0 < $1 })
          #expect(zip(recording.rows, recording.rows.dropFirst()).allSatisfy { $0 < $1 })
          #expect(recording.times.count == recording.count)
        }
      } catch {
        #expect(!error.message.isEmpty, "round \(round)")
      }
    }
  }

  /// A row with a stray quote is one row wherever it stands.
  @Test(arguments: ["", "\n", "\n7,8\n"]) func aBrokenRowCountsOnce(_ rest: String) throws {
    let text = Sets.wide() + "90,3.0,1\"2,3" + rest
    let recording = try Sets.read(text)
    #expect(recording.accounts.used == 90)
    #expect(recording.accounts.rejected == (rest.count > 1 ? 2 : 1))
    #expect(recording.accounts.read == recording.accounts.used + recording.accounts.rejected)
  }

  @Test(arguments: ["\"", ",", "\n", "1", "a,", "\u{0}", "\r", "[", " "])
  func endlessRepetitionIsRefusedSoon(unit: String) {
    let bytes = Array(String(repeating: unit, count: 300_000 / unit.utf8.count).utf8)
    let error = #expect(throws: PoseCSVError.self) {
      try PoseReader.read(bytes, name: "endless.csv")
    }
    #expect(error?.message.isEmpty == false)
  }
}

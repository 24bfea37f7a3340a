import Foundation
import Testing

@Suite struct CommandTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: ["layouts", "explain"])
  func anAnswerThatCannotBeWrittenIsSaid(command: String) throws {
    let process = Process()
    let messages = Pipe()
    process.executableURL = Bundle.main.bundleURL.appending(path: "formcheck")
    process.arguments = [command]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = messages
    try process.run()
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(String(decoding: said, as: UTF8.self).contains("standard output: no space left"))
  }

  /// A closed pipe is an error of the write that met it, and no signal: for the worker, whose
  /// lines somebody waits for, a failure, and for a person who has read enough, none.
  @Test(arguments: [("worker", 74), ("layouts", 0)])
  func aClosedPipeEndsNoCommandBySignal(command: String, code: Int32) throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = Bundle.main.bundleURL.appending(path: "formcheck")
    process.arguments = [command]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try output.fileHandleForReading.close()
    try input.fileHandleForWriting.write(contentsOf: Data("nowhere.csv\n".utf8))
    try input.fileHandleForWriting.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == code)
  }

  /// What is found wrong only when the command runs leads to the command's own options too.
  @Test func mistakesOfTheCommandLineLeadToItsOptions() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "set.csv")
    for (wrong, said) in [
      (["--config", "/dev/null"], "/dev/null: is a device, a pipe or a socket, not a file"),
      (["--config", "."], ".: is a directory"),
      (["--layout", "x"], "'x' is neither a layout"),
      (["--formats", "parquet"], "Parquet is written by Scripts/spark/analyze"),
      (["--fps", "0"], "'--fps' is a number"),
      (["--output", ""], "'--output' names no folder"),
    ] {
      let ending = try program.run(["analyze", "set.csv"] + wrong)
      #expect(ending.code == 64 && ending.output == "")
      #expect(ending.messages.hasPrefix("Error: ") && ending.messages.contains(said))
      #expect(ending.messages.hasSuffix("  See 'formcheck analyze --help' for more information.\n"))
    }
  }

  @Test func inspectTellsWhatWasRecognized() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "in/set.csv")
    try program.write("", to: "in/empty.csv")
    let text = try program.run("inspect", "in")
    #expect(text.code == 2)
    #expect(text.output.hasPrefix("set.csv\n  layout        coco17"))
    #expect(text.output.contains("view          front"))
    #expect(text.output.contains("people        1\n"))
    #expect(text.messages.hasPrefix("formcheck: empty.csv"))
    let json = try program.run("inspect", "in", "--json")
    let lines = json.output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(!program.exists("formcheck-report"))
  }

  @Test func inspectTellsWhatCanBeJudged() throws {
    defer { program.remove() }
    try program.write(Program.set(), to: "set.csv")
    let text = try program.run("inspect", "set.csv").output
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let judged = try #require(lines.first { $0.hasPrefix("judged ") })
    #expect(judged.contains("knee_cave"))
    #expect(lines.contains { $0.hasPrefix("not judged ") && $0.contains("forward_lean") })
    #expect(text.contains("210 of 210 rows used"))

    struct Line: Decodable {
      struct Person: Decodable {
        struct Fault: Decodable {
          var fault: String
          var observable: Bool
          var reason: String?
        }
        var view: String
        var rows: [String: Int]
        var faults: [Fault]
      }
      var people: [Person]
    }
    let json = try program.run("inspect", "set.csv", "--json").output
    let line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
    let person = try #require(line.people.first)
    #expect(person.view == "front")
    #expect(person.rows["used"] == 210)
    #expect(person.faults.count == 25)
    for fault in person.faults { #expect(fault.observable == (fault.reason == nil)) }
    let observable = Dictionary(
      uniqueKeysWithValues: person.faults.map { ($0.fault, $0.observable) })
    #expect(observable["knee_cave"] == true)
    #expect(observable["forward_lean"] == false)
  }

  @Test func inspectSuggestsWhatANameWasMeantFor() throws {
    defer { program.remove() }
    let misspelled = Program.set().replacing("left_knee_", with: "l_kne_")
    try program.write(misspelled, to: "one.csv")
    let one = try program.run("inspect", "one.csv")
    #expect(one.code == 0)
    let sentence = "no column for the left knee; found 'l_kne': did you mean 'left_knee'?"
    #expect(one.output.contains(sentence))
    #expect(try program.run("inspect", "one.csv", "--json").output.contains(sentence))
    try program.write(misspelled.replacing("right_knee_", with: "r_kne_"), to: "both.csv")
    let both = try program.run("inspect", "both.csv")
    #expect(both.code == 2)
    #expect(both.messages.contains("found 'l_kne': did you mean 'left_knee'?"))
  }

  @Test func explainKnowsEveryMistake() throws {
    defer { program.remove() }
    let list = try program.run("explain")
    #expect(list.code == 0)
    let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count == 25)
    for name in names {
      let one = try program.run("explain", String(name))
      #expect(one.code == 0)
      for label in ["Measures", "Seen from", "Limits", "Source"] {
        #expect(one.output.contains("\n\(label)"))
      }
      #expect(one.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
    #expect(try program.run("explain", "bad_mood").code == 64)
    for (word, meant) in [("kneecave", "knee_cave"), ("Not deep enough", "insufficient_depth")] {
      let ending = try program.run("explain", word)
      #expect(ending.code == 64 && ending.messages.contains("did you mean '\(meant)'?"))
    }
  }

  @Test func layoutsPrintMappings() throws {
    defer { program.remove() }
    let list = try program.run("layouts")
    #expect(list.output.contains("coco17"))
    let mapping = try program.run("layouts", "coco17")
    #expect(mapping.output.contains("left_knee"))
    #expect(try program.run("layouts", "nothing").code == 64)
    try program.write(mapping.output, to: "mine.yml")
    try program.write(Program.set(reps: 1), to: "set.csv")
    #expect(try program.run("analyze", "set.csv", "--layout", "mine.yml", "-o", "out").code == 0)
  }

  @Test func optionsBeatFiles() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "in/set.csv")
    try program.write(#"{"fps":25,"athlete":"S. Idecar"}"#, to: "in/set.json")
    try program.write("path,athlete,date\nset.csv,M. Anifest,2026-03-01\n", to: "sets.csv")
    let sidecar = try program.run("analyze", "in", "--json", "-", "--manifest", "sets.csv")
    #expect(sidecar.code == 0)
    #expect(sidecar.output.contains(#""athlete":"S. Idecar","date":"2026-03-01""#))
    #expect(sidecar.output.contains(#""fps":25.0,"fps_source":"sidecar""#))
    let option = try program.run("analyze", "in", "--json", "-", "--fps", "50", "--view", "front")
    #expect(option.output.contains(#""fps":50.0,"fps_source":"option""#))
    #expect(option.output.contains(#""given":true"#))
  }

  @Test(arguments: [
    ["--fps", "0"], ["--image-size", "1080"], ["--units", "miles"], ["--layout", "nothing"],
    ["--layout", "missing.yml"], ["--manifest", "missing.csv"], ["--view", "top"],
  ])
  func refusesOptionsThatMeanNothing(_ arguments: [String]) throws {
    defer { program.remove() }
    try program.write("x", to: "set.csv")
    let ending = try program.run("analyze", "set.csv", arguments[0], arguments[1])
    #expect(ending.code == 64)
    #expect(ending.messages.contains(arguments[0]))
    #expect(!program.exists("formcheck-report"))
  }
}

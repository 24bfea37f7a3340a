import Foundation
import Glibc
import Testing

@Suite struct WorkerTests {
  private let program: Program

  init() throws { program = try Program() }

  private func tool(_ arguments: String..., in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// A set of two people in rows of their own.
  private func pair() -> String {
    var lines = ["frame,person,joint,x,y"]
    for (frame, line) in Program.set(reps: 1).split(separator: "\n").dropFirst().enumerated() {
      let cells = line.split(separator: ",")
      let names = [
        "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder",
        "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip",
        "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
      ]
      for person in 0...1 {
        for (index, name) in names.enumerated() {
          let x = (Double(cells[2 + index * 3]) ?? 0) + Double(person * 400)
          lines.append("\(frame),\(person),\(name),\(x),\(cells[3 + index * 3])")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A folder with a bit of everything, and its recordings' paths in the order of the results.
  private func folder() throws -> [String] {
    try program.write(Program.set(), to: "in/a.csv")
    try program.write(#"{"athlete": "A. Lifter", "fps": 25}"#, to: "in/a.json")
    try program.write("", to: "in/b empty.csv")
    try program.write(Program.set(reps: 1), to: "in/c.csv")
    try tool("gzip", "-n", "c.csv", in: program.folder.appending(path: "in"))
    try program.write(#"{"date": "2026-03-04"}"#, to: "in/c.json")
    try program.write(pair(), to: "in/monday/pair.csv")
    try program.write("name,price\nbread,2\n", to: "in/z.csv")
    return ["a.csv", "b empty.csv", "c.csv.gz", "monday/pair.csv", "z.csv"]
  }

  @Test func answersPathsWithTheLinesOfAnalyze() throws {
    defer { program.remove() }
    let paths = try folder()
    let analyzed = try program.run("analyze", "in", "--json", "-", "-q")
    #expect(analyzed.output.split(separator: "\n").count == 6)
    try program.write(paths.map { $0 + "\n" }.joined(), to: ".input")
    let worked = try program.run("worker", "--root", "in")
    #expect(worked.code == 0 && worked.messages.isEmpty, "\(worked)")
    #expect(worked.output == analyzed.output)
    try program.write(paths.map { $0 + "\0" }.joined(), to: ".input")
    #expect(try program.run("worker", "--root", "in", "-0").output == analyzed.output)
  }

  @Test func answersRowsAsAnalyzeReadsAManifest() throws {
    defer { program.remove() }
    let paths = try folder()
    let rows = paths.enumerated().map { "\"\($1)\",\"Lifter, \($0)\",2026-03-0\($0 + 1),24\n" }
    try program.write("path,athlete,date,fps\n" + rows.joined(), to: "sets.csv")
    try program.write("path,athlete,date,fps\n" + rows.joined(), to: ".input")
    let worked = try program.run("worker", "--rows", "--root", "in", "--view", "front")
    try program.write("", to: ".input")
    let analyzed = try program.run(
      "analyze", "in", "--manifest", "sets.csv", "--view", "front", "--json", "-", "-q")
    #expect(worked.output == analyzed.output)
    #expect(worked.output.contains(#""athlete":"Lifter, 3","date":"2026-03-04""#))
    let semicolons = paths.map { "\"\($0)\";62,5\n" }.joined()
    try program.write("path;load_kg\n" + semicolons, to: ".input")
    let loads = try program.run("worker", "--rows", "--root", "in").output
    #expect(loads.contains(#""load_kg":62.5"#))
  }

  @Test func tableRowsAreThoseOfAnalyze() throws {
    defer { program.remove() }
    let paths = try folder()
    _ = try program.run("analyze", "in", "-o", "out", "--formats", "csv,json", "-q")
    try program.write(paths.map { $0 + "\n" }.joined(), to: ".input")
    let worked = try program.run("worker", "--root", "in", "--tables")
    #expect(worked.code == 0 && worked.messages.isEmpty, "\(worked)")
    var rest = Substring(worked.output)
    var found = ["results.ndjson": "", "reps.csv": "", "findings.csv": ""]
    while !rest.isEmpty {
      found["results.ndjson"]? += rest.cutLine() + "\n"
      let sizes = try JSONDecoder().decode([String: Int].self, from: Data(rest.cutLine().utf8))
      for table in ["reps", "findings"] {
        let rows = rest.utf8.prefix(try #require(sizes[table]))
        // Of the tables' texts, none here but empty ones looks other to a spreadsheet.
        found[table + ".csv"]? += try #require(String(rows)).replacing(",\"\"", with: ",")
        rest = rest[rows.endIndex...]
      }
    }
    for (name, rows) in found {
      let written = try String(
        contentsOf: program.folder.appending(path: "out/\(name)"), encoding: .utf8)
      let hasHeader = name.hasSuffix(".csv")
      #expect(rows == (hasHeader ? written.drop { $0 != "\n" }.dropFirst() : Substring(written)))
    }
  }

  @Test(arguments: ["name", "none", "inode"])
  func answersATarArchiveAsTheFolderItWas(_ order: String) throws {
    defer { program.remove() }
    _ = try folder()
    let analyzed = try program.run("analyze", "in", "--json", "-", "-q").output
    try tool("tar", "--sort=\(order)", "-czf", ".input", "-C", "in", ".", in: program.folder)
    let worked = try program.run("worker", "--tar")
    #expect(worked.code == 0, "\(worked)")
    guard order == "name" else {
      // Sidecars may stand away from their recordings; each is then answered for.
      let lines = worked.output.split(separator: "\n")
      #expect(lines.count { !$0.hasPrefix(#"{"recording":"a.json""#) } >= 6)
      return
    }
    #expect(worked.output == analyzed)
    let named = try program.run("worker", "--tar", "--name", "x.tar")
    #expect(named.output.hasPrefix(#"{"recording":"x.tar/a.csv""#))
  }

  @Test func aTarArchiveMayHoldItsManifest() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "in/a.csv")
    try program.write(Program.set(reps: 1), to: "in/b.csv")
    try program.write(Program.set(reps: 1), to: "in/c.csv")
    try program.write(
      "path,athlete\na.csv,First\nb.csv,Second\nc.csv,First\n", to: "in/.manifest.csv")
    try tool(
      "tar", "-cf", ".input", "-C", "in", "a.csv", ".manifest.csv", "b.csv", "c.csv",
      in: program.folder)
    let lines = try program.run("worker", "--tar").output.split(separator: "\n")
    #expect(
      lines.map { $0.contains("First") ? 1 : $0.contains("Second") ? 2 : 0 } == [0, 2, 1])
  }

  @Test func aCutTarArchiveIsAnsweredAsFarAsItGoes() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "a.csv")
    try program.write(Program.set(reps: 1), to: "b.csv")
    try tool("sh", "-c", "tar -cf - a.csv b.csv | head -c 60000 > .input", in: program.folder)
    let worked = try program.run("worker", "--tar", "--receipts", "--name", "shard.tar")
    #expect(worked.code == 2)
    let lines = worked.output.split(separator: "\n")
    #expect(lines.count == 4, "\(worked)")
    #expect(lines[0].hasPrefix(#"{"recording":"shard.tar/a.csv","person":"0","status":"ok""#))
    #expect(lines[2].hasPrefix(#"{"recording":"shard.tar","person":"0","status":"rejected""#))
    #expect(lines[2].contains("cut short") && lines[2].contains("b.csv"))
    #expect(lines[3] == #"{"input":2,"lines":1}"#)
  }

  @Test func eachAnswerComesBeforeTheNextInput() throws {
    defer { program.remove() }
    try program.write(Program.set(reps: 1), to: "-")
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "formcheck")
    process.arguments = ["worker", "--hello", "--receipts"]
    process.currentDirectoryURL = program.folder
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let lines = output.fileHandleForReading.bytes(until: "\n")
    #expect(lines.next()?.hasPrefix(#"{"formcheck":"0.1.0","settings":{"view":"auto""#) == true)
    for number in 1...3 {
      try input.fileHandleForWriting.write(contentsOf: Data("-\n".utf8))
      #expect(lines.next()?.hasPrefix(#"{"recording":"-","person":"0","status":"ok""#) == true)
      #expect(lines.next() == #"{"input":\#(number),"lines":1}"#)
    }
    try input.fileHandleForWriting.close()
    #expect(lines.next() == nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func namesAreBytes() throws {
    defer { program.remove() }
    let name = Array("caf".utf8) + [0xE9] + Array(".csv".utf8)
    try program.write(Program.set(reps: 1), to: "x.csv")
    let renamed = name.map { CChar(bitPattern: $0) } + [0]
    let folder = open(program.folder.path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    #expect(renameat(folder, "x.csv", folder, renamed) == 0)
    try program.write(Data(name + [0x0A]), to: ".input")
    let worked = try program.run("worker")
    #expect(worked.output.hasPrefix(#"{"recording":"caf\\xe9.csv","person":"0","status":"ok""#))
  }

  @Test func usageErrors() throws {
    defer { program.remove() }
    #expect(try program.run("worker", "--tar", "--root", "x").code == 64)
    #expect(try program.run("worker", "--rows", "-0").code == 64)
    #expect(try program.run("worker", "--tar", "--rows").code == 64)
    #expect(try program.run("worker").code == 0)
    try program.write("path\na.csv\n", to: ".input")
    for form in ["--paths", "--rows"] {
      let ending = try program.run("worker", form, "--root", "nowhere")
      #expect(ending.code == 64 && ending.output == "")
      #expect(ending.messages == "formcheck: '--root': nowhere: no such file or directory\n")
    }
    try program.write("file\na.csv\n", to: ".input")
    let rows = try program.run("worker", "--rows")
    #expect(rows.code == 64 && rows.messages.contains("expected a column named 'path'"))
  }
}

extension Substring {
  /// Takes the first line out, and returns it without its end.
  fileprivate mutating func cutLine() -> Substring {
    let line = prefix { $0 != "\n" }
    self = self[line.endIndex...].dropFirst()
    return line
  }
}

extension FileHandle {
  /// The lines that come, without their ends; each call of `next` waits for one.
  fileprivate func bytes(until end: Character) -> AnyIterator<String> {
    var rest = ""
    return AnyIterator {
      while true {
        if let stop = rest.firstIndex(of: end) {
          defer { rest = String(rest[rest.index(after: stop)...]) }
          return String(rest[..<stop])
        }
        let data = self.availableData
        if data.isEmpty { return nil }
        rest += String(decoding: data, as: UTF8.self)
      }
    }
  }
}

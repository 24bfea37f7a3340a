import Foundation
import Pose
import PoseCSV
import Testing

/// Tests on recordings that are not in the package; they need FORMCHECK_DATA.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["FORMCHECK_DATA"] != nil,
    "set FORMCHECK_DATA to the folder of shared recordings"))
struct SharedDataTests {
  static let folder = ProcessInfo.processInfo.environment["FORMCHECK_DATA"] ?? ""

  static func files(in path: String) -> [String] {
    let root = "\(folder)/\(path)"
    let all = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return all.sorted().map { "\(root)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  @Test(arguments: ["truth", "hard"])
  func everyComputedSetIsReadWithItsRate(set: String) throws {
    struct Truth: Decodable {
      var fps: Double
      var layout: String
      var hasTime: Bool

      enum CodingKeys: String, CodingKey {
        case fps, layout
        case hasTime = "has_time"
      }
    }
    let layouts = [
      "mediapipe": "mediapipe33", "mediapipe_world": "mediapipe33", "kinect": "kinect25",
      "mediapipe_index": "mediapipe33", "coco17": "coco17", "openpose": "body25",
      "halpe26": "halpe26", "h36m3d": "h36m17", "tidy": "coco17", "dlc": "coco17",
      "trc": "halpe26", "markers3d": "named", "european": "halpe26",
    ]
    for file in Self.files(in: set) where file.hasSuffix(".csv") || file.hasSuffix(".trc") {
      let name = (file as NSString).lastPathComponent
      let truth = try JSONDecoder().decode(
        Truth.self,
        from: Data(
          contentsOf: URL(
            filePath: "\(Self.folder)/\(set)/truth/\((name as NSString).deletingPathExtension).json"
          )))
      let result = try PoseReader.read(path: Array(file.utf8), name: name)
      #expect(result.recordings.count == 1, "\(name)")
      let recording = try #require(result.recordings.first)
      #expect(recording.layout == layouts[truth.layout], "\(name)")
      if truth.hasTime { #expect(abs(recording.fps / truth.fps - 1) < 0.005, "\(name)") }
    }
  }

  @Test func foreignTablesAreRefusedAndNeverCrash() {
    for file in Self.files(in: "badcsv") {
      let error = #expect(throws: PoseCSVError.self, "\(file)") {
        try PoseReader.read(path: Array(file.utf8), name: "foreign")
      }
      #expect(error?.message.isEmpty == false)
    }
  }

  /// What strict reading accepts, another reader reads the same, cell by cell.
  @Test func strictTablesEqualThoseOfAnotherReader() throws {
    let files = Self.files(in: "badcsv").filter { path in
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return (size ?? 0) < 300_000
    }
    let script = """
      import csv, json, sys
      csv.field_size_limit(1 << 24)
      for path in sys.stdin.read().split("\\n"):
          try:
              text = open(path, "rb").read()
              text = text[3:] if text.startswith(b"\\xef\\xbb\\xbf") else text
              lines = text.decode("latin-1").splitlines(keepends=True) if False else None
              import io
              rows = list(csv.reader(io.StringIO(text.decode("latin-1"), newline="")))
              print(json.dumps([r for r in rows if r]))
          except Exception as error:
              print("null")
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(files.joined(separator: "\n").utf8))
    try input.fileHandleForWriting.close()
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
    try #require(lines.count == files.count)
    var accepted = 0
    for (file, line) in zip(files, lines) {
      guard let other = try? JSONDecoder().decode([[String]]?.self, from: Data(line)),
        let bytes = FileManager.default.contents(atPath: file),
        let rows = try? CellDump.rows(Array(bytes))
      else { continue }
      accepted += 1
      let mine = rows.map { $0.map { String($0.map { Character(Unicode.Scalar($0)) }) } }
      #expect(mine == other, "\(file)")
    }
    #expect(accepted > 200)
  }
}

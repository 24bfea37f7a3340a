import Foundation

/// The built program, run in a folder of its own.
struct Program {
  struct Ending {
    var code: Int32
    var output: String
    var messages: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "formcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// Every file below a folder, hidden ones too, with what it holds.
  func tree(_ name: String) throws -> [String: Data] {
    let root = folder.appending(path: name)
    var tree: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      tree[path] = (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    }
    return tree
  }

  /// Runs `formcheck` with the folder as its working directory, and the file `.input` there, where
  /// there is one, as its standard input.
  func run(_ arguments: String...) throws -> Ending { try run(arguments) }

  /// `environment` adds to that of the tests.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ending {
    let process = try start(arguments, environment: environment)
    process.waitUntilExit()
    return Ending(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try read(".output"), messages: try read(".messages"))
  }

  /// Starts it, and does not wait for its end.
  func start(_ arguments: String...) throws -> Process { try start(arguments) }

  private func start(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = Bundle.main.bundleURL.appending(path: "formcheck")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = try emptyFile(".output")
    process.standardError = try emptyFile(".messages")
    process.standardInput = try? FileHandle(forReadingFrom: folder.appending(path: ".input"))
    if process.standardInput == nil { process.standardInput = FileHandle.nullDevice }
    try process.run()
    return process
  }

  private func emptyFile(_ name: String) throws -> FileHandle {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  /// A front-view set in the COCO-17 layout: `reps` squats of two seconds each at 30 frames a
  /// second, with a second of standing before, between and after.
  static func set(reps: Int = 2) -> String {
    let names = [
      "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
      "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip",
      "left_knee", "right_knee", "left_ankle", "right_ankle",
    ]
    // Half widths and heights above the ankles, standing, of the pairs above.
    let standing: [(Double, Double)] = [
      (0, 800), (15, 815), (-15, 815), (30, 805), (-30, 805), (90, 700), (-90, 700), (110, 560),
      (-110, 560), (100, 640), (-100, 640), (55, 430), (-55, 430), (60, 215), (-60, 215), (60, 0),
      (-60, 0),
    ]
    let frames = 30 + reps * 90
    var text = "frame,time," + names.map { "\($0)_x,\($0)_y,\($0)_score" }.joined(separator: ",")
    for frame in 0..<frames {
      let within = Double((frame - 30) % 90) / 60
      let depth = frame < 30 || within > 1 ? 0 : (1 - cos(2 * .pi * within)) / 2
      text += "\n\(frame),\(Double(frame) / 30)"
      for (index, place) in standing.enumerated() {
        var (x, y) = place
        switch index {
        case 13, 14:
          x += (index == 13 ? 20 : -20) * depth
          y -= 15 * depth
        case 0...12: y -= 230 * depth
        default: break
        }
        text += ",\(500 + x),\(1000 - y),0.9"
      }
    }
    return text + "\n"
  }
}
